import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { chooseAccount } from './account.ts';
import { findBundle, preparePrograms } from './binaries.ts';
import { EmbeddedError, launchEmbedded } from './launch.ts';
import { within } from './processes.ts';
import { runAs, spawnAs } from './run-as.ts';
import { postmasterOf, query, startHost } from './testing/host-process.ts';
import {
  isRoot,
  ordinary,
  place,
  settled,
  unlessLinux,
  unlessNamespaces,
  unlessRoot,
  unlessShared,
} from './testing/place.ts';

/** The refusal of a start in this process. */
async function refusal(dataDir: string): Promise<EmbeddedError> {
  const error = await launchEmbedded({ dataDir }).then(
    () => assert.fail('it started'),
    (error: unknown) => error,
  );
  assert(error instanceof EmbeddedError, String(error));
  return error;
}

test('a second server on the same data directory is refused by the pid of the first, which is not disturbed', async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  const { connection } = await host.next('ready');
  const postmaster = await postmasterOf(dataDir);
  for (const { message, hint } of await Promise.all([refusal(dataDir), startHost({ dataDir }).next('refused')])) {
    assert.equal(message, `Another Coact server (pid ${host.pid}) is running on ${dataDir}.`);
    assert.match(hint, /DATABASE_URL/);
  }
  assert.equal(await postmasterOf(dataDir), postmaster);
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  await host.stop();
});

test('of two servers that start at once on a new data directory one wins and one is refused', async (t) => {
  const dataDir = join(await place(t), 'data');
  const hosts = [startHost({ dataDir }), startHost({ dataDir })];
  const answers = await Promise.all(hosts.map((host) => Promise.any([host.next('ready'), host.next('refused')])));
  assert.deepEqual(answers.map((answer) => answer.event).sort(), ['ready', 'refused']);
  for (const [index, answer] of answers.entries()) if (answer.event === 'ready') await hosts[index]?.stop();
});

test('a server that lost its lock by reading the lock file is still not doubled', { skip: unlessLinux }, async (t) => {
  const dataDir = await settled(t);
  const { connection, stop } = await launchEmbedded({ dataDir });
  // As a backup in this process might; closing any handle of the file gives up the process's locks on it (POSIX).
  await readFile(join(dataDir, 'embedded.lock'));
  const { message } = await startHost({ dataDir }).next('refused');
  assert.equal(message, `Another Coact server (pid ${process.pid}) is running on ${dataDir}.`);
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  await stop();
});

