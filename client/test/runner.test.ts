import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type RunnerWorld, isRunning, startRunnerWorld, until } from './runner-world.ts';

let world: RunnerWorld;
before(async () => (world = await startRunnerWorld()));
after(() => world.end());

/** An agent with this skill, and work that asks for it: tests do not take each other's. */
async function agentWith(name: string, over: Record<string, unknown> = {}) {
  await world.agent(name);
  return world.ready(`Work for ${name}`, { skills: [name], ...over });
}
const stateOf = async (id: string) => (await world.operator.item.get({ id })).state;
const pidIn = async (file: string) =>
  Number(await until(`${file} is written`, () => readFile(file, 'utf8').catch(() => '')));

test('a command gets the brief, reports by lines, and what it names is the evidence of what it delivers', async () => {
  const item = await agentWith('carver', { criteria: [{ text: 'A figure' }, { text: 'A log' }] });
  const command = await world.script(
    'carve.sh',
    `cat > brief.txt
echo '{"activity":"Carving","progress":0.5,"usage":{"tokens":1200,"cost":0.2}}'
echo "a line of its own; secret:$SECRET_OF_OURS given:$GIVEN $(env | grep -c ^COACT_)"
echo 'a figure' > figure.txt
cmp -s brief.txt "$COACT_BRIEF" || exit 1
echo '{"artifact":{"path":"figure.txt","criterion":"c1"}}'
echo '{"artifact":"/etc/passwd"}'
echo '{"summary":"Carved"}'`,
  );
  const runner = world.runner(['--agent', 'carver', '--once', '--env', 'GIVEN=yes', '--', command]);
  assert.equal(await runner.end(), 0, runner.said());
  const { state, delivery } = await world.operator.item.get({ id: item.id });
  assert.equal(state, 'review', runner.said());
  assert.equal(delivery?.summary, 'Carved');
  const [run] = await world.runs(item.id);
  assert.deepEqual([run?.usage.tokens, run?.usage.cost], [1200, 0.2]);
  const { items: activities } = await world.operator.run.activities({ id: run?.id ?? '' });
  assert(activities.some(({ activity }) => activity === 'Carving'));
  const evidence = delivery?.evidence.map(({ criterion, name }) => [criterion, name]);
  assert.deepEqual(evidence, [
    ['c1', 'figure.txt'],
    ['c2', 'output.txt'],
  ]);
  const { text } = await world.operator.artifact.get({ sha256: delivery?.evidence[1]?.artifact ?? '' });
  assert.match(text ?? '', /secret: given:yes 9/);
  assert.match(runner.said(), /\/etc\/passwd was not kept: it is not in the working directory/);
  assert.deepEqual(await readdir(world.temp), []);
  assert.deepEqual((await world.operator.token.list({ id: 'carver' })).items, []);
});

test('an exit code of 75 gives the work back with a word, any other says why it could not be done', async () => {
  const released = await agentWith('giver');
  const back = world.runner([
    '--agent',
    'giver',
    '--once',
    '--',
    await world.script('back.sh', 'echo "The kiln is cold"; exit 75'),
  ]);
  assert.equal(await back.end(), 0);
  const [given] = await world.runs(released.id);
  assert.deepEqual([given?.ending, given?.note, await stateOf(released.id)], ['released', 'The kiln is cold', 'ready']);

  const failed = await agentWith('failer');
  const runner = world.runner(['--agent', 'failer', '--', await world.script('fail.sh', 'echo "No clay" >&2; exit 3')]);
  const run = await until('the run fails', async () => (await world.runs(failed.id)).find(({ endedAt }) => endedAt));
  assert.deepEqual([run.ending, run.note], ['failed', 'The command ended with exit code 3: No clay']);
  assert.equal(await runner.end('SIGTERM'), 0);
});

test('a program that is not there is told before any work is claimed', async () => {
  const item = await agentWith('nobody');
  const runner = world.runner(['--agent', 'nobody', '--', 'no-such-program']);
  assert.equal(await runner.end(), 2);
  assert.match(runner.said(), /There is no program no-such-program to run/);
  assert.deepEqual(await world.runs(item.id), []);
});

