import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks: who sends, and that nobody changed it, by a secret that both sides know. */

const PREFIX = 'whsec_';
/** Seconds by which clocks may differ, and after which what was once sent is refused. */
const TOLERANCE_S = 300;

export type Message = { id: string; /** Epoch milliseconds. */ at: number; body: string };

export const mintSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

const keyOf = (secret: string) => Buffer.from(secret.slice(PREFIX.length), 'base64');

const signatureOf = (secret: string, { id, at, body }: Message) =>
  createHmac('sha256', keyOf(secret))
    .update(`${id}.${Math.floor(at / 1000)}.${body}`)
    .digest();

/** The headers of a message; one signature for each secret that is valid now. */
export const signedHeaders = (secrets: readonly string[], message: Message): Record<string, string> => ({
  'webhook-id': message.id,
  'webhook-timestamp': String(Math.floor(message.at / 1000)),
  'webhook-signature': secrets.map((secret) => `v1,${signatureOf(secret, message).toString('base64')}`).join(' '),
});

export type Sent = { id: string; timestamp: string; signature: string; body: string };

/** Why a message was not sent by whoever knows one of the secrets, just now; null where it was. */
export function distrust(secrets: readonly string[], sent: Sent, now: number): 'stale' | 'unsigned' | null {
  if (!/^\d{1,12}$/.test(sent.timestamp) || sent.id === '') return 'unsigned';
  const at = Number(sent.timestamp) * 1000;
  const given = sent.signature
    .split(' ')
    .slice(0, 10)
    .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
  const known = secrets.some((secret) => {
    const expected = signatureOf(secret, { id: sent.id, at, body: sent.body });
    return given.some((one) => isEqual(one, expected));
  });
  if (!known) return 'unsigned';
  return Math.abs(now - at) > TOLERANCE_S * 1000 ? 'stale' : null;
}

/** GitHub's own form: HMAC-SHA-256 of the body alone, in hexadecimal. */
export const isGithubSigned = (
  secrets: readonly string[],
  { signature, body }: { signature: string; body: string },
): boolean =>
  secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return signature.startsWith('sha256=') && isEqual(Buffer.from(signature.slice(7), 'hex'), expected);
  });

const isEqual = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);
