import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { callerOf, connect, message, receiver, request, until } from './a2a-world.ts';
import { moodyAgent, remoteActs } from './remote-agents.ts';
import type { ServerProcess } from './server-process.ts';
import { skipTwo as skip, startTwo } from './two-servers.ts';

let both: Awaited<ReturnType<typeof startTwo>>;
let one: ServerProcess;
let two: ServerProcess;
let dir: string;
before(async () => {
  if (skip) return;
  // Credentials lie sealed in the database: servers that share them share the key.
  const key = randomBytes(32).toString('base64');
  both = await startTwo({ COACT_PRIVATE_HOSTS: '127.0.0.1', COACT_SECRET_KEY: key });
  [one, two] = both.servers;
  dir = await mkdtemp(join(tmpdir(), 'coact-agents-'));
});
after(async () => {
  await both?.end();
  if (dir) await rm(dir, { recursive: true, force: true });
});
const call: ReturnType<typeof callerOf> = async (...given) => callerOf(() => two)(...given);
const { remote, assigned, inReview, types, runs } = remoteActs(call);

test('two servers share the work for agents elsewhere: each is sent once and delivered once', { skip }, async () => {
  const agent = await moodyAgent(dir, 1_000);
  const to = await remote('shared', agent.port);
  const items = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => assigned(to, `Go on ${n}`)));
  for (const id of items) await inReview(id);
  const sent = (await agent.asked()).flatMap(({ message: id }) => id ?? []);
  assert.equal(sent.length, items.length, sent.join());
  assert.equal(new Set(sent).size, items.length);
  for (const id of items) assert.equal((await types(id)).filter((type) => type === 'item.delivered').length, 1);
});

test('two servers tell of a task once for each of its states', { skip }, async () => {
  const { client, told, push, start } = await pushed();
  const task = await start();
  await until(() => told.length >= 1);
  await call(`/v1/items/${task}/triage`, { as: 'decline', reason: 'Not for us.' });
  await until(() => told.some(({ body }) => JSON.stringify(body).includes('REJECTED')));
  await sleep(3_000);
  const states = told.map(({ body }) => /TASK_STATE_\w+/.exec(JSON.stringify(body))?.[0]);
  assert.equal(new Set(states).size, states.length, states.join());
  assert(client && push);
});

test('what could not be told is told later, by whichever server lives, after a wait that grows', { skip }, async () => {
  const { told, start, answers } = await pushed();
  answers(503);
  await start();
  const times: number[] = [];
  await until(() => {
    if (told.length > times.length) times.push(Date.now());
    if (times.length === 2) answers(204);
    return times.length >= 3;
  }, 60_000);
  const [first = 0, second = 0, third = 0] = times;
  assert(second - first > 3_500 && third - second > 20_000, times.map((at) => at - first).join());
  await sleep(3_000);
  assert.equal(told.length, 3, 'once it is told, it is told no more');
});

test('when one server dies, the other goes on with what it did', { skip }, async () => {
  const agent = await moodyAgent(dir, 6_000);
  const to = await remote('survivor', agent.port);
  const items = await Promise.all([1, 2, 3, 4].map((n) => assigned(to, `Go on through death ${n}`)));
  await until(async () => (await agent.asked()).filter(({ message: id }) => id).length === items.length, 20_000);
  await one.end('SIGKILL');
  for (const id of items) await inReview(id);
  const sent = (await agent.asked()).flatMap(({ message: id }) => id ?? []);
  assert.equal(new Set(sent).size, items.length);
  for (const id of items) assert.equal((await runs(id)).length, 1);
});

/** Somebody who sends work and is told of it. */
async function pushed() {
  const { told, url, answers } = await receiver();
  const { id } = await call('/v1/participants', { kind: 'agent', name: `sender ${url}`, teams: ['GEN'] });
  const { token } = await call(`/v1/participants/${id}/tokens`, { name: 'a2a' });
  const client = await connect(two.url, 'JSONRPC', String(token));
  const push = { tenant: '', id: 'p', taskId: '', url, token: 't', authentication: undefined };
  const start = async () => {
    const task = await client.sendMessage(request(message('Tell me of it'), { taskPushNotificationConfig: push }));
    return task && 'id' in task ? task.id : '';
  };
  return { client, told, push, start, answers };
}
