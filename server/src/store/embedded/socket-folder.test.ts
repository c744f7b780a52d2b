import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chown, mkdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { EmbeddedError } from './embedded-error.ts';
import { prepareSocketFolder } from './socket-folder.ts';
import { ordinary, place, unlessRoot } from './testing/place.ts';

test('a short socket folder that somebody else put there is not used', { skip: unlessRoot }, async (t) => {
  const dataDir = join(await place(t), 'long'.repeat(50));
  const name = `coact-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const folders = [`/run/${name}`, `/tmp/${name}`];
  t.after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  await mkdir('/run/' + name);
  await chown('/run/' + name, 1234, 1234);
  assert.equal(await prepareSocketFolder({ dataDir, account: ordinary }), `/tmp/${name}`);
  const { uid, mode } = await stat(`/tmp/${name}`);
  assert.deepEqual({ uid, mode: mode & 0o777 }, { uid: ordinary.uid, mode: 0o700 });

  await rm(`/tmp/${name}`, { recursive: true });
  await symlink('/var/tmp', `/tmp/${name}`);
  await assert.rejects(prepareSocketFolder({ dataDir, account: ordinary }), (error) => {
    assert(error instanceof EmbeddedError);
    assert.match(error.message, /too long for a socket/);
    assert.match(error.hint, /COACT_DATA_DIR/);
    return true;
  });
});
