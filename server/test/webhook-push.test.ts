import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { type Receiver, startReceiver } from './webhook-receiver.ts';

/** The real server as a process, killed and started again, and an agent that is told of its work by a webhook. */

let dataDir: string;
let server: ServerProcess;
let receiver: Receiver;
let bot: string;
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coact-webhooks-'));
  [server, receiver] = await Promise.all([startServerProcess(dataDir), startReceiver()]);
  bot = (await call('POST', '/v1/participants', { kind: 'agent', name: 'pushed' }))['id'] as string;
});
after(async () => {
  await server.end('SIGTERM');
  receiver.end();
  await rm(dataDir, { recursive: true, force: true });
});

type Json = Record<string, unknown>;

async function call(method: string, path: string, body?: Json, token = server.token): Promise<Json> {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return text ? (JSON.parse(text) as Json) : {};
}

async function add(path: string, more: Json): Promise<Json> {
  const webhook = await call('POST', '/v1/webhooks', { name: path, url: receiver.url + path, ...more });
  await receiver.set(path, { secrets: [String(webhook['secret'])] });
  return webhook;
}

async function arrivals(
  path: string,
  enough: (all: Awaited<ReturnType<Receiver['received']>>) => boolean,
  ms = 30_000,
) {
  for (const end = Date.now() + ms; ; await sleep(50)) {
    const all = await receiver.received(path);
    if (enough(all)) return all;
    assert(Date.now() < end, `${path} has ${all.length}: ${JSON.stringify(all.slice(-2))} ${server.errors()}`);
  }
}

async function readyFor(assignee: string | null, more: Json = {}): Promise<Json> {
  const said = { title: 'Renew it', outcome: 'It holds.', criteria: [{ text: 'It is served' }], priority: 1, ...more };
  const { id } = await call('POST', '/v1/items', { ...said, ...(assignee && { assignee }) });
  return call('POST', `/v1/items/${String(id)}/commit`, {});
}

test('an agent is sent the work that is assigned to it, with the brief and a token by which it claims, delivers, and nothing else', async () => {
  await add('/agent', { carries: 'assignments', participant: 'pushed' });
  const blocker = await call('POST', '/v1/items', { title: 'First' });
  const item = await readyFor('pushed');
  await readyFor(null);
  const [sent] = await arrivals('/agent', (all) => all.length > 0);
  assert(sent);
  assert.deepEqual([sent.event.type, sent.event.subject, sent.genuine], ['work.assigned', item['key'], [true]]);
  const { token, brief, url } = sent.event.data as { token: string; brief: Json; url: string };
  assert.equal((brief['item'] as Json)['key'], item['key']);
  assert.equal(url, server.url);
  const { run } = (await call('POST', '/v1/work/claim', { item: item['id'] }, token)) as { run: Json };
  const [criterion] = item['criteria'] as { id: string }[];
  const evidence = [{ criterion: criterion?.id, text: 'seen' }];
  const delivered = await call(
    'POST',
    `/v1/runs/${String(run['id'])}/deliver`,
    { fence: run['fence'], summary: 'Done.', evidence },
    token,
  );
  assert.equal(delivered['state'], 'review');
  await assert.rejects(call('POST', '/v1/items', { title: 'Another' }, token), /out_of_scope_token/);
  // A fact is in the ledger a moment after it was committed.
  const find = async () =>
    ((await call('GET', '/v1/events?type=token.created&order=newest')) as { items: { data: Json }[] }).items[0]?.data;
  let made = await find();
  for (let tries = 0; !made?.['scopes'] && tries < 50; tries += 1) made = (await sleep(100)) ?? (await find());
  assert.deepEqual([made?.['scopes'], made?.['teams']], [['work'], [item['team']]]);
  assert(Math.abs(Date.parse(String(made?.['expiresAt'])) - Date.now() - 3_600_000) < 60_000);

  // What cannot begin yet is not sent yet.
  const blocked = await readyFor('pushed', { blockedBy: [blocker['id']] });
  await sleep(1_000);
  const all = await receiver.received('/agent');
  assert.deepEqual(
    all.filter(({ event }) => event.subject === blocked['key']),
    [],
  );
});

test('an agent is sent what comes back from review, and handoffs that are offered to it', async () => {
  await add('/back', { carries: 'assignments', participant: 'pushed' });
  const item = await readyFor('pushed');
  const { token: own } = (await call('POST', `/v1/participants/${bot}/tokens`, { name: 'own' })) as { token: string };
  const { run } = (await call('POST', '/v1/work/claim', { item: item['id'] }, own)) as { run: Json };
  const [criterion] = item['criteria'] as { id: string }[];
  await call(
    'POST',
    `/v1/runs/${String(run['id'])}/deliver`,
    { fence: run['fence'], summary: 'x', evidence: [{ criterion: criterion?.id, text: 'x' }] },
    own,
  );
  const { items } = (await call('GET', '/v1/requests?kind=review&state=open')) as {
    items: { id: string; item: string }[];
  };
  const review = items.find((one) => one.item === item['id']);
  await call('POST', `/v1/requests/${review?.id}/respond`, {
    verdicts: [{ criterion: criterion?.id, verdict: 'fail', reason: 'Not so' }],
  });
  await arrivals('/back', (all) =>
    all.some(({ event }) => event.type === 'work.returned' && event.subject === item['key']),
  );

  const other = await readyFor(null);
  const handoff = await call('POST', '/v1/requests', {
    kind: 'handoff',
    item: other['id'],
    to: 'pushed',
    text: 'Please take it over.',
  });
  const all = await arrivals('/back', (some) => some.some(({ event }) => event.type === 'work.offered'));
  const offered = all.find(({ event }) => event.type === 'work.offered')?.event;
  assert.deepEqual([offered?.subject, offered?.data['request']], [other['key'], handoff['id']]);
  await call('POST', `/v1/requests/${String(handoff['id'])}/respond`, { accept: true }, String(offered?.data['token']));
});