test(
  'a PostgreSQL that somebody started by hand on the cluster is named and left alone',
  { skip: unlessLinux },
  async (t) => {
    const dataDir = await settled(t);
    const account = await chooseAccount();
    const { postgres } = await preparePrograms({ bundle: findBundle(process), account, dataDir, log: () => {} });
    const cluster = join(dataDir, 'postgres');
    const flags = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${join(dataDir, 'socket')}`];
    const byHand = await spawnAs(account, [postgres, '-D', cluster, ...flags], { stdio: 'ignore' });
    assert(
      await within(5000, async () =>
        /ready/.test(await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')),
      ),
    );

    const { message, hint } = await refusal(dataDir);
    assert.equal(message, `A PostgreSQL (pid ${byHand.pid}) that Coact did not start is running on ${cluster}.`);
    assert.match(hint, new RegExp(`kill -INT ${byHand.pid}`));
    assert.equal(byHand.exitCode, null);
    byHand.kill('SIGQUIT');
  },
);

test('a cluster of another major version is refused and not touched', async (t) => {
  const dataDir = await settled(t);
  const cluster = join(dataDir, 'postgres');
  await writeFile(join(cluster, 'PG_VERSION'), '17\n');
  const state = async () =>
    Promise.all(
      (await readdir(cluster, { recursive: true }))
        .sort()
        .map(async (name) => [name, (await stat(join(cluster, name))).mtimeMs]),
    );
  const before = await state();
  const { message, hint } = await refusal(dataDir);
  assert.equal(message, `The database in ${cluster} was made by PostgreSQL 17, and this release brings PostgreSQL 18.`);
  assert.match(hint, /DATABASE_URL/);
  assert.deepEqual(await state(), before);
});

test('a cluster of another account is refused with the two ways to mend it', { skip: unlessRoot }, async (t) => {
  const dataDir = join(await place(t), 'data');
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
  await chown(join(dataDir, 'postgres'), 1234, 1234);
  const { message, hint } = await refusal(dataDir);
  assert.match(message, /belongs to the account with uid 1234, but here it would run as nobody/);
  assert.match(hint, /chown -R/);
});

test('a file where a folder should be, or a folder of unknown things, is named', async (t) => {
  const folder = await place(t);
  await writeFile(join(folder, 'file'), '');
  for (const dataDir of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    assert.equal((await refusal(dataDir)).message, `A file is in the way: ${dataDir} must be a folder.`);
  }
  await mkdir(join(folder, 'one'));
  await writeFile(join(folder, 'one', 'postgres'), '');
  assert.equal(
    (await refusal(join(folder, 'one'))).message,
    `A file is in the way: ${join(folder, 'one', 'postgres')} must be a folder.`,
  );

  await mkdir(join(folder, 'two', 'postgres'), { recursive: true });
  await writeFile(join(folder, 'two', 'postgres', 'diary.txt'), 'mine');
  assert.equal(
    (await refusal(join(folder, 'two'))).message,
    `${join(folder, 'two', 'postgres')} holds files but no PostgreSQL database.`,
  );
  assert.deepEqual(await readdir(join(folder, 'two', 'postgres')), ['diary.txt']);
});

test('a data directory that cannot be written is named', { skip: unlessShared }, async (t) => {
  const folder = await place(t);
  await mkdir(join(folder, 'theirs'));
  await chmod(join(folder, 'theirs'), 0o555);
  for (const dataDir of [join(folder, 'theirs'), join(folder, 'theirs', 'data')]) {
    const host = startHost({ dataDir, ...(isRoot && { as: ordinary }) });
    const { message, hint } = await host.next('refused');
    assert.equal(message, `${join(folder, 'theirs')} cannot be used by this account.`);
    assert.match(hint, /COACT_DATA_DIR/);
    assert.equal(host.errors(), '');
  }
});

// Each in a mount namespace of its own, so that nothing has to be unmounted whatever happens.
const mounted = (folder: string, script: string) => ['unshare', '-m', 'sh', '-ec', `${script}; exec "$@"`, folder];

test('a full disk is told as full on a first start', { skip: unlessNamespaces }, async (t) => {
  const folder = await place(t);
  const host = startHost({
    dataDir: join(folder, 'data'),
    through: mounted(folder, 'mount -t tmpfs -o size=8m,mode=755 none "$0"'),
  });
  const { message, hint } = await host.next('refused');
  assert.match(message, /^The disk that holds .*\/data.* is full\.$/);
  assert.match(hint, /Free some space/);
  assert.equal(host.errors(), '');
});

test('a disk that is full when a database is started again is told as full', { skip: unlessNamespaces }, async (t) => {
  const folder = await place(t);
  const script = `mount -t tmpfs -o size=200m,mode=755 none "$0"; echo stop | "$@" >/dev/null; cat /dev/zero >"$0/fill" 2>/dev/null || true`;
  const host = startHost({ dataDir: join(folder, 'data'), through: mounted(folder, script) });
  const { message } = await host.next('refused');
  assert.match(message, /^The disk that holds .* is full\.$/);
  assert.equal(host.errors(), '');
});

test('a read-only disk is told as read-only', { skip: unlessNamespaces }, async (t) => {
  const folder = await place(t);
  const script = `mount -t tmpfs -o mode=755 none "$0"; mkdir "$0/data"; mount -o remount,ro "$0"`;
  for (const dataDir of [join(folder, 'data'), join(folder, 'data', 'new')]) {
    const host = startHost({ dataDir, through: mounted(folder, script) });
    const { message, hint } = await host.next('refused');
    assert.equal(message, `${join(folder, 'data')} is on a read-only file system.`);
    assert.match(hint, /COACT_DATA_DIR/);
  }
});

test('a damaged cluster is told by the words of PostgreSQL and left to people', async (t) => {
  const dataDir = await settled(t);
  await writeFile(join(dataDir, 'postgres', 'global', 'pg_control'), 'damaged');
  const { message, hint } = await refusal(dataDir);
  assert.match(message, /^The embedded PostgreSQL in .* did not start: .*pg_control/);
  assert.match(hint, /log folder/);
});

test('an account without a name is told how to go on', { skip: unlessRoot || unlessShared }, async (t) => {
  const unnamed = { name: 'unnamed', uid: 54_321, gid: 54_321 };
  const folder = await place(t, { owner: unnamed });
  const { message, hint } = await startHost({ dataDir: join(folder, 'data'), as: unnamed }).next('refused');
  assert.match(message, /^The account that runs the server has no name on this machine/);
  assert.match(hint, /DATABASE_URL/);
});

test('an error that nobody catches prints its sentence and its hint, and no trace', async (t) => {
  const folder = await place(t);
  await writeFile(join(folder, 'file'), '');
  const source = `import { launchEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'launch.ts'))};
    await launchEmbedded({ dataDir: ${JSON.stringify(join(folder, 'file'))} });`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /A file is in the way: .*\n.*COACT_DATA_DIR/);
  assert.doesNotMatch(stderr, /^\s+at /m);
});

test('root that may not change accounts is told so', { skip: unlessNamespaces }, async (t) => {
  const folder = await place(t);
  const { message, hint } = await startHost({ dataDir: join(folder, 'data'), through: ['unshare', '-Ur'] }).next(
    'refused',
  );
  assert.match(message, /^This process may not run programs as nobody/);
  assert.match(hint, /ordinary user/);
});

test('root on a machine without the account nobody is told so', { skip: unlessNamespaces }, async (t) => {
  const folder = await place(t);
  await writeFile(join(folder, 'passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  const through = mounted(folder, 'mount --bind "$0/passwd" /etc/passwd');
  const { message, hint } = await startHost({ dataDir: join(folder, 'data'), through }).next('refused');
  assert.match(message, /"nobody".* is missing/);
  assert.match(hint, /useradd/);
  assert.equal((await runAs(ordinary, ['/bin/true'])).code, 0);
});
