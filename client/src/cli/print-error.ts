import { ImportError } from '../import/index.ts';
import { CoactError } from '../coact-error.ts';
import { isTimestamp, whenInWords } from './ages.ts';
import { cell } from './cell.ts';
import { CliError } from './cli-error.ts';
import { humanise } from './humanise.ts';
import { type Names, noNames } from './names.ts';
import { paint, plain, type Terminal } from './terminal.ts';

/** Says what went wrong on the other stream: a sentence, the facts that the hint speaks of, and the hint. */
export function printError(
  terminal: Terminal,
  error: unknown,
  { json, names, now }: { json: boolean; names: Names; now: number },
): void {
  if (json) {
    terminal.err(`${JSON.stringify(asJson(error))}\n`);
    return;
  }
  const { message, facts, hint } = tell(error, { names, now });
  terminal.err(`${paint(terminal, 'red', 'coact:')} ${plain(message)}\n`);
  for (const fact of facts) terminal.err(`  ${plain(fact)}\n`);
  if (hint) terminal.err(`  ${paint(terminal, 'dim', plain(hint))}\n`);
}

type How = { names: Names; now: number };
type Told = { message: string; facts: string[]; hint: string };

function tell(error: unknown, how: How): Told {
  if (error instanceof CliError) return { message: error.message, facts: [], hint: error.hint };
  if (error instanceof CoactError)
    return { message: sentence(error.problem.title ?? error.message), facts: factsOf(error, how), hint: hintOf(error) };
  if (error instanceof ImportError) return { message: error.message, facts: [], hint: '' };
  const told = error instanceof Error ? (process.env['COACT_DEBUG'] ? error.stack : error.message) : String(error);
  return {
    message: told ?? 'Something went wrong.',
    facts: [],
    hint: 'This is a fault of `coact` itself; with COACT_DEBUG=1 it says where.',
  };
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The server's hint speaks of a header; on the command line that is something else. */
function hintOf({ code, hint }: CoactError): string {
  if (code === 'unauthenticated')
    return 'Set COACT_TOKEN to a token that is valid; `coact doctor` says what is wrong with this one.';
  if (code === 'precondition_required') return 'Give the version that you read: --if-match VERSION.';
  if (code === 'unreachable' || code === 'timeout')
    return 'Check that the server runs (`npm start`); `coact doctor` looks further.';
  return hint;
}

const known = new Set(['type', 'title', 'status', 'detail', 'code', 'hint', 'instance', 'retryable', 'requestId']);

function factsOf({ problem, code }: CoactError, how: How): string[] {
  const told = code === 'internal' ? { instance: problem['instance'] } : problem;
  return Object.entries(told)
    .filter(([name, value]) => (code === 'internal' || !known.has(name)) && value !== null && value !== undefined)
    .flatMap(([name, value]) =>
      isListOfThings(value)
        ? value.map(thingLine)
        : [`${humanise(name)}: ${isTimestamp(value) ? whenInWords(value, how.now) : cell(name, value, how)}`],
    );
}

const isListOfThings = (value: unknown): value is object[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);

/** `missing: [{part, hint}]` and `errors: [{field, problem}]` are told as "part: hint". */
function thingLine(value: object): string {
  return Object.values(value)
    .filter((part) => part !== null)
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join(': ');
}

function asJson(error: unknown): Record<string, unknown> {
  if (error instanceof CoactError)
    return { code: error.code, status: error.status, title: error.message, hint: hintOf(error), ...error.problem };
  if (error instanceof ImportError) return { code: 'import', title: error.message, problems: error.problems };
  const { message, hint } = tell(error, { names: noNames, now: 0 });
  return { code: error instanceof CliError ? error.exit : 'bug', title: message, hint };
}
