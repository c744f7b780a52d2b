import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp, readFile, readdir, readlink, rm, statfs } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { type Account, chooseAccount } from '../account.ts';
import { launchEmbedded } from '../launch.ts';
import { signal } from '../processes.ts';
import { firstUnreachable, foldersTo } from '../reach.ts';

export const isRoot = process.getuid?.() === 0;
/** For tests that need root: a reason to skip, or false. */
export const unlessRoot = isRoot ? false : 'needs root: it starts children by another account';
/** For tests that read /proc or use tools of Linux. */
export const unlessLinux = process.platform === 'linux' ? false : 'needs Linux';

/** An account that is not root: `nobody` for a test run by root, else our own. */
export const ordinary: Account = await chooseAccount();

/** The folder that keeps other accounts from these sources, when root runs a test in such a place. */
export const barred =
  isRoot && (await firstUnreachable(ordinary, [...foldersTo(import.meta.dirname), ...foldersTo(process.execPath)]));
/** For tests whose children run these very sources by another account. */
export const unlessShared = barred ? `needs an installation that other accounts can enter; ${barred} bars them` : false;

// Making the 1,000 files of a cluster takes 0.05 s in memory and 1 s on a slow disk. Programs may not run from there in every
// container, which matters where starts copy theirs into the data directory.
const memory = await statfs('/dev/shm').then(
  ({ bavail, bsize }) => !barred && bavail * bsize > 2 ** 30,
  () => false,
);
const base = memory ? '/dev/shm' : tmpdir();

/**
 * A folder that every account may enter, owned by `owner`, on a disk where programs run if `forPrograms`; when the test ends,
 * whatever still runs in or for it is killed, and it goes.
 */
export async function place(t: TestContext, options: { owner?: Account; forPrograms?: true } = {}): Promise<string> {
  const { owner, forPrograms } = options;
  const folder = await mkdtemp(join(forPrograms ? tmpdir() : base, 'coact-embedded-'));
  await chmod(folder, 0o755);
  if (owner) await chown(folder, owner.uid, owner.gid);
  t.after(async () => {
    for (const pid of await processesNaming(folder)) signal(pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

let model: Promise<string> | undefined;

/**
 * A data directory with a database in it, copied from one that is made once per test file: 0.1 s instead of 0.5 s for tests that
 * are not about a first start.
 */
export async function settled(t: TestContext): Promise<string> {
  const dataDir = join(await place(t), 'data');
  model ??= makeModel();
  // The cluster must keep its owner, which Node's own cp does not copy.
  await promisify(execFile)('cp', ['-a', await model, dataDir]);
  return dataDir;
}

async function makeModel(): Promise<string> {
  const folder = mkdtempSync(join(base, 'coact-embedded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  await (await launchEmbedded({ dataDir: join(folder, 'data') })).stop();
  return join(folder, 'data');
}

/** Living processes whose command line or working directory speaks of `text`; not ourselves. Linux only. */
export async function processesNaming(text: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, index) => lines[index]?.includes(text) || folders[index]?.includes(text));
}

const namespaces = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
/** For tests that mount a file system of their own. */
export const unlessNamespaces = namespaces ? false : 'needs root with the right to mount (unshare -m)';
