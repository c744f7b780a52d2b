import { CoactError } from '../coact-error.ts';
import { ImportError } from '../import/index.ts';
import { CliError } from './cli-error.ts';

/** What a script can tell from how `coact` ended. One table: `coact help exit-codes` and the documents print it. */
export const exitCodes = {
  ok: { code: 0, meaning: 'It was done, or there was nothing to do.' },
  refused: { code: 1, meaning: 'The server refused, or a check failed; the message says why.' },
  usage: { code: 2, meaning: 'The command was not understood: an option, a value or a file.' },
  notAllowed: { code: 3, meaning: 'You are not signed in, or may not do this.' },
  unreachable: { code: 4, meaning: 'No server was found, it cannot be reached, or it is away for the moment.' },
  conflict: { code: 5, meaning: 'Something stands in the way that may pass: look again, and try again.' },
  notFound: { code: 6, meaning: 'There is no such thing.' },
  held: { code: 7, meaning: 'It was not done yet: a rule of the policy asks for approval first.' },
  bug: { code: 70, meaning: 'Something went wrong inside `coact` or the server.' },
  interrupted: { code: 130, meaning: 'It was ended by Ctrl-C.' },
} as const;

export type ExitName = keyof typeof exitCodes;

export function exitCodeOf(error: unknown): number {
  if (error instanceof CliError) return exitCodes[error.exit].code;
  if (error instanceof ImportError) return exitCodes.usage.code;
  if (error instanceof CoactError) return exitCodes[nameOf(error)].code;
  return exitCodes.bug.code;
}

function nameOf({ status, retryable, code }: CoactError): ExitName {
  if (code === 'held') return 'held';
  if (status === 401 || status === 403) return 'notAllowed';
  if (status === 404) return code === 'unexpected' ? 'unreachable' : 'notFound';
  if ([0, 429, 502, 503, 504].includes(status)) return 'unreachable';
  if (status >= 500) return 'bug';
  return retryable ? 'conflict' : 'refused';
}
