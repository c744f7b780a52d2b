import { Argument, type Command } from 'commander';
import { routes } from '../generated/operations.ts';
import { operationNames } from '../call-operation.ts';
import { commandLine } from '../generated/command-line.ts';
import type { Client } from '../index.ts';
import { CliError } from './cli-error.ts';
import type { CliContext } from './context.ts';
import type { Field, OperationName } from './field.ts';
import { loadNames, noNames } from './names.ts';
import { addFieldOption, givenFor, kebab } from './options.ts';
import { place } from './parse-value.ts';
import { readJson } from './read-json.ts';
import { isPage, show } from './show.ts';

export type Given = Record<string, unknown> & {
  json?: true;
  from?: string;
  ifMatch?: string;
  idempotencyKey?: string;
  all?: true;
};

/** Makes a command of an operation: its path's fields and its one needed text stand by place, everything else is an option. */
export function addOperation(command: Command, name: OperationName, context: CliContext): Command {
  const { summary, params, fields } = commandLine[name];
  const { kind } = routes[name];
  const spoken = spokenField(name);
  command.summary(summary).description(summary);
  for (const param of params) {
    const field = fields.find((one) => one.name === param);
    command.addArgument(new Argument(`<${kebab(param)}>`, field?.description ?? ''));
  }
  if (spoken)
    command.addArgument(
      new Argument(`[${kebab(spoken.name)}...]`, `${spoken.description ?? ''} (or --${kebab(spoken.name)})`.trim()),
    );
  for (const field of fields) {
    // An object can be given whole, as JSON; the help lists its parts.
    const hidden = fields.some(({ name: other }) => other.startsWith(`${field.name}.`));
    if (!params.includes(field.name)) addFieldOption(command, field, { hidden });
  }

  if (kind === 'command') {
    command.option('--from <file>', 'Read the fields as a JSON object from a file; `-` is the standard input.');
    command.option('--idempotency-key <key>', 'The same key never acts twice.');
    if ('wantsVersion' in routes[name])
      command.option('--if-match <version>', 'The version that you read; the one that is current now unless stated.');
  } else if (cursorField(name) !== undefined) {
    command.option('--all', 'Every page, not only the first.');
  }
  return command.option('--json', 'Answer in JSON.').action(async (...args: unknown[]) => {
    const options = command.opts<Given>();
    const input = await gatherInput(name, args.slice(0, -2), options);
    await runOperation(context, name, input, options);
  });
}

/** The one text that an operation needs beside its path: `coact item create "Renew the certificate"`. */
function spokenField(name: OperationName): Field | undefined {
  const { params, fields } = commandLine[name];
  const texts = fields.filter(
    ({ name: field, required, type, array, enum: choices }) =>
      required && !params.includes(field) && type === 'string' && !array && !choices,
  );
  return texts.length === 1 ? texts[0] : undefined;
}

async function gatherInput(
  name: OperationName,
  positions: readonly unknown[],
  options: Given,
): Promise<Record<string, unknown>> {
  const { params, fields } = commandLine[name];
  const input = options.from === undefined ? {} : await readJson(options.from);
  params.forEach((param, at) => place(input, param, positions[at]));
  const spoken = spokenField(name);
  const words = positions[params.length];
  if (spoken && Array.isArray(words) && words.length > 0)
    place(input, spoken.name, spoken.nullable && words.join(' ') === 'null' ? null : words.join(' '));
  for (const field of fields) {
    const given = params.includes(field.name) ? undefined : givenFor(options, field);
    if (given !== undefined) place(input, field.name, given);
  }
  const missing = fields.filter((field) => field.required && input[field.name] === undefined);
  if (missing.length === 0) return input;
  throw new CliError(`Something is missing: ${missing.map((field) => `--${kebab(field.name)}`).join(', ')}.`, {
    exit: 'usage',
    hint: `\`coact ${name.split('.').map(kebab).join(' ')} --help\` says what each option means.`,
  });
}

/** Calls an operation and shows its answer. */
export async function runOperation(
  context: CliContext,
  name: OperationName,
  input: Record<string, unknown>,
  options: Given = {},
): Promise<void> {
  const { terminal, signal } = context;
  const client = await context.client();
  const ifMatch = options.ifMatch ?? (await currentVersion(client, name, input));
  const how = {
    signal,
    ...(ifMatch !== undefined && { ifMatch }),
    ...(options.idempotencyKey !== undefined && { idempotencyKey: options.idempotencyKey }),
  };
  const call = (body: Record<string, unknown>) => client.call(name, body, how);
  const answer = options.all ? await allPages(call, input, cursorField(name) ?? 'cursor') : await call(input);
  if (answer === null && !options.json)
    return terminal.out(`${name === 'work.claim' ? 'Nothing is claimable now.' : 'Done.'}\n`);
  const json = options.json ?? false;
  const more = cursorField(name) === 'after' ? '--after' : '--all shows everything, --cursor';
  show(terminal, answer, { json, more, now: context.now(), names: json ? noNames : await loadNames(client, answer) });
}

/** Whoever edits without naming a version means the one that is there now: it is read just before. */
async function currentVersion(
  client: Client,
  name: OperationName,
  input: Record<string, unknown>,
): Promise<number | undefined> {
  const { path } = routes[name];
  if (!('wantsVersion' in routes[name])) return undefined;
  const reading = operationNames.find((other) => routes[other].method === 'GET' && routes[other].path === path);
  if (!reading) return undefined;
  const params = Object.fromEntries(commandLine[reading].params.map((param) => [param, input[param]]));
  const resource: unknown = await client.call(reading, params);
  return typeof resource === 'object' && resource !== null && 'version' in resource
    ? Number(resource.version)
    : undefined;
}

/** The field that takes a list's `next`: a cursor, or a position in the feed. */
const cursorField = (name: OperationName): string | undefined =>
  ['cursor', 'after'].find((one) => commandLine[name].fields.some((field) => field.name === one));

async function allPages(
  call: (input: Record<string, unknown>) => Promise<unknown>,
  input: Record<string, unknown>,
  field: string,
): Promise<unknown> {
  const items: unknown[] = [];
  let next = input[field];
  do {
    const page = await call({ limit: 200, ...input, ...(next !== undefined && { [field]: next }) });
    if (!isPage(page)) return page;
    items.push(...page.items);
    next = page.next ?? undefined;
  } while (next !== undefined);
  return { items, next: null };
}