test('three runs go on at once for one agent, and no item is done twice', async () => {
  await world.agent('weaver');
  const items = await Promise.all(
    ['one', 'two', 'three', 'four', 'five', 'six'].map((title) => world.ready(title, { skills: ['weaver'] })),
  );
  const seen = join(world.folder, 'weaver');
  await mkdir(seen);
  const command = await world.script(
    'weave.sh',
    `mkdir ${seen}/$COACT_KEY || exit 9
touch ${seen}/now-$COACT_KEY
for i in $(seq 50); do [ $(ls ${seen} | grep -c now-) -ge 3 ] && touch ${seen}/three; sleep 0.1; [ -e ${seen}/three ] && break; done
rm ${seen}/now-$COACT_KEY`,
  );
  const runner = world.runner(['--agent', 'weaver', '--parallel', '3', '--once', '--', command]);
  assert.equal(await runner.end(), 0, runner.said());
  assert(existsSync(join(seen, 'three')), runner.said());
  for (const { id } of items) {
    assert.equal(await stateOf(id), 'review');
    assert.equal((await world.runs(id)).length, 1);
  }
});

test('a stop ends the command and what it started, by force where it does not listen', async () => {
  const item = await agentWith('deaf');
  const command = await world.script(
    'deaf.sh',
    `trap '' TERM
setsid sleep 300 &
echo $! > ${world.folder}/stray
echo $$ > ${world.folder}/deaf
while :; do sleep 0.2; done`,
  );
  const runner = world.runner(['--agent', 'deaf', '--grace', '1s', '--', command]);
  const [pid, stray] = [await pidIn(join(world.folder, 'deaf')), await pidIn(join(world.folder, 'stray'))];
  const [run] = await world.runs(item.id);
  await world.operator.stop.create({ participant: 'deaf', reason: 'Enough.' });
  await until('the command has ended', async () => !(await isRunning(pid)) && !(await isRunning(stray)), 8);
  assert.equal((await world.runs(item.id))[0]?.ending, 'stopped', run?.id);
  assert.equal(await stateOf(item.id), 'ready');
  assert.equal(await runner.end('SIGTERM'), 0);
  assert.match(runner.said(), /gone/);
  assert.deepEqual(await readdir(world.temp), []);
});

test('a pause ends the command; resumed, the agent takes the work up again', async () => {
  const item = await agentWith('sleeper');
  const command = await world.script(
    'sleeper.sh',
    `if [ -e ${world.folder}/slept ]; then exit 0; fi
echo $$ > ${world.folder}/slept
exec sleep 300`,
  );
  const runner = world.runner(['--agent', 'sleeper', '--', command]);
  const pid = await pidIn(join(world.folder, 'slept'));
  await world.operator.participant.update({ id: 'sleeper', status: 'paused' });
  await until('the command has ended', async () => !(await isRunning(pid)), 8);
  assert.equal(await stateOf(item.id), 'ready');
  await world.operator.participant.update({ id: 'sleeper', status: 'active' });
  await until('the work is delivered', async () => (await stateOf(item.id)) === 'review');
  assert.equal(await runner.end('SIGTERM'), 0);
});

test('a run that takes longer than it may is ended, and says so', async () => {
  const item = await agentWith('slow');
  const runner = world.runner([
    '--agent',
    'slow',
    '--limit',
    '1s',
    '--',
    await world.script('slow.sh', 'exec sleep 300'),
  ]);
  const run = await until('the run ends', async () => (await world.runs(item.id)).find(({ endedAt }) => endedAt));
  assert.deepEqual([run.ending, run.note], ['failed', 'It was not done within 1 seconds.']);
  await runner.end('SIGTERM');
});

test('a runner that is asked to end ends its commands and gives the work back', async () => {
  const item = await agentWith('leaver');
  const command = await world.script('leaver.sh', `echo $$ > ${world.folder}/leaver; exec sleep 300`);
  const runner = world.runner(['--agent', 'leaver', '--', command]);
  const pid = await pidIn(join(world.folder, 'leaver'));
  assert.equal(await runner.end('SIGTERM'), 0);
  assert(!(await isRunning(pid)));
  const [run] = await world.runs(item.id);
  assert.deepEqual([run?.ending, run?.note], ['released', 'The runner was stopped.']);
  assert.deepEqual((await world.operator.token.list({ id: 'leaver' })).items, []);
  assert.deepEqual(await readdir(world.temp), []);
});

