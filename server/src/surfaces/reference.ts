import { basePolicy } from '../domain/authority.ts';
import { limits } from '../domain/limits.ts';
import { type RefusalCode, refusals } from '../domain/refusals.ts';
import type { Operation } from '../operations/define.ts';
import { areaOf, describeArea } from './areas.ts';
import { mayBeHeld } from './openapi-operation.ts';
import { baseRulesPage } from './reference-rules.ts';
import { type FieldRow, describeType, fieldRows } from './describe-schema.ts';
import { httpLine } from './http-line.ts';
import { createSchemas } from './openapi-schemas.ts';
import { refusalsOf } from './openapi-problems.ts';

const note = '<!-- Generated from the registry by `npm run generate`; do not edit. -->\n\n';

/** The reference pages by file name: one for each area, the table of refusals and that of limits. */
export function referencePages(registry: readonly Operation[]): Map<string, string> {
  const operations = registry.filter(({ internal }) => !internal).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const byArea = Map.groupBy(operations, ({ name }) => areaOf(name));
  const pages = [...byArea].map(([area, here]): [string, string] => [`${area}.md`, areaPage(area, here)]);
  return new Map([
    ...pages,
    ['refusals.md', refusalsPage()],
    ['limits.md', limitsPage()],
    ['base-rules.md', baseRulesPage(note)],
    ['README.md', indexPage(byArea)],
  ]);
}

const areaPage = (area: string, operations: readonly Operation[]) =>
  `${note}# ${area}\n\n${describeArea(area)}\n\n${operations.map(operationSection).join('\n')}`;

function operationSection(operation: Operation): string {
  const { name, summary, http, status = 200, output, maybeEmpty, example } = operation;
  const held = mayBeHeld(operation) ? ', or 202 while it [waits for approval](policy.md)' : '';
  const schemas = createSchemas();
  const rows = fieldRows(schemas.convert(operation.input, 'input'));
  const answer = output
    ? `${status}: ${answerType(schemas.convert(output, 'output'))}${maybeEmpty ? ', or 204 when there is nothing' : ''}`
    : '204, empty';
  return [
    `## ${name}\n`,
    `${summary}\n`,
    `| | |\n|---|---|\n| HTTP | \`${http}\` |\n| Command line | \`coact ${commandOf(name)}\` |\n| Allowed to | ${allowed(operation)} |\n| Answer | ${answer}${held} |\n`,
    rows.length > 0 ? inputTable(operation, rows) : 'It takes no input.\n',
    refusalTable(operation),
    `Example: \`${exampleLine(operation)}\`\n`,
    httpLine(operation).reads === 'body' ? block(exampleRest(operation)) : '',
    output ? `answers\n\n${block(example.output)}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const commandOf = (name: string) =>
  name
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replaceAll('_', '-')
    .replace('.', ' ');
const allowed = ({ open, needs }: Operation) =>
  open ? 'everybody, signed in or not' : basePolicy[needs.action].join(', ');
const block = (value: unknown) => (value === null ? '' : `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`);

function answerType(schema: Record<string, unknown>): string {
  if (typeof schema['$ref'] === 'string') return `[${describeType(schema)}](../openapi.json)`;
  const names = fieldRows(schema)
    .map(({ field }) => field)
    .filter((field) => !/[.[]/.test(field));
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : describeType(schema);
}

function exampleLine(operation: Operation): string {
  const { http, example } = operation;
  const line = http.replaceAll(/\{(\w+)\}/g, (_, field: string) =>
    String((example.input as Record<string, unknown>)[field] ?? field),
  );
  const rest = httpLine(operation).reads === 'query' ? Object.entries(exampleRest(operation) ?? {}) : [];
  return rest.length > 0
    ? `${line}?${new URLSearchParams(rest.map(([name, value]): [string, string] => [name, String(value)])).toString()}`
    : line;
}

function exampleRest(operation: Operation): Record<string, unknown> | null {
  const { pathFields } = httpLine(operation);
  const given = Object.entries(operation.example.input as Record<string, unknown>).filter(
    ([name]) => !pathFields.includes(name),
  );
  return given.length > 0 ? Object.fromEntries(given) : null;
}

function inputTable(operation: Operation, rows: readonly FieldRow[]): string {
  const { pathFields, reads } = httpLine(operation);
  const lines = rows.map(({ field, type, required, description }) => {
    const where = pathFields.includes(field) ? 'path' : reads;
    return `| \`${field}\` | ${where} | ${cell(type)} | ${required ? 'yes' : ''} | ${cell(description)} |\n`;
  });
  return `| field | in | type | required | |\n|---|---|---|---|---|\n${lines.join('')}`;
}

const cell = (text: string) => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

/** What any call may meet is said once, on the page of refusals. */
const everywhere: readonly RefusalCode[] = [
  'malformed',
  'unauthenticated',
  'forbidden_by_policy',
  'out_of_scope_token',
  'stopped',
  'foreign_origin',
  'too_large',
  'invalid_input',
  'key_reused',
  'internal',
  'unavailable',
  'busy',
];

