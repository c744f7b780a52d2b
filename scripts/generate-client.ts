import type { Operation } from '../server/src/operations/define.ts';
import { refusals } from '../server/src/domain/refusals.ts';
import { listFields } from './list-fields.ts';
import { nameOf, printComment, printType, type Schema } from './print-type.ts';
import { schemaOf } from './schema-of.ts';

export type GeneratedFile = { path: string; text: string };

const note = '// Generated from the registry of operations by `npm run generate`; do not edit.\n';

/** Names that the command line uses itself: a field of that name could not be given as an option. */
const taken = {
  query: new Set(['json', 'help', 'all']),
  command: new Set(['json', 'help', 'from', 'if-match', 'idempotency-key']),
};

/**
 * The client's knowledge of the server, from the registry: types and routes for the SDK, fields and summaries for the command
 * line. They are two files because the web app needs only the first. Throws when two schemas share a name.
 */
export function generateClient(operations: readonly Operation[]): GeneratedFile[] {
  const described = operations.toSorted(byName).map(describe);
  const definitions = collectDefinitions(
    described.flatMap(({ input, output }) => (output ? [input, output] : [input])),
  );
  return [
    { path: 'client/src/generated/operations.ts', text: printOperations(described, definitions) },
    { path: 'client/src/generated/command-line.ts', text: printCommandLine(described, definitions) },
  ];
}

type Described = { operation: Operation; method: string; path: string; input: Schema; output: Schema | null };

const byName = (left: Operation, right: Operation) => (left.name < right.name ? -1 : 1);

function describe(operation: Operation): Described {
  const [method = '', path = ''] = operation.http.split(' ');
  return {
    operation,
    method,
    path: path.replaceAll(/:(\w+)/g, '{$1}'),
    input: schemaOf(operation.input),
    output: operation.output && schemaOf(operation.output),
  };
}

function collectDefinitions(schemas: readonly Schema[]): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  for (const [name, schema] of schemas.flatMap(({ $defs = {} }) => Object.entries($defs))) {
    const same = found[name] === undefined || JSON.stringify(found[name]) === JSON.stringify(schema);
    if (!same) throw new Error(`Two schemas are named ${name}: give one of them another \`id\` in its meta.`);
    found[name] = schema;
  }
  return Object.fromEntries(Object.entries(found).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function printOperations(described: readonly Described[], definitions: Record<string, Schema>): string {
  const named = Object.entries(definitions).map(([name, schema]) => printNamed(name, schema));
  const own = described.flatMap(({ operation: { name }, input, output }) => [
    printNamed(`${pascal(name)}Input`, input),
    ...(output && !output.$ref ? [printNamed(`${pascal(name)}Output`, output)] : []),
  ]);
  const types = described.map(({ operation, input, output }) => {
    const answer = output ? (output.$ref ? nameOf(output.$ref) : `${pascal(operation.name)}Output`) : 'null';
    const empty = output && operation.maybeEmpty ? ' | null' : '';
    const optional = (input.required ?? []).length === 0 ? '; optional: true' : '';
    const comment = printComment(operation.summary, '  ');
    return `${comment}  '${operation.name}': { input: ${pascal(operation.name)}Input; output: ${answer}${empty}${optional} };\n`;
  });
  const routes = described.map(({ operation: { name, kind, wantsVersion }, method, path }) => {
    const version = wantsVersion ? ', wantsVersion: true' : '';
    return `  '${name}': { kind: '${kind}', method: '${method}', path: '${path}'${version} },\n`;
  });
  return [
    note,
    ...named,
    ...own,
    `/** Every operation's input and output; \`optional\` where it can be called with nothing. */\nexport type Operations = {\n${types.join('')}};\n`,
    `/** Where each operation is found. Fields in the path are named there; the others go into the query string with GET and DELETE, else into the body. */\nexport const routes = {\n${routes.join('')}} as const;\n`,
    printRefusals(),
  ].join('\n');
}

const printNamed = (name: string, schema: Schema) =>
  `${printComment(schema.description)}export type ${name} = ${printType(schema)};\n`;

function printRefusals(): string {
  const codes = Object.entries(refusals);
  const union = codes.map(([code]) => `\n  | '${code}'`).join('');
  const retryable = codes.filter(([, refusal]) => refusal.retryable).map(([code]) => `'${code}'`);
  return `/** Every way the server says no. */\nexport type RefusalCode =${union};\n\n/** Those that may go away by themselves. */\nexport const retryableCodes: readonly string[] = [${retryable.join(', ')}];\n`;
}

function printCommandLine(described: readonly Described[], definitions: Record<string, Schema>): string {
  const entries = described.map(({ operation, path, input }) => {
    const { name, summary } = operation;
    const fields = listFields(input, definitions);
    const clash = fields.find((field) => taken[operation.kind].has(kebab(field.name)));
    if (clash)
      throw new Error(`${name} has a field named ${clash.name}, which the command line uses itself: rename it.`);
    const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
    const lines = fields.map((field) => `      ${JSON.stringify(field)},\n`).join('');
    return `  ${JSON.stringify(name)}: {\n    summary: ${JSON.stringify(summary)},\n    params: ${JSON.stringify(params)},\n    fields: [\n${lines}    ],\n  },\n`;
  });
  return `${note}import type { CommandLine } from '../cli/field.ts';\n\n/** What the command line asks for, by operation. */\nexport const commandLine: CommandLine = {\n${entries.join('')}};\n`;
}

const pascal = (name: string) => name.replaceAll(/(?:^|[._-])(\w)/g, (_, letter: string) => letter.toUpperCase());
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
