import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Embedded, launchEmbedded } from './launch.ts';
import { lookAt, signal, within } from './processes.ts';
import { postmasterOf, query, startHost } from './testing/host-process.ts';
import { ordinary, place, settled, processesNaming, unlessLinux, unlessRoot } from './testing/place.ts';

// Every process of a database is found by /proc.
const skip = unlessLinux;
/** Milliseconds; without the rule a backend would keep the test waiting for minutes. */
const timeout = 60_000;
const nothingOf = async (dataDir: string) => (await processesNaming(dataDir)).length === 0;
/** The watchdog's command line shows the data directory, and its name. */
async function watchdogOf(dataDir: string): Promise<number | undefined> {
  for (const pid of await processesNaming(dataDir)) {
    if ((await lookAt(pid))?.command.includes('coact-watchdog')) return pid;
  }
  return undefined;
}

/** Counting keeps a backend busy: one that sleeps or waits for its client notices by itself that its postmaster died. */
const endless = 'select count(*) from generate_series(1, 1000000000)';
const isBusy = async (connection: Embedded['connection']) =>
  (await query(connection, `select from pg_stat_activity where query = '${endless}'`)).length > 0;

test('a killed server takes its database down in order, and what was committed is there', { skip }, async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  const { connection } = await host.next('ready');
  await query(connection, 'create table kept as select 7 as n');
  await host.kill('SIGKILL');
  assert(
    await within(4000, () => nothingOf(dataDir)),
    'the postmaster, its children or the watchdog outlived the server',
  );

  const { connection: again, stop } = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(again, 'select n from kept'), [{ n: 7 }]);
  await stop();
});

test('a server may start at once after another was killed', { skip }, async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  const { connection } = await host.next('ready');
  await query(connection, 'create table kept as select generate_series(1, 200000) as n');
  await host.kill('SIGKILL');
  const { connection: again, stop } = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(again, 'select count(*)::int as n from kept'), [{ n: 200_000 }]);
  await stop();
});

test(
  'a killed postmaster is told as lost, and launching again works although a long query still runs',
  { skip, timeout },
  async (t) => {
    const dataDir = await settled(t);
    const host = startHost({ dataDir, relaunch: true });
    const { connection } = await host.next('ready');
    await query(connection, 'create table kept as select 7 as n');
    const busy = query(connection, endless).catch(() => 'cut off');
    assert(await within(2000, () => isBusy(connection)));

    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await host.next('lost');
    const again = await host.next('ready');
    assert.deepEqual(await query(again.connection, 'select n from kept'), [{ n: 7 }]);
    assert.equal(await busy, 'cut off');
    await host.stop();
    assert(await nothingOf(dataDir));
  },
);

test('with server and postmaster both killed the next launch works', { skip }, async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  const { connection } = await host.next('ready');
  await query(connection, 'create table kept as select 7 as n');
  process.kill(await postmasterOf(dataDir), 'SIGKILL');
  await host.kill('SIGKILL');
  assert((await readdir(join(dataDir, 'socket'))).includes('.s.PGSQL.5432.lock'));

  const { connection: again, stop } = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(again, 'select n from kept'), [{ n: 7 }]);
  await stop();
});

test('a killed watchdog is replaced, so that the database still ends with its server', { skip }, async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  await host.next('ready');
  const first = await watchdogOf(dataDir);
  assert(first);
  process.kill(first, 'SIGKILL');
  assert(await within(2000, async () => ![undefined, first].includes(await watchdogOf(dataDir))));
  await host.kill('SIGKILL');
  assert(await within(4000, () => nothingOf(dataDir)));
});

test(
  'an orphaned database, whose server and watchdog were killed, is ended and its data served anew',
  { skip },
  async (t) => {
    const dataDir = await settled(t);
    const host = startHost({ dataDir });
    const { connection } = await host.next('ready');
    await query(connection, 'create table kept as select 7 as n');
    const orphan = await postmasterOf(dataDir);
    const watchdog = await watchdogOf(dataDir);
    assert(watchdog);
    // Stopped first, so that neither can act on the other's end.
    for (const pid of [host.pid, watchdog]) process.kill(pid, 'SIGSTOP');
    for (const pid of [watchdog, host.pid]) process.kill(pid, 'SIGKILL');
    assert(await within(1000, async () => (await lookAt(watchdog)) === undefined));
    assert(await lookAt(orphan), 'the orphan lives');

    const { connection: again, stop } = await launchEmbedded({ dataDir });
    assert.equal(await lookAt(orphan), undefined);
    assert.deepEqual(await query(again, 'select n from kept'), [{ n: 7 }]);
    await stop();
  },
);

test('a stale pid file whose pid is now another process of the account does not bar a start', { skip }, async (t) => {
  const dataDir = await settled(t);
  const host = startHost({ dataDir });
  await host.next('ready');
  const dead = await postmasterOf(dataDir);
  process.kill(dead, 'SIGKILL');
  await host.kill('SIGKILL');
  const other = spawn('sleep', ['600'], { cwd: '/', uid: ordinary.uid, gid: ordinary.gid });
  t.after(() => other.kill('SIGKILL'));

  for (const file of [join(dataDir, 'postgres', 'postmaster.pid'), join(dataDir, 'socket', '.s.PGSQL.5432.lock')]) {
    await writeFile(file, (await readFile(file, 'utf8')).replace(String(dead), String(other.pid)));
  }
  const { connection, stop } = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  assert.equal(other.exitCode ?? other.signalCode, null, 'the innocent process was left alone');
  await stop();
});

test('a first start that was killed in the middle is begun anew', { skip }, async (t) => {
  const dataDir = join(await place(t), 'data');
  const host = startHost({ dataDir });
  const halfMade = async () =>
    (await readdir(dataDir).catch(() => [])).find((name) => name.startsWith('postgres.new-'));
  const begun = async () => {
    const name = await halfMade();
    return name !== undefined && (await processesNaming(name)).length > 0;
  };
  assert(await within(5000, begun));
  // All at once, the watchdog too: nobody is left that could tidy up.
  for (const pid of [host.pid, ...(await processesNaming(dataDir))]) signal(pid, 'SIGKILL');
  assert(await within(2000, () => nothingOf(dataDir)));
  assert(await halfMade());

  const { connection, stop } = await launchEmbedded({ dataDir });
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  await stop();
  assert.equal(await halfMade(), undefined);
});

test('when only the server is killed during a first start, nothing of it runs on', { skip }, async (t) => {
  const dataDir = join(await place(t), 'data');
  const host = startHost({ dataDir });
  assert(
    await within(5000, async () =>
      (await readdir(dataDir).catch(() => [])).some((name) => name.startsWith('postgres.new-')),
    ),
  );
  await host.kill('SIGKILL');
  assert(await within(4000, () => nothingOf(dataDir)));
  const { stop } = await launchEmbedded({ dataDir });
  await stop();
});

test(
  'root without the right to look into other accounts, as in a container, ends the remains of a killed postmaster too',
  { skip: skip || unlessRoot, timeout },
  async (t) => {
    const dataDir = await settled(t);
    const host = startHost({
      dataDir,
      relaunch: true,
      through: ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace'],
    });
    const { connection } = await host.next('ready');
    const busy = query(connection, endless).catch(() => 'cut off');
    assert(await within(2000, () => isBusy(connection)));
    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await host.next('lost');
    await host.next('ready');
    assert.equal(await busy, 'cut off');
    assert.match(host.logged(), /Ending \d+ processes/);
    await host.stop();
  },
);