function refusalTable(operation: Operation): string {
  const lines = refusalsOf(operation)
    .filter((code) => !everywhere.includes(code))
    .sort()
    .map((code) => `| [\`${code}\`](refusals.md#${code}) | ${refusals[code].title} | ${cell(refusals[code].hint)} |\n`);
  return `| refusal | | what to do |\n|---|---|---|\n${lines.join('')}`;
}

function refusalsPage(): string {
  const sections = Object.entries(refusals).map(
    ([code, { status, retryable, title, hint }]) =>
      `## ${code}\n\n${title}. ${hint}\n\nHTTP ${status}; ${retryable ? 'the same request may succeed later' : 'sending the same again does not help'}.\n`,
  );
  const general = everywhere.map((code) => `\`${code}\``).join(', ');
  const intro = `Every way Coact says no. The codes are part of the interface and never renamed. Over HTTP each is a problem after RFC 9457,
with \`code\`, \`detail\`, \`hint\` and \`retryable\`, and the facts of the case beside them.

Any call may meet ${general}; the pages of the areas name the others.\n`;
  return `${note}# Refusals\n\n${intro}\n${sections.join('\n')}`;
}

function limitsPage(): string {
  const lines = Object.entries(limits).map(
    ([name, value]) => `| \`${name}\` | ${value.toLocaleString('en')} | ${limitWords[name as keyof typeof limits]} |\n`,
  );
  return `${note}# Limits\n\nEvery bound on size and number.\n\n| name | at most | |\n|---|---|---|\n${lines.join('')}`;
}

const limitWords: Record<keyof typeof limits, string> = {
  webhooks: 'webhooks, and addresses for those of others',
  pushes: 'addresses that are told of one task',
  deliveryDays: 'days for which it can be looked up what a webhook delivered, and what came at an address',
  githubReceiptDays: 'days for which what GitHub told is not done again',
  secretOverlapHours: 'hours for which the old secret of a webhook may stay valid',
  simulated: 'facts that one simulation of rules replays',
  titleLength: 'characters of a title',
  nameLength: 'characters of a name',
  textLength: 'characters of a text, such as an outcome or a comment',
  reasonLength: 'characters of a reason',
  labelLength: 'characters of a label or a skill',
  listLength: 'entries of a list',
  criteria: 'criteria of an item',
  blockers: 'blockers of an item',
  options: 'options of a question',
  steps: 'operations of one proposal',
  evidence: 'pieces of evidence in a delivery',
  measures: 'measures of an outcome',
  readings: 'readings of each measure in an answer, the last ones',
  shares: 'guests with whom one item is shared',
  views: 'saved views of one participant',
  viewFilterLength: 'characters of the filter of a saved view',
  rules: 'rules of the policy of one workspace, team, type of work or item',
  providers: 'providers through which people sign in',
  pageSize: 'entries on a page',
  importItems: 'items of an import',
  bodyBytes: 'bytes of a request, unless stated otherwise',
  importBytes: 'bytes of an import',
  artifactBytes: 'bytes of an artifact',
  leaseDefault: 'seconds that a lease lasts unless asked otherwise',
  leaseMin: 'seconds: the shortest lease',
  leaseMax: 'seconds: the longest lease',
  dwellMax: 'seconds that an answer may say its responder looked at the request',
  attempts: 'lost or failed attempts in a row, after which the owner decides',
  budgetTokens: 'tokens of a budget',
  budgetCost: 'of the currency in a budget, a price or a report',
  budgetMinutes: 'minutes of a budget',
  budgetAttempts: 'runs that the budget of an item may allow',
  budgetLeast: 'of the currency or of a minute: the least that a budget may allow',
  reservedTokens:
    'tokens that a run reserves of a budget at a time, unless the budget of its item says how many it may use',
  reservedCost: 'of the currency that a run reserves of a budget at a time, likewise',
  reservedMinutes: 'minutes that a run reserves of a budget at a time, likewise',
  prices: 'models with a price, and models in one report',
  sessionLife: 'seconds after which a session ends',
  sessionIdle: 'seconds after which a session ends that nobody uses',
  resetLife: 'seconds that a link to choose another password holds',
  invitationDays: 'days that an invitation holds unless stated',
  invitationDaysMax: 'days that an invitation holds at most',
  passkeys: 'passkeys of one person',
  passkeyPatience: 'seconds that a browser may take to sign with a passkey',
  depth: 'levels of nesting of teams, items and outcomes',
};

function indexPage(byArea: ReadonlyMap<string, readonly Operation[]>): string {
  const lines = [...byArea].map(
    ([area, operations]) =>
      `| [${area}](${area}.md) | ${describeArea(area)} | ${operations.map(({ name }) => `\`${name}\``).join(' ')} |\n`,
  );
  return `${note}# Reference\n\nEvery operation, under the same name over HTTP, on the command line and in the client. The machine's version is
[openapi.json](../openapi.json). See also [refusals](refusals.md), [limits](limits.md) and the [base rules](base-rules.md) of the policy.\n\n| area | | operations |\n|---|---|---|\n${lines.join('')}`;
}
