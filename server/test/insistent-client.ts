import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the server is now and how to get in; null while it is down. */
export type Place = { url: string; operator: string };

export type Json = Record<string, unknown> & { id: string };
export type Sent = { status: number; body: Json };

/** A refusal or an error of the server that is no outage: nothing of the kind may happen. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer';
}

/**
 * Sends a command until it is acknowledged, however often the server dies meanwhile: each time with the same key, as a
 * careful client does. `token` null means the operator's of the moment.
 */
export async function insist(where: () => Place, token: string | null, path: string, body: object): Promise<Sent> {
  const key = randomUUID();
  const givenUp = Date.now() + 30_000;
  for (;;) {
    const { url, operator } = where();
    const answer = await send(url + path, { token: token ?? operator, key, body });
    if (answer && answer.status < 300) return answer;
    // A token of the operator ends with the start that made it.
    const outage = !answer || answer.status === 503 || (token === null && answer.status === 401);
    if (!outage)
      throw new UnexpectedAnswer(`${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    if (Date.now() > givenUp)
      throw new UnexpectedAnswer(`${path} was not acknowledged in 30 s: ${JSON.stringify(answer)}`);
    await sleep(30);
  }
}

/** One try; null when there was no answer. */
async function send(
  url: string,
  { token, key, body }: { token: string; key: string; body: object },
): Promise<Sent | null> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Json };
  } catch {
    return null;
  }
}

const clear = { outcome: 'True.', criteria: [{ text: 'One' }], priority: 2 };
type Run = Json & { fence: number };

/** Writes an item, commits it, claims it, reports twice and delivers it: six commands, each acknowledged. */
export async function workThrough(where: () => Place, token: string, title: string): Promise<void> {
  const { body: item } = await insist(where, token, '/v1/items', { title, ...clear });
  await insist(where, null, `/v1/items/${item.id}/commit`, {});
  const { body: claim } = await insist(where, token, '/v1/work/claim', { item: item.id });
  const run = claim['run'] as Run;
  for (const progress of [0.3, 0.6])
    await insist(where, token, `/v1/runs/${run.id}/heartbeat`, { fence: run.fence, progress });
  const evidence = [{ criterion: 'c1', text: 'seen' }];
  await insist(where, token, `/v1/runs/${run.id}/deliver`, { fence: run.fence, summary: 'Done.', evidence });
}

/** Every item that was worked through has each of its six events, once. */
export const throughEvents = [
  'item.created',
  'item.committed',
  'item.claimed',
  'run.reported',
  'run.reported',
  'item.delivered',
];
