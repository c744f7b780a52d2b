import { OutsideError } from '../../outbound/fetch-outside.ts';

/** Of what an agent elsewhere wrote itself, this much is kept. */
const LENGTH = 300;

/** Why an agent elsewhere could not be spoken to, for people. */
export function wordsForTrouble(error: unknown): string {
  const outside = causeOf(error);
  if (outside) return `${outside.message}.`;
  const text = error instanceof Error ? error.message : String(error);
  const [, status] = /\b(?:failed to fetch|http error|status)\b.*?\b([45]\d\d)\b/i.exec(text) ?? [];
  if (status === '401' || status === '403') return `It does not accept the credentials (${status}).`;
  if (status) return `It answered with an error (${status}).`;
  return `It could not be understood: ${text.replaceAll(/\s+/g, ' ').slice(0, LENGTH)}`;
}

function causeOf(error: unknown): OutsideError | null {
  if (error instanceof OutsideError) return error;
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : null;
}
