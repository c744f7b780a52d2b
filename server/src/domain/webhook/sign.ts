import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Standard Webhooks, by the library of their own: who sends, and that nobody changed it, by a secret that both sides know. */

/** Seconds by which clocks may differ, as the library has it: said here only to tell why it refused. */
const TOLERANCE_S = 300;

export type Message = { id: string; /** Epoch milliseconds. */ at: number; body: string };

export const mintSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers of a message; one signature for each secret that is valid now. */
export const signedHeaders = (secrets: readonly string[], { id, at, body }: Message): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body)).join(' '),
});

export type Sent = { id: string; timestamp: string; signature: string; body: string };

/** Why a message was not sent by whoever knows one of the secrets, just now; null where it was. */
export function distrust(
  secrets: readonly string[],
  { id, timestamp, signature, body }: Sent,
): 'stale' | 'unsigned' | null {
  // The library reads `12 hours` as 12.
  if (!/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  if (secrets.some((secret) => isGenuine(secret, body, headers))) return null;
  return Math.abs(Date.now() / 1000 - Number(timestamp)) >= TOLERANCE_S ? 'stale' : 'unsigned';
}

function isGenuine(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** GitHub's own form, which the library does not know: HMAC-SHA-256 of the body alone, in hexadecimal. */
export const isGithubSigned = (
  secrets: readonly string[],
  { signature, body }: { signature: string; body: string },
): boolean =>
  secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return signature.startsWith('sha256=') && isEqual(Buffer.from(signature.slice(7), 'hex'), expected);
  });

const isEqual = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);
