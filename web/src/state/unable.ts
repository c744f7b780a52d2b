/** What the browser itself would not do, in words for whoever asked for it. */
export class Unable extends Error {
  override name = 'Unable';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
