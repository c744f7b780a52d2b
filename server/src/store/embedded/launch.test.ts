import assert from 'node:assert/strict';
import { readdir, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesOf } from './clear-the-way.ts';
import { launchEmbedded } from './launch.ts';
import { lookAt } from './processes.ts';
import { postmasterOf, query, startHost } from './testing/host-process.ts';
import {
  barred,
  isRoot,
  ordinary,
  place,
  settled,
  processesNaming,
  unlessLinux,
  unlessRoot,
  unlessShared,
} from './testing/place.ts';

test('a first start makes a checksummed UTF-8 database that keeps its promises and listens on no port', async (t) => {
  const dataDir = join(await place(t), 'data');
  const { connection, stop } = await launchEmbedded({ dataDir });
  const [settings] = await query(
    connection,
    `select current_setting('data_checksums') checksums, current_setting('fsync') fsync, current_setting('full_page_writes') pages,
      current_setting('listen_addresses') listens, current_setting('shared_buffers') buffers,
      current_setting('max_connections') connections, current_setting('wal_compression') compression,
      current_setting('TimeZone') zone, current_setting('server_encoding') encoding, current_setting('is_superuser') superuser,
      (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) locale,
      current_database() database`,
  );
  assert.deepEqual(settings, {
    checksums: 'on',
    fsync: 'on',
    pages: 'on',
    listens: '',
    buffers: '128MB',
    connections: '200',
    compression: 'pglz',
    zone: 'UTC',
    encoding: 'UTF8',
    superuser: 'on',
    locale: 'b C.UTF-8',
    database: 'coact',
  });
  await stop();
});

test(
  'stop waits until nothing of the database is left, and asking twice is the same',
  { skip: unlessLinux },
  async (t) => {
    const dataDir = await settled(t);
    const { connection, lost, stop } = await launchEmbedded({ dataDir });
    const busy = query(connection, 'select pg_sleep(60)').catch((error: Error) => error.message);
    await sleep(100);
    await Promise.all([stop(), stop()]);
    await stop();
    assert.deepEqual(await processesNaming(dataDir), []);
    assert.deepEqual((await readdir(join(dataDir, 'postgres'))).includes('postmaster.pid'), false);
    assert.match(JSON.stringify(await busy), /terminat/);
    assert.equal(await Promise.race([lost, sleep(100, 'not lost')]), 'not lost');
  },
);

test('what was committed is there after a stop and a start', async (t) => {
  const dataDir = await settled(t);
  const first = await launchEmbedded({ dataDir });
  await query(first.connection, 'create table kept as select 7 as n');
  await first.stop();
  const second = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(second.connection, 'select n from kept'), [{ n: 7 }]);
  await second.stop();
});

test(
  'as root the database runs as nobody, and only nobody and root can read it',
  { skip: unlessRoot || unlessLinux },
  async (t) => {
    const dataDir = join(await place(t), 'data');
    const { connection, stop } = await launchEmbedded({ dataDir });
    for (const pid of await processesOf(join(dataDir, 'postgres'))) {
      assert.equal((await stat(`/proc/${pid}`)).uid, ordinary.uid, (await lookAt(pid))?.command ?? '');
    }
    for (const folder of [join(dataDir, 'postgres'), connection.host]) {
      const { uid, gid, mode } = await stat(folder);
      assert.deepEqual({ uid, gid, mode: mode & 0o777 }, { uid: ordinary.uid, gid: ordinary.gid, mode: 0o700 });
    }
    const { uid, mode } = await stat(dataDir);
    assert.deepEqual({ uid, mode: mode & 0o777 }, { uid: 0, mode: 0o711 });
    await stop();
  },
);

test('an ordinary user runs the database by its own account', { skip: unlessLinux || unlessShared }, async (t) => {
  const home = await place(t, { owner: ordinary });
  const dataDir = join(home, '.local', 'share', 'coact');
  const host = startHost({ dataDir, ...(isRoot && { as: ordinary }) });
  const { connection } = await host.next('ready');
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  assert.equal((await stat(`/proc/${await postmasterOf(dataDir)}`)).uid, ordinary.uid);
  const { uid, mode } = await stat(dataDir);
  assert.deepEqual({ uid, mode: mode & 0o777 }, { uid: ordinary.uid, mode: 0o700 });
  await host.stop();
});

test('Ctrl-C in the terminal leaves the database running until stop is asked', { skip: unlessLinux }, async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  const { connection } = await host.next('ready');
  process.kill(-host.pid, 'SIGINT');
  await host.next('interrupted');
  await sleep(300);
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  await host.stop();
});

test('a data directory may have spaces, commas, quotes and letters of any script in its name', async (t) => {
  const dataDir = join(await place(t), `a b, 'c' ü 数据${barred ? '' : ' "d" $e'}`);
  const { connection, stop } = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  await stop();
});

test('a path too long for a socket gets a short private folder, which goes when the database stops', async (t) => {
  const parent = join(await place(t), 'long'.repeat(25));
  const dataDir = join(parent, 'deep'.repeat(25));
  const { connection, stop } = await launchEmbedded({ dataDir });
  assert(Buffer.byteLength(connection.host) < 80, connection.host);
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  const { uid, mode } = await stat(connection.host);
  assert.deepEqual({ uid, mode: mode & 0o777 }, { uid: ordinary.uid, mode: 0o700 });
  await stop();
  await assert.rejects(stat(connection.host), { code: 'ENOENT' });
});

test('a symbolic link to the data directory is the same data directory', async (t) => {
  const dataDir = await settled(t);
  await symlink('data', join(dirname(dataDir), 'link'));
  const { stop } = await launchEmbedded({ dataDir });
  await assert.rejects(launchEmbedded({ dataDir: join(dirname(dataDir), 'link') }), { name: 'EmbeddedError' });
  await stop();
});

test('the database writes its log to a file in the data directory', async (t) => {
  const dataDir = await settled(t);
  const { stop } = await launchEmbedded({ dataDir });
  await stop();
  const folder = join(dataDir, 'postgres', 'log');
  const [name = ''] = await readdir(folder);
  const text = await readFile(join(folder, name), 'utf8');
  assert.match(text, /ready to accept connections[^]*database system is shut down/);
  assert.doesNotMatch(text, /ERROR|FATAL/);
});
