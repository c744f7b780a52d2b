/**
 * The embedded PostgreSQL: a real one, from an npm package, run by us beside the server.
 *
 * The life of a start:
 * 1. bundle: the npm package for this machine (binaries.ts).
 * 2. account: who runs it; `nobody` when we are root (account.ts).
 * 3. data directory: made, writable, reachable for the account (data-directory.ts).
 * 4. lock: one server per data directory, held by the kernel until we end (lock.ts).
 * 5. cluster: `<data directory>/postgres` is refused if it is not ours (initialise.ts); what killed servers left running
 *    on it is ended (clear-the-way.ts).
 * 6. programs: used where they are, or copied out to `<data directory>/runtime` (binaries.ts, runtime-copy.ts).
 * 7. a cluster that is missing is made beside its place and moved there (initialise.ts).
 * 8. postmaster: spawned with a watchdog that ends it if we die (postmaster.ts, watchdog.ts), asked until it answers (readiness.ts).
 * 9. It ends by stop(), or unasked: then `lost` settles, and launching again is all that it takes.
 *
 * Everything that an operator can mend is an EmbeddedError: one sentence and one hint.
 */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, chooseAccount } from './account.ts';
import { type Programs, findBundle, preparePrograms } from './binaries.ts';
import { clearTheWay, processesOf } from './clear-the-way.ts';
import { assertReachable, prepareDataDirectory } from './data-directory.ts';
import { explainError, explainOutput } from './fault.ts';
import { hasCluster, initialise, removeHalfMade } from './initialise.ts';
import { takeLock } from './lock.ts';
import { newestLog, pruneLogs } from './log-files.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { within } from './processes.ts';
import { type Connection, untilReady } from './readiness.ts';
import { logFolder, port, startFlags } from './settings.ts';
import { prepareSocketFolder, removeSocketFolder } from './socket-folder.ts';

export { defaultDataDir } from './data-directory.ts';
export { EmbeddedError } from './embedded-error.ts';

export type Embedded = {
  /** Where `pg` connects: a socket folder, as a superuser of the cluster, without a password. */
  connection: Connection;
  /** Settles when the database ended without stop() having been asked; launchEmbedded may be called again at once. */
  lost: Promise<void>;
  /** Fast shutdown; settles when the database is gone and the data directory is free. May be called twice. */
  stop: () => Promise<void>;
};

type Log = (message: string) => void;

/** Starts the database of a data directory, made on its first start. Throws EmbeddedError for what an operator can mend. */
export async function launchEmbedded({ dataDir, log = () => {} }: { dataDir: string; log?: Log }): Promise<Embedded> {
  try {
    const bundle = findBundle(process);
    const account = await chooseAccount();
    const home = await prepareDataDirectory({ dataDir, account });
    const lock = await takeLock(home);
    try {
      const cluster = join(home, 'postgres');
      const made = await hasCluster({ cluster, account, bundle });
      // Before anything else in the data directory is changed: it may find that somebody lives here.
      if (made) await clearTheWay({ dataDir: home, cluster: await realpath(cluster), log });
      const programs = await preparePrograms({ bundle, account, dataDir: home, log });
      await removeHalfMade(home);
      if (!made) await initialise({ dataDir: home, cluster, account, programs });
      return await run({
        home,
        cluster: await realpath(cluster),
        account,
        programs,
        log,
        release: () => lock.release(),
      });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw explainError(error, dataDir);
  }
}

type Place = { home: string; cluster: string; account: Account; programs: Programs; log: Log };

async function run({ release, ...place }: Place & { release: () => void }): Promise<Embedded> {
  const { home, cluster, account, log } = place;
  await assertReachable(account, cluster);
  const host = await prepareSocketFolder({ dataDir: home, account });
  const connection = { host, port, user: 'coact', database: 'coact' };
  const logs = join(cluster, logFolder);
  await pruneLogs(logs);
  const postmaster = await startPatiently({ ...place, connection });
  const pruning = setInterval(() => void pruneLogs(logs).catch(() => {}), 60_000).unref();

  let stopping: Promise<void> | undefined;
  const over = (async () => {
    const { how } = await postmaster.ended;
    clearInterval(pruning);
    // The log collector writes its last lines after the postmaster's end.
    if (stopping) await within(1000, async () => (await processesOf(cluster)).length === 0);
    await removeSocketFolder(host, home);
    release();
    if (!stopping) log(`PostgreSQL ended unasked (${how}); its log is in ${logs}.`);
    return { asked: stopping !== undefined };
  })();
  return {
    connection,
    lost: new Promise((resolve) => void over.then(({ asked }) => (asked ? undefined : resolve()))),
    stop: () => (stopping ??= stopAndWait()),
  };

  async function stopAndWait(): Promise<void> {
    await postmaster.stop();
    await over;
  }
}

/** A just-killed postmaster's processes and shared memory linger: what PostgreSQL says then, and how long to bear it. */
const lingering = /pre-existing shared memory block|lock file "[^"]*" already exists/;
const longestPause = 6400;

async function startPatiently(options: Place & { connection: Connection }): Promise<Postmaster> {
  const { home, cluster, account, programs, connection, log } = options;
  const command = [
    programs.postgres,
    '-D',
    cluster,
    ...startFlags({ cluster, socketFolder: connection.host }),
  ] as const;
  for (let pause = 50; ; pause *= 2) {
    const postmaster = await startPostmaster({ account, command, label: home });
    if (await untilReady({ cluster, connection, postmaster, log })) return postmaster;

    const { words } = await postmaster.ended;
    if (!lingering.test(words) || pause > longestPause) throw explainOutput(await lastWords(words, cluster), cluster);
    log(`Remains of a killed PostgreSQL are still there; trying again in ${pause} ms.`);
    await sleep(pause);
    await clearTheWay({ dataDir: home, cluster, log });
  }
}

/** Before its log collector runs it complains to us, later to its log file. */
async function lastWords(words: string, cluster: string): Promise<string> {
  return /FATAL|PANIC/.test(words) ? words : words + (await newestLog(join(cluster, logFolder)));
}
