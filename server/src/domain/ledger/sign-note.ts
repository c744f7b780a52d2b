import { type KeyObject, sign } from 'node:crypto';
import { keyId } from './verifier-key.ts';

/**
 * Signs a text as a C2SP signed note: the text, an empty line, and one signature line. Ed25519 signatures hold no chance,
 * so the same text and key always give the same note. `text` ends with a newline and has no other control characters.
 */
export function signNote(text: string, { name, privateKey }: { name: string; privateKey: KeyObject }): string {
  assertText(text);
  const signature = sign(null, Buffer.from(text), privateKey);
  const signed = Buffer.concat([keyId({ name, key: privateKey }), signature]);
  return `${text}\n\u2014 ${name} ${signed.toString('base64')}\n`;
}

function assertText(text: string): void {
  if (!text.endsWith('\n')) throw new TypeError('A note ends with a newline: add one before signing.');
  if (/[^\n\P{Cc}]/u.test(text) || !text.isWellFormed()) {
    throw new TypeError(
      'A note holds no control character other than newline, and no half of a surrogate pair: take it out before signing.',
    );
  }
}