test('a runner that is killed leaves no process and no folder, and the next one ends its tokens', async () => {
  await agentWith('victim');
  const command = await world.script(
    'victim.sh',
    `setsid sleep 300 &
echo $! > ${world.folder}/victims-child
echo $$ > ${world.folder}/victim
exec sleep 300`,
  );
  const runner = world.runner(['--agent', 'victim', '--grace', '500ms', '--', command]);
  const [pid, child] = [await pidIn(join(world.folder, 'victim')), await pidIn(join(world.folder, 'victims-child'))];
  assert.equal(await runner.end('SIGKILL'), 'SIGKILL');
  await until('the command is gone', async () => !(await isRunning(pid)) && !(await isRunning(child)), 8);
  await until('its folder is gone', async () => (await readdir(world.temp)).length === 0, 8);
  assert.equal((await world.operator.token.list({ id: 'victim' })).items.length, 2);
  const next = world.runner(['--agent', 'victim', '--once', '--', 'true']);
  assert.equal(await next.end(), 0);
  assert.deepEqual((await world.operator.token.list({ id: 'victim' })).items, []);
});

test('a worktree is made for each item; its changes are shown, its commits kept, and nothing else stays', async () => {
  const repository = join(world.folder, 'repository');
  await mkdir(repository);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=T', '-c', 'user.email=t@e.x', ...args], {
      encoding: 'utf8',
    });
  git('init', '--quiet');
  await writeFile(join(repository, 'a.txt'), 'one\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'begin');
  const item = await agentWith('branch');
  const command = await world.script(
    'branch.sh',
    `echo two >> a.txt
git -c user.name=T -c user.email=t@e.x commit --quiet -am 'two'
echo three > b.txt`,
  );
  const runner = world.runner(['--agent', 'branch', '--once', '--worktree', repository, '--', command]);
  assert.equal(await runner.end(), 0, runner.said());
  const { delivery, key } = await world.operator.item.get({ id: item.id });
  assert.deepEqual(
    delivery?.evidence.map(({ name }) => name),
    ['changes.patch'],
    runner.said(),
  );
  const { text } = await world.operator.artifact.get({ sha256: delivery?.evidence[0]?.artifact ?? '' });
  assert.match(text ?? '', /\+two[^]*\+three/);
  assert.equal(git('worktree', 'list').trim().split('\n').length, 1);
  assert.equal(git('status', '--porcelain'), '');
  const branch = git('branch', '--list', `coact/${key}-*`, '--format', '%(refname:short)').trim();
  assert.match(delivery?.summary ?? '', new RegExp(`on the branch ${branch}`));
  assert.equal(git('show', `${branch}:a.txt`), 'one\ntwo\n');
});

test('a delivery that needs approval is waited for with the lease kept, and happens once', async () => {
  const item = await agentWith('asker', {
    reversible: false,
    scope: { included: ['all of it'], excluded: ['the rest'] },
    criteria: [{ text: 'It shows', check: 'Look at it' }],
  });
  const runner = world.runner(['--agent', 'asker', '--lease', '5s', '--', 'true']);
  const held = await until(
    'the delivery is held',
    async () => (await world.operator.request.list({ item: item.id, kind: 'proposal', state: 'open' })).items[0],
  );
  await new Promise((resolve) => setTimeout(resolve, 6_500));
  assert.equal(await stateOf(item.id), 'active');
  await world.operator.request.respond({ id: held.id, accept: true });
  await until('it is delivered', async () => (await stateOf(item.id)) === 'review');
  await until('the runner knows', () => /delivered\. The delivery was approved/.test(runner.said()));
  assert.equal((await world.runs(item.id)).length, 1);
  await runner.end('SIGTERM');
});

test('work that comes back from review is taken up by the same agent, which reads the reason', async () => {
  const item = await agentWith('learner');
  const command = await world.script('learner.sh', `grep -q 'too thin' && echo "thicker" || echo "first"`);
  const runner = world.runner(['--agent', 'learner', '--', command]);
  const review = await until(
    'the first delivery',
    async () => (await world.operator.request.list({ item: item.id, kind: 'review', state: 'open' })).items[0],
  );
  await world.operator.request.respond({
    id: review.id,
    verdicts: [{ criterion: 'c1', verdict: 'fail', reason: 'too thin' }],
  });
  await until(
    'the second delivery',
    async () => (await world.operator.item.get({ id: item.id })).delivery?.summary === 'thicker',
  );
  await runner.end('SIGTERM');
});
