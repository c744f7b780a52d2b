import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunnerWorld, isRunning, startRunnerWorld, until } from './runner-world.ts';

let world: RunnerWorld;
before(async () => (world = await startRunnerWorld()));
after(() => world.end());

const pidIn = async (file: string) =>
  Number(await until(`${file} is written`, () => readFile(file, 'utf8').catch(() => '')));

test('a run goes on over a restart of the server that is shorter than its lease, and is done once', async () => {
  await world.agent('patient');
  const item = await world.ready('Outlast a restart', { skills: ['patient'] });
  const command = await world.script(
    'patient.sh',
    `echo $$ >> ${world.folder}/patient
until [ -e ${world.folder}/back ]; do sleep 0.1; done
echo "Still here"`,
  );
  const runner = world.runner(['--agent', 'patient', '--lease', '30s', '--', command]);
  const pid = await pidIn(join(world.folder, 'patient'));
  await world.stopServer();
  await sleep(1_000);
  await world.startServer();
  assert(await isRunning(pid), runner.said());
  await writeFile(join(world.folder, 'back'), '');
  await until('it is delivered', async () => (await world.operator.item.get({ id: item.id })).state === 'review', 30);
  assert.equal((await world.runs(item.id)).length, 1);
  assert.match(await readFile(join(world.folder, 'patient'), 'utf8'), /^\d+\n$/);
  assert.equal(await runner.end('SIGTERM'), 0);
});

test('a run whose lease ended while the server was away is ended before anybody else can have it, and never twice at once', async () => {
  await world.agent('orphan');
  const item = await world.ready('Lose the lease', { skills: ['orphan'] });
  const log = join(world.folder, 'orphan');
  const command = await world.script(
    'orphan.sh',
    `echo $$ >> ${log}
[ $(wc -l < ${log}) -gt 1 ] && exit 0
exec sleep 300`,
  );
  const runner = world.runner(['--agent', 'orphan', '--lease', '5s', '--grace', '1s', '--', command]);
  const pid = await pidIn(log);
  await world.stopServer();
  const stopped = Date.now();
  await until('the command has ended', async () => !(await isRunning(pid)), 10);
  assert(Date.now() - stopped < 6_000, 'it ended later than its lease');
  await sleep(Math.max(0, stopped + 6_000 - Date.now()));
  await world.startServer();
  await until(
    'the next attempt delivers',
    async () => (await world.operator.item.get({ id: item.id })).state === 'review',
    40,
  );
  const endings = (await world.runs(item.id)).map(({ ending }) => ending);
  assert.deepEqual(endings, ['delivered', 'lost'], runner.said());
  assert.equal(await runner.end('SIGTERM'), 0);
  assert.deepEqual(await readdir(world.temp), []);
});
