import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { callerOf, until } from './a2a-world.ts';
import { type Asked, moodyAgent, remoteActs } from './remote-agents.ts';
import { startServerProcess } from './server-process.ts';

const data = await mkdtemp(join(tmpdir(), 'coact-streams-'));
const dir = await mkdtemp(join(tmpdir(), 'coact-agents-'));
let server = await startServerProcess(data);
after(async () => {
  await server.end('SIGTERM');
  await Promise.all([data, dir].map((one) => rm(one, { recursive: true, force: true })));
});
const call: ReturnType<typeof callerOf> = async (...given) => callerOf(() => server)(...given);
const { remote, assigned, inReview, stateOf, requests, types, activity, runs } = remoteActs(call);

const count = (asked: readonly Asked[], method: string) => asked.filter((one) => one.method === method).length;
const sent = (asked: readonly Asked[]) => new Set(asked.flatMap(({ message }) => message ?? [])).size;
/** Delivered once, by one run, for one message, and nobody was bothered. */
async function deliveredOnce(id: string, asked: readonly Asked[]) {
  assert.equal((await types(id)).filter((type) => type === 'item.delivered').length, 1);
  assert.equal((await runs(id)).length, 1);
  assert.equal(sent(asked), 1);
  assert.deepEqual(await requests(id, 'exception'), []);
}

test('an agent that has streams is followed by its stream: what it says is seen as it says it, and hardly anything is asked', async () => {
  const agent = await moodyAgent(dir, 2_500);
  const id = await assigned(await remote('streamer', agent.port), 'Go on');
  for (const step of ['Step 1', 'Step 2', 'Step 3']) await until(async () => (await activity(id)) === step, 20_000);
  await inReview(id);
  const asked = await agent.asked();
  assert.equal(count(asked, 'SendStreamingMessage'), 1);
  assert.equal(count(asked, 'SendMessage'), 0);
  assert(count(asked, 'GetTask') <= 2, JSON.stringify(asked));
  await deliveredOnce(id, asked);
});

test('a stream that breaks in the middle of a word is taken up again', async () => {
  const agent = await moodyAgent(dir, 3_000);
  const id = await assigned(await remote('breaker', agent.port), 'Break off');
  await inReview(id);
  const asked = await agent.asked();
  assert(count(asked, 'SubscribeToTask') >= 1, JSON.stringify(asked));
  await deliveredOnce(id, asked);
});

test('an agent that is killed and comes back is followed on, if it remembers the task', async () => {
  const agent = await moodyAgent(dir, 3_000);
  const id = await assigned(await remote('phoenix', agent.port), 'Go on after all');
  await until(async () => (await activity(id)) === 'Step 1', 20_000);
  await agent.restart(1_500);
  await inReview(id);
  const asked = await agent.asked();
  assert(count(asked, 'SubscribeToTask') >= 1, JSON.stringify(asked));
  await deliveredOnce(id, asked);
});

test('Coact is killed while it follows a stream, and takes it up again: one message, one delivery', async () => {
  const agent = await moodyAgent(dir, 5_000);
  const id = await assigned(await remote('patient', agent.port), 'Go on meanwhile');
  await until(async () => (await activity(id)) === 'Step 1', 20_000);
  await server.end('SIGKILL');
  server = await startServerProcess(data);
  await until(async () => (await stateOf(id)) === 'review', 90_000);
  await deliveredOnce(id, await agent.asked());
});

test('a stream that says that the work is done when it is not is not believed', async () => {
  const agent = await moodyAgent(dir, 4_000);
  const id = await assigned(await remote('liar', agent.port), 'Lie in the stream');
  await until(async () => count(await agent.asked(), 'GetTask') > 0, 20_000);
  assert.equal(await stateOf(id), 'active');
  await inReview(id);
  await deliveredOnce(id, await agent.asked());
});

test('an end that is told twice is delivered once', async () => {
  const agent = await moodyAgent(dir);
  const id = await assigned(await remote('stammerer', agent.port), 'Say it twice');
  await inReview(id);
  await deliveredOnce(id, await agent.asked());
});

test('an agent whose streams do not work is asked, less and less often while it says nothing new', async () => {
  const agent = await moodyAgent(dir, 9_000);
  const id = await assigned(await remote('promiser', agent.port), 'There is no stream');
  await until(async () => (await activity(id)) === 'Step 2', 30_000);
  await until(async () => (await activity(id)) === 'Step 3', 30_000);
  const asked = await agent.asked();
  const reads = asked.filter(({ method }) => method === 'GetTask').map(({ at }) => at);
  const apart = reads.slice(1).map((at, i) => at - (reads[i] ?? 0));
  assert(reads.length < 12, `${reads.length} in two steps of nine seconds`);
  assert(Math.max(...apart) > 3_500, apart.join());
  await inReview(id);
  await deliveredOnce(id, await agent.asked());
});

test('work that is stopped here is cancelled there, though a stream is open', async () => {
  const agent = await moodyAgent(dir, 60_000);
  const id = await assigned(await remote('stopped', agent.port), 'Go on and on');
  await until(async () => (await activity(id)) === 'Step 1', 20_000);
  await call(`/v1/items/${id}/cancel`, { reason: 'Not wanted.' });
  await until(async () => count(await agent.asked(), 'CancelTask') === 1, 5_000);
});

test('a stop of everything reaches an agent elsewhere, and so does one run’s; lifted, the work is sent anew', async () => {
  const agent = await moodyAgent(dir, 60_000);
  const id = await assigned(await remote('halted', agent.port), 'Go on until stopped');
  await until(async () => (await activity(id)) === 'Step 1', 20_000);
  const stop = await call('/v1/stops', { workspace: true, reason: 'All of them.' });
  await until(async () => count(await agent.asked(), 'CancelTask') === 1, 5_000);
  assert.equal(await stateOf(id), 'ready');
  await call(`/v1/stops/${stop.id}/lift`, {});
  await until(async () => sent(await agent.asked()) === 2, 25_000);
  const live = (await runs(id)).find((run) => run['endedAt'] === null);
  await call(`/v1/runs/${live?.id}/stop`, { reason: 'This one.' });
  await until(async () => count(await agent.asked(), 'CancelTask') === 2, 5_000);
});

test('of an agent that never answers the lease ends, the owner is told why, and what to do', async () => {
  const agent = await moodyAgent(dir);
  const of = await remote('silent', agent.port);
  const { token } = await call(`/v1/participants/${of}/tokens`, { name: 'short lease' });
  const criteria = [{ text: 'It is written.', check: 'Read it.' }];
  const { id } = await call('/v1/items', { title: 'Say nothing', outcome: 'A page.', criteria, priority: 1 });
  await call(`/v1/items/${id}/commit`, {});
  await call('/v1/work/claim', { item: id, lease: 5 }, { token: String(token) });
  await until(async () => (await types(id)).includes('item.lost'), 20_000);
  const told = await until(async () => (await requests(id, 'exception'))[0], 80_000);
  assert.match(told.body.text, /cannot be spoken to: .* did not answer in time/);
  const { items } = (await call('/v1/remotes')) as unknown as { items: { participant: string; trouble: string }[] };
  assert.match(items.find(({ participant }) => participant === of)?.trouble ?? '', /did not answer in time/);
});