test('an agent whose run is stopped is told within a second or so, signed, and so is who follows the event; paused, too', async () => {
  await add('/stopped', { carries: 'assignments', participant: 'pushed' });
  await add('/follower', { types: ['item.run_stopped', 'item.released'] });
  const { token: own } = (await call('POST', `/v1/participants/${bot}/tokens`, { name: 'stopped' })) as {
    token: string;
  };
  const begin = async () => {
    const item = await readyFor(null);
    const { run } = (await call('POST', '/v1/work/claim', { item: item['id'] }, own)) as { run: Json };
    return { key: String(item['key']), run: String(run['id']), fence: run['fence'] };
  };
  const heard = async (path: string, type: string, key: string) => {
    const fits = ({ event }: { event: { type: string; subject?: string } }) =>
      event.type === type && event.subject === key;
    const told = (await arrivals(path, (all) => all.some(fits), 5_000)).find(fits);
    assert(told);
    assert.deepEqual(told.genuine, [true]);
    return told.event.data;
  };

  const first = await begin();
  await call('POST', `/v1/runs/${first.run}/stop`, { reason: 'It asks the wrong authority.' });
  const data = await heard('/stopped', 'work.stopped', first.key);
  assert.deepEqual(
    [data['run'], data['ending'], data['reason']],
    [first.run, 'stopped', 'It asks the wrong authority.'],
  );
  assert(!('token' in data) && !('brief' in data), 'there is nothing left to do');
  await heard('/follower', 'item.run_stopped', first.key);

  const second = await begin();
  const third = await begin();
  await call('PATCH', `/v1/participants/${bot}`, { status: 'paused' });
  for (const { key, run } of [second, third]) assert.equal((await heard('/stopped', 'work.stopped', key))['run'], run);
  await heard('/follower', 'item.released', second.key);
  await call('PATCH', `/v1/participants/${bot}`, { status: 'active' });

  // What it lets go by itself it is not told.
  const given = await begin();
  await call('POST', `/v1/runs/${given.run}/release`, { fence: given.fence, reason: 'Too hard' }, own);
  const last = await begin();
  await call('POST', '/v1/stops', { participant: 'pushed', reason: 'For the night.' });
  await heard('/stopped', 'work.stopped', last.key);
  const all = await receiver.received('/stopped');
  assert(!all.some(({ event }) => event.type === 'work.stopped' && event.subject === given.key));
});

test('killed in the middle, again and again, a server loses nothing of what it had to send, and keeps the order of each item', async () => {
  await add('/killed', { types: ['item.commented'] });
  const items = await Promise.all([1, 2, 3].map(() => readyFor(null)));
  const said = new Map<string, string[]>(items.map((item) => [String(item['key']), []]));
  for (let round = 0; round < 4; round += 1) {
    await receiver.set('/killed', { manners: round % 2 ? ['error', 'ok', 'down', 'ok'] : ['ok'] });
    for (let n = 0; n < 10; n += 1) {
      const key = String(items[n % 3]?.['key']);
      const text = `${round}.${n}`;
      await call('POST', `/v1/items/${key}/comments`, { text });
      said.get(key)?.push(text);
    }
    // Some under way, some delivered, some not even in the outbox.
    await sleep(round * 120);
    await server.end('SIGKILL');
    server = await startServerProcess(dataDir);
  }
  const all = await arrivals('/killed', (some) => new Set(some.map(({ id }) => id)).size >= 40, 90_000);
  await sleep(1_000);
  const sent = await receiver.received('/killed');
  assert.equal(new Set(sent.map(({ id }) => id)).size, 40, 'one id for each fact, however often it was sent');
  assert(all.every(({ genuine }) => genuine[0]));
  for (const [key, texts] of said) {
    const told = sent
      .filter(({ event }) => event.subject === key)
      .map(({ event }) => (event.data['data'] as Json)['text']);
    // Sent again it may be, but never after what follows it.
    assert.deepEqual(
      told.filter((text, i) => text !== told[i - 1]),
      texts,
      key,
    );
  }
});

test('told to stop, a server does not wait for a receiver that does not answer', async () => {
  await add('/slow', { types: ['item.created'] });
  await receiver.set('/slow', { manners: ['slow', 'ok'] });
  await call('POST', '/v1/items', { title: 'Slow' });
  await arrivals('/slow', (all) => all.length > 0);
  const begun = performance.now();
  assert.equal(await server.end('SIGTERM'), 0);
  assert(performance.now() - begun < 9_000);
  server = await startServerProcess(dataDir);
  const [first, second] = await arrivals('/slow', (all) => all.length > 1);
  assert.equal(first?.id, second?.id);
});
