import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newestLog, pruneLogs } from './log-files.ts';
import { place } from './testing/place.ts';

test('the log folder keeps the five newest files, and the newest is the one that is read', async (t) => {
  const folder = await place(t);
  const names = [1, 2, 3, 4, 5, 6, 7].map((day) => `postgresql-2026-01-0${day}_000000.log`);
  for (const name of [...names, 'notes.txt']) await writeFile(join(folder, name), name);
  await pruneLogs(folder);
  assert.deepEqual((await readdir(folder)).sort(), ['notes.txt', ...names.slice(2)]);
  assert.equal(await newestLog(folder), names.at(-1));
});

test('before the first start there is no log folder, and that is fine', async (t) => {
  const folder = join(await place(t), 'log');
  await pruneLogs(folder);
  assert.equal(await newestLog(folder), '');
});
