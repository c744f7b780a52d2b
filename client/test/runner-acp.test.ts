import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type RunnerWorld, startRunnerWorld, until } from './runner-world.ts';

let world: RunnerWorld;
before(async () => (world = await startRunnerWorld()));
after(() => world.end());

const program = new URL('acp-agent.ts', import.meta.url).pathname;

async function begin(name: string, mode: string, options: string[] = []) {
  await world.agent(name);
  const item = await world.ready(`Work for ${name}`, { skills: [name] });
  const log = join(world.folder, name);
  const runner = world.runner([
    '--agent',
    name,
    '--acp',
    '--grace',
    '1s',
    ...options,
    '--',
    process.execPath,
    program,
    log,
    mode,
  ]);
  return { item, runner, log: () => readFile(log, 'utf8').catch(() => '') };
}
const proposals = async (item: string, text: RegExp) =>
  (await world.operator.request.list({ item, kind: 'proposal' })).items.filter(({ body }) =>
    text.test(String(body['text'])),
  );
const open = (item: string, text: RegExp) =>
  until(String(text), async () => (await proposals(item, text)).find(({ state }) => state === 'open'));

test('an agent gets the brief as its prompt, its updates are live, its plan a proposal, and what it may not do is held', async () => {
  const { item, runner, log } = await begin('scribe', 'write');
  const asked = await open(item.id, /^Asks to use a tool, “Write result\.txt”, for /);
  const [step] = asked.body['operations'] as { operation: string; input: Record<string, unknown> }[];
  assert.deepEqual(
    [asked.body['held'], asked.body['rules'], step?.operation],
    [true, ['tools-need-the-owner'], 'run.use_tool'],
  );
  const { tool, title, given, places } = step?.input ?? {};
  assert.deepEqual(
    { tool, title, given, places },
    { tool: 'edit', title: 'Write result.txt', given: '{\n "path": "result.txt"\n}', places: ['/work/result.txt:3'] },
  );
  const row = (await world.operator.inbox.list()).items.find(({ id }) => id === asked.id);
  assert(row, 'it is in the inbox of the owner');
  const plan = await open(item.id, /Plans to do it so:\n1\. Look\n2\. Write/);
  await world.operator.request.respond({ id: plan.id, accept: true });
  assert(
    (await world.operator.item.comments({ id: item.id })).items.some(({ text }) => text === 'Plan:\n1. Look\n2. Write'),
  );
  assert.doesNotMatch(await log(), /^outcome:/m);
  await world.operator.request.respond({ id: asked.id, accept: true });
  await until('it is delivered', async () => (await world.operator.item.get({ id: item.id })).state === 'review');

  assert.match(await log(), /tools at http:.*\/mcp\nprompt 1: .*Work for scribe[^]*\noutcome: yes\n$/);
  const { delivery } = await world.operator.item.get({ id: item.id });
  assert.equal(delivery?.summary, 'I wrote the result.');
  const [run] = await world.runs(item.id);
  assert.deepEqual([run?.progress, run?.usage.cost], [1, 0.25]);
  const { items } = await world.operator.run.activities({ id: run?.id ?? '' });
  assert(items.some(({ activity }) => activity === 'Reading the folder'));
  assert.equal(await runner.end('SIGTERM'), 0, runner.said());
});

test('permission that is declined is a no to the agent, and what is permitted beforehand is not asked for', async () => {
  const { item, runner, log } = await begin('denied', 'write');
  const asked = await open(item.id, /Asks to use a tool/);
  await world.operator.request.respond({ id: asked.id, accept: false, reason: 'Not there.' });
  await until('the agent hears it', async () => /outcome: no\n/.test(await log()));
  await runner.end('SIGTERM');

  const free = await begin('trusted', 'write', ['--permit', 'edit']);
  await until('it is delivered', async () => (await world.operator.item.get({ id: free.item.id })).state === 'review');
  assert.match(await free.log(), /outcome: yes\n/);
  assert.deepEqual(await proposals(free.item.id, /use a tool/), []);
  await free.runner.end('SIGTERM');
});

test('a plan that is declined interrupts the agent, which hears why and plans anew', async () => {
  const { item, runner, log } = await begin('planner', 'wait');
  const plan = await open(item.id, /Plans to do it so/);
  await world.operator.request.respond({ id: plan.id, accept: false, reason: 'Look twice.' });
  await until('it is delivered', async () => (await world.operator.item.get({ id: item.id })).state === 'review');
  assert.match(await log(), /cancelled\nprompt 2: Your plan was declined: Look twice\./);
  const [second] = await proposals(item.id, /1\. Look twice/);
  assert.equal(second?.state, 'withdrawn', 'nobody has to judge the plan of a run that is over');
  await runner.end('SIGTERM');
});

test('an agent that refuses has failed; one that is stopped is cancelled, and its question with it', async () => {
  const { item, runner } = await begin('stubborn', 'refuse');
  const run = await until('it ends', async () => (await world.runs(item.id)).find(({ endedAt }) => endedAt));
  assert.deepEqual([run.ending, run.note], ['failed', 'The agent refused to go on.']);
  await runner.end('SIGTERM');

  const shut = await begin('shut', 'write');
  const held = await open(shut.item.id, /Asks to use a tool/);
  const [live] = await world.runs(shut.item.id);
  await world.operator.run.stop({ id: live?.id ?? '', reason: 'Not now.' });
  await until('the agent hears it', async () => /outcome: cancelled/.test(await shut.log()));
  await until('nobody is asked any longer', async () =>
    (await world.operator.request.get({ id: held.id })).state === 'withdrawn' ? true : undefined,
  );
  await shut.runner.end('SIGTERM');

  const stopped = await begin('halted', 'write');
  const asked = await open(stopped.item.id, /Asks to use a tool/);
  assert.equal(await stopped.runner.end('SIGTERM'), 0, stopped.runner.said());
  assert.match(await stopped.log(), /outcome: cancelled/);
  assert.equal((await world.operator.request.get({ id: asked.id })).state, 'withdrawn');
  assert.equal((await world.runs(stopped.item.id))[0]?.ending, 'released');
});
