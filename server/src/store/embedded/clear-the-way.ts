import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { heldBy } from './lock.ts';
import { type Process, allCommands, isTaken, lookAt, signal, within } from './processes.ts';
import { clusterName, launchedBy } from './settings.ts';
import { shutdownSteps } from './watchdog.ts';

type Place = { dataDir: string; cluster: string; log: (message: string) => void };

/**
 * Ends what a killed server or a killed postmaster left running on the cluster, and removes a pid file that names a process that
 * is none of it: PostgreSQL would take that for a living postmaster and refuse. The caller holds the lock of the data directory,
 * so what runs here of ours is an orphan. Throws EmbeddedError when a postmaster runs that is not ours to end.
 */
export async function clearTheWay({ dataDir, cluster, log }: Place): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  // A shutdown in order removes the file and leaves nobody behind.
  if (!(pid > 0)) return;

  const found = await lookAt(pid);
  if (found && isOn(cluster, found)) await endPostmaster({ pid, found, dataDir, cluster, log });
  await endOrphans({ cluster, log });
  // When the pid is nobody's, PostgreSQL sees that by itself. But it takes another process of the account for its postmaster,
  // and a zombie too, which in a container whose first process reaps nothing stays for ever.
  if (isTaken(pid)) await rm(pidFile, { force: true });
}

/** In a container root may not see another account's working directories, then the command line must do. */
function isOn(cluster: string, { folder, command }: Process): boolean {
  if (command.includes(`-D ${cluster} `)) return true;
  if (!/(?:^|\/)(?:postgres|postmaster) /.test(command)) return false;
  // Somebody's postmaster that does not say where it runs may well run here; those of ours always say.
  return folder === undefined ? launchedBy(command) === undefined : folder === cluster;
}

/** The pids of every process of the cluster's PostgreSQL: the postmaster, which names the folder, and those that bear its name. */
export async function processesOf(cluster: string): Promise<number[]> {
  const title = `postgres: ${clusterName(cluster)}: `;
  const ours = [...(await allCommands())].filter(
    // A child shows the postmaster's command line until it has put up its title.
    ([, command]) =>
      command.startsWith(title) || (command.includes(`-D ${cluster} `) && launchedBy(command) !== undefined),
  );
  return ours.map(([pid]) => pid);
}

async function endPostmaster({
  pid,
  found,
  dataDir,
  cluster,
  log,
}: Place & { pid: number; found: Process }): Promise<void> {
  const launcher = launchedBy(found.command);
  // The lock has one gap: a process that reads the lock file and closes it again, say for a backup, drops its own lock.
  // Then the postmaster is no orphan: it still has its launcher above it. One that was just killed has it a moment longer.
  const orphaned = async (): Promise<boolean> => (await lookAt(pid))?.parent !== launcher;
  if (launcher === found.parent && !(await within(1000, orphaned))) throw heldBy(launcher, dataDir);
  if (launcher === undefined) {
    throw new EmbeddedError(
      `A PostgreSQL (pid ${pid}) that Coact did not start is running on ${cluster}.`,
      `Stop it first (kill -INT ${pid}), or set DATABASE_URL to use it.`,
    );
  }
  log(`Ending the PostgreSQL (pid ${pid}) of a server that is gone.`);
  const gone = async (): Promise<boolean> => (await lookAt(pid)) === undefined;
  signal(pid, 'SIGINT');
  if (await within(shutdownSteps.immediate, gone)) return;
  signal(pid, 'SIGQUIT');
  if (await within(shutdownSteps.kill - shutdownSteps.immediate, gone)) return;
  signal(pid, 'SIGKILL');
  if (await within(1000, gone)) return;
  throw new EmbeddedError(
    `The PostgreSQL (pid ${pid}) of a server that is gone cannot be ended: it waits for its disk.`,
    'See to the disk of the data directory, or restart the machine, then start again.',
  );
}

/** Backends of a killed postmaster notice soon, but not while a long query runs: 0.3 s instead of the query's time. */
async function endOrphans({ cluster, log }: { cluster: string; log: (message: string) => void }): Promise<void> {
  const none = async (): Promise<boolean> => (await processesOf(cluster)).length === 0;
  if (await within(200, none)) return;
  const orphans = await processesOf(cluster);
  log(`Ending ${orphans.length} processes of a PostgreSQL that was killed.`);
  for (const pid of orphans) signal(pid, 'SIGTERM');
  if (await within(2000, none)) return;
  for (const pid of await processesOf(cluster)) signal(pid, 'SIGKILL');
  await within(2000, none);
}
