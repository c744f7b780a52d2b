import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A sign-in under way: what the answer of the provider has to fit, and where the person wanted to go. */
const attempt = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
export type Attempt = z.infer<typeof attempt>;

/** How long somebody may take at the provider. */
export const ATTEMPT_MS = 10 * 60_000;

const CIPHER = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];

/**
 * Seals a sign-in for the browser's cookie, with the provider's own key. Kept there and not here, since whoever has proved
 * nothing yet must not be able to fill a table; it comes back unread and unchanged, or not at all.
 */
export function sealAttempt(key: Buffer, said: Attempt): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(said), 'utf8'), cipher.final()]);
  return `${said.provider}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Whose key opens it, or null where it is no sealed sign-in at all. */
export const sealedFor = (text: string): string | null => /^([0-9a-f-]{36})\.[\w-]+$/.exec(text)?.[1] ?? null;

/** Opens a sealed sign-in; null where it was sealed with another key, was changed, or is over by `now` (epoch milliseconds). */
export function openAttempt(key: Buffer, text: string, now: number): Attempt | null {
  const bytes = Buffer.from(text.slice(text.indexOf('.') + 1), 'base64url');
  if (bytes.length <= NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    const said = attempt.parse(JSON.parse(opened.toString('utf8')));
    return said.expiresAt > now && said.provider === sealedFor(text) ? said : null;
  } catch {
    return null;
  }
}
