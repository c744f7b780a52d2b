import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { EmbeddedError } from './embedded-error.ts';
import { takeLock } from './lock.ts';
import { place } from './testing/place.ts';

const isHeldBy = (pid: number | undefined) => (error: unknown) =>
  error instanceof EmbeddedError && error.message.includes(`(pid ${pid})`);

test('a data directory is locked for one holder at a time, also within one process', async (t) => {
  const dataDir = await place(t);
  const lock = await takeLock(dataDir);
  await assert.rejects(takeLock(dataDir), isHeldBy(process.pid));
  lock.release();
  (await takeLock(dataDir)).release();
});

test('a lock ends with its holder, however that dies', async (t) => {
  const dataDir = await place(t);
  const source = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    globalThis.lock = await takeLock(${JSON.stringify(dataDir)}); console.log('taken'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', source]);
  await once(holder.stdout, 'data');
  await assert.rejects(takeLock(dataDir), isHeldBy(holder.pid));
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  (await takeLock(dataDir)).release();
});
