import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { allCommands, fromPs, isTaken, lookAt } from './processes.ts';
import { unlessLinux } from './testing/place.ts';

const unlessPs = spawnSync('ps', ['-p', '1']).error ? 'needs ps' : false;

test('a process is seen alike through /proc and through ps', { skip: unlessLinux || unlessPs }, async () => {
  const { parent, command } = (await lookAt(process.pid)) ?? assert.fail();
  assert.equal(parent, process.ppid);
  assert.deepEqual(await fromPs(process.pid), { parent, command, folder: undefined });
  assert.equal((await allCommands()).get(process.pid), command);
});

test(
  'a process that has ended is nobody, even while its parent has not reaped it',
  { skip: unlessLinux },
  async (t) => {
    // The shell replaces itself by a program that never asks for its child; only then may the child end.
    const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 601'], { stdio: ['ignore', 'pipe', 'ignore'] });
    t.after(() => parent.kill('SIGKILL'));
    const [pid] = (await once(parent.stdout, 'data')).map(Number);
    assert(pid && parent.pid);
    while (!(await lookAt(parent.pid))?.command.startsWith('sleep 601')) await new Promise(setImmediate);
    process.kill(pid, 'SIGKILL');
    while (await lookAt(pid)) await new Promise(setImmediate);
    assert.equal(isTaken(pid), true);
    assert.equal(await fromPs(pid), undefined);
  },
);
