import assert from 'node:assert/strict';
import { type IncomingMessage, request } from 'node:http';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../test/app.ts';
import itemCreate from '../operations/item/create.ts';
import participantUpdate from '../operations/participant/update.ts';
import participantCreate from '../operations/participant/create.ts';
import tokenCreate from '../operations/token/create.ts';

type Message = { id: number; event: string; data: { position: number; type: string; item: { key: string } | null } };

/** Opens the stream and reads its messages, one at a time. */
async function open(app: Pick<TestApp, 'url' | 'token'>, query = '', headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      `${app.url}/v1/events/stream${query}`,
      { headers: { authorization: `Bearer ${app.token}`, ...headers }, agent: false },
      resolve,
    )
      .on('error', reject)
      .end();
  });
  const messages = readMessages(response);
  return {
    response,
    next: async () => (await messages.next()).value ?? null,
    close: () => response.destroy(),
  };
}

async function* readMessages(response: IncomingMessage): AsyncGenerator<Message> {
  let rest = '';
  for await (const chunk of response) {
    rest += String(chunk);
    const parts = rest.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const fields = Object.fromEntries(
        part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      if (fields['data'])
        yield {
          id: Number(fields['id']),
          event: String(fields['event']),
          data: JSON.parse(fields['data']) as Message['data'],
        };
    }
  }
}

test('a reader hears what happens from now on, as it was written to the ledger', async () => {
  const app = await testApp();
  const reader = await open(app);
  assert.equal(reader.response.headers['content-type'], 'text/event-stream');
  await app.operator(itemCreate, { title: 'Renew the certificate' });
  let heard = await reader.next();
  // Facts that were committed just before may still be on their way to their place in the ledger.
  while (heard && heard.event !== 'item.created') heard = await reader.next();
  assert.equal(heard?.data.position, heard?.id);
  const [written] = await app.events('item.created');
  const { position: _, ...entry } = heard?.data ?? { position: 0 };
  assert.deepEqual(entry, written);
  reader.close();
});

test('whoever comes back with the last id misses nothing and hears nothing twice', async () => {
  const app = await testApp();
  const first = await open(app, '?after=0');
  const seen = [(await first.next())?.id, (await first.next())?.id];
  first.close();
  for (const title of ['One', 'Two', 'Three']) await app.operator(itemCreate, { title });

  const second = await open(app, '?after=0', { 'last-event-id': String(seen[1]) });
  const titles: (string | undefined)[] = [];
  for (let last = seen[1] ?? 0; titles.length < 3;) {
    const heard = await second.next();
    assert.equal(heard?.id, last + 1, 'positions have no gaps');
    last = heard?.id ?? 0;
    if (heard?.event === 'item.created') titles.push(heard.data.item?.key);
  }
  assert.deepEqual(titles, ['GEN-1', 'GEN-2', 'GEN-3']);
  second.close();
});

test('a reader may ask for one item, one team or one participant', async () => {
  const app = await testApp();
  for (const title of ['One', 'Two']) await app.operator(itemCreate, { title });
  const byItem = await open(app, '?after=0&item=GEN-2');
  assert.equal((await byItem.next())?.data.item?.key, 'GEN-2');
  const byTeam = await open(app, '?after=0&team=gen&participant=me');
  assert.equal((await byTeam.next())?.data.item?.key, 'GEN-1');
  byItem.close();
  byTeam.close();
  for (const wrong of ['?item=GEN-9', '?team=NOPE', '?after=-1', '?colour=red'])
    assert.equal((await app.send(`/v1/events/stream${wrong}`)).status, 422, wrong);
  assert.equal((await app.send('/v1/events/stream', { headers: { 'last-event-id': 'x' } })).status, 422);
  assert.equal((await app.send('/v1/events/stream', { headers: { authorization: '' } })).status, 401);
  assert.deepEqual((await app.send('/v1/events/stream', { method: 'HEAD' })).status, 200);
});

test('a stream ends soon after its reader has lost the right to it', async () => {
  const app = await testApp({ streamTimes: { keepAliveMs: 50, stuckMs: 30_000 } });
  const agent = await app.operator(participantCreate, { kind: 'agent', name: 'cert-bot' });
  const { token } = await app.operator<{ token: string }>(tokenCreate, { id: agent.id, name: 'test' });
  const reader = await open({ url: app.url, token });
  await app.operator(participantUpdate, { id: agent.id, status: 'retired' }, { ifMatch: 1 });
  while (await reader.next());
  assert.ok(reader.response.complete, 'ended politely, not cut');
});

test('a reader that takes nothing keeps nothing in memory, and is cut off while others go on', async () => {
  const body = JSON.stringify({ id: 'x', data: 'y'.repeat(100_000) });
  const all = 2_000;
  const events = Array.from({ length: all }, (_, i) => ({
    position: i + 1,
    body,
    type: 'test.large',
    item: null,
    team: null,
    actor: 'x',
  }));
  let read = 0;
  const app = await testApp({
    streamTimes: { keepAliveMs: 15_000, stuckMs: 300 },
    events: {
      head: () => all,
      seen: async (_, __, positions) => new Set(positions),
      read: async (_, after, limit) => {
        const page = events.slice(after, after + limit);
        read = Math.max(read, after);
        return page;
      },
      subscribe: () => () => undefined,
      resolve: async (_, __, filter) => filter,
    },
  });
  const stuck = await open(app, '?after=0');
  stuck.response.pause();
  const cut = new Promise((resolve) => stuck.response.once('close', resolve).once('error', resolve));
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.ok(read < 300, `a stuck reader was read ${read} events ahead`);
  const other = await open(app, `?after=${all - 5}`);
  assert.equal((await other.next())?.id, all - 4);
  other.close();
  await new Promise((resolve) => setTimeout(resolve, 400));
  stuck.response.resume();
  await cut;
  assert.ok(!stuck.response.complete);
});
