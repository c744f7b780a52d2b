import type { ExitName } from './exit-codes.ts';

/** Something the command line itself must say no to: one sentence, and what to do next. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exit: ExitName;
  readonly hint: string;

  constructor(message: string, { exit, hint }: { exit: ExitName; hint: string }) {
    super(message);
    this.exit = exit;
    this.hint = hint;
  }
}
