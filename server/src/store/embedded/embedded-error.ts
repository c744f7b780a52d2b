/** A start that cannot go on, told to an operator: `message` says in one sentence what is wrong, `hint` what to do. */
export class EmbeddedError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'EmbeddedError';
    this.hint = hint;
    // The cause is always outside the code, so whoever prints this, even as an uncaught error, prints no trace.
    this.stack = `${message}\n${hint}`;
  }
}
