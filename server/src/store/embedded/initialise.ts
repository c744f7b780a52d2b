import { chown, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Account } from './account.ts';
import type { Bundle, Programs } from './binaries.ts';
import { EmbeddedError } from './embedded-error.ts';
import { explainOutput } from './fault.ts';
import { allCommands, signal } from './processes.ts';
import { runAs } from './run-as.ts';
import { initialSettings } from './settings.ts';
import { startWatchdog } from './watchdog.ts';

const halfMade = 'postgres.new-';

/**
 * Whether the cluster is there. Throws EmbeddedError, and touches nothing, when something else is in its place: a file, another
 * major version's cluster, somebody else's cluster, a folder of unknown things.
 */
export async function hasCluster({
  cluster,
  account,
  bundle,
}: {
  cluster: string;
  account: Account;
  bundle: Bundle;
}): Promise<boolean> {
  const found = await stat(cluster).catch(() => undefined);
  if (!found) return false;
  if (!found.isDirectory())
    throw new EmbeddedError(
      `A file is in the way: ${cluster} must be a folder.`,
      'Move the file away, or set COACT_DATA_DIR to another folder.',
    );

  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    if ((await readdir(cluster)).length === 0) return false;
    throw new EmbeddedError(
      `${cluster} holds files but no PostgreSQL database.`,
      'Move it away, or set COACT_DATA_DIR to another folder.',
    );
  }
  if (version.trim() !== bundle.major) throw anotherMajor({ cluster, version: version.trim(), bundle });
  if (found.uid !== account.uid) throw anotherOwner({ cluster, owner: found.uid, account });
  return true;
}

const anotherMajor = ({ cluster, version, bundle }: { cluster: string; version: string; bundle: Bundle }) =>
  new EmbeddedError(
    `The database in ${cluster} was made by PostgreSQL ${version}, and this release brings PostgreSQL ${bundle.major}.`,
    `Start the release that made it and export the data from there, or run a PostgreSQL ${version} on it and set DATABASE_URL.`,
  );

const anotherOwner = ({ cluster, owner, account }: { cluster: string; owner: number; account: Account }) =>
  new EmbeddedError(
    `The database in ${cluster} belongs to the account with uid ${owner}, but here it would run as ${account.name} (uid ${account.uid}).`,
    `Start the server by the account that made it, or give the folder away while no server runs (chown -R ${account.uid}:${account.gid} '${cluster}').`,
  );

/** Makes the cluster in a folder beside its place and moves it there when it is whole (0.5 s), so that a half-made one is never taken for it. */
export async function initialise(options: {
  dataDir: string;
  cluster: string;
  account: Account;
  programs: Programs;
}): Promise<void> {
  const { dataDir, cluster, account, programs } = options;
  const unfinished = join(dataDir, halfMade + randomUUID());
  await mkdir(unfinished, { mode: 0o700 });
  await chown(unfinished, account.uid, account.gid);

  const watchdog = await startWatchdog({ account, label: dataDir });
  try {
    const { code, output } = await runAs(account, [programs.initdb, ...howTo(unfinished)], (pid) =>
      watchdog.watch(pid),
    );
    if (code !== 0) throw explainOutput(output, dataDir);
    await rename(unfinished, cluster);
    await flush(dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  } finally {
    await watchdog.dismiss();
  }
}

const howTo = (folder: string): string[] => [
  `--pgdata=${folder}`,
  '--username=coact',
  '--auth-local=trust',
  '--auth-host=reject',
  '--encoding=UTF8',
  '--no-locale',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
  '--data-checksums',
  '--no-instructions',
  // One call for the file system instead of 1,000 for its files: 0.1 s instead of 3 s on a busy disk. Linux alone has it.
  ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
  ...Object.entries(initialSettings).map(([name, value]) => `--set=${name}=${value}`),
];

/** What an initialisation left that was killed in the middle, its programs included should they still run. */
export async function removeHalfMade(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(halfMade));
  for (const folder of names.map((name) => join(dataDir, name))) {
    for (const [pid, command] of await allCommands())
      if (command.includes(folder) && /(?:^|\/)(?:initdb|postgres) /.test(command)) signal(pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A rename survives a power cut only when the folder that holds the name is on disk. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
