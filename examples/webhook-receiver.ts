/**
 * Receives webhooks (Standard Webhooks, CloudEvents): checks who sent each, takes each once, and answers at once. Make one with
 * `coact webhook create NAME --url http://…` and give its secret, which is shown once, as COACT_WEBHOOK_SECRET.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { COACT_WEBHOOK_SECRET: secret = '', PORT: port = '8787' } = process.env;
const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
if (key.length < 24) throw new Error('Set COACT_WEBHOOK_SECRET to the secret of the webhook, whsec_…');

type Told = { id: string; type: string; time: string; subject?: string; data: { actor?: { kind: string } } };

/** Ids of messages that were taken: one that comes again, since our answer got lost, is the same one. Keep them where a restart finds them. */
const taken = new Set<string>();

function isGenuine(headers: IncomingHttpHeaders, body: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  // What was recorded long ago and is sent again is not news.
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const expected = createHmac('sha256', key)
    .update(`${String(id)}.${String(timestamp)}.${body}`)
    .digest();
  return String(signatures)
    .split(' ')
    .map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}

/** What you do with it: answer first where this takes long. */
function take({ type, subject, time, data }: Told): void {
  console.log(`${time} ${type} ${subject ?? ''} by ${data.actor?.kind ?? 'Coact'}`);
}

const server = createServer((request, response) => {
  const answer = (status: number) => void response.writeHead(status).end();
  text(request).then(
    (body) => {
      if (request.method !== 'POST') return answer(405);
      if (!isGenuine(request.headers, body)) return answer(401);
      const id = String(request.headers['webhook-id']);
      if (!taken.has(id)) take(JSON.parse(body));
      taken.add(id);
      return answer(204);
    },
    () => answer(400),
  );
});
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening on http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`);
});
process.once('SIGTERM', () => server.close());
