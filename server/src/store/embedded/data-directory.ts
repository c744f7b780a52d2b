import { constants, existsSync } from 'node:fs';
import { access, chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';
import { firstUnreachable, foldersTo } from './reach.ts';

/** Where the data live when nobody says: /var/lib/coact for root, else the XDG data home of the user. */
export function defaultDataDir(env: { XDG_DATA_HOME?: string; HOME?: string }, uid: number): string {
  if (uid === 0) return '/var/lib/coact';
  // The XDG specification wants relative values ignored.
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, 'coact');
  if (env.HOME && isAbsolute(env.HOME)) return join(env.HOME, '.local', 'share', 'coact');
  throw new EmbeddedError(
    'This account has no home directory to keep data in.',
    'Set COACT_DATA_DIR to a folder that it can write.',
  );
}

/**
 * Makes the data directory, with every folder on the way, and answers its real path. As root it stays root's own, and the
 * account may pass through it (mode 0711) to the folders in it that are the account's.
 */
export async function prepareDataDirectory({
  dataDir,
  account,
}: {
  dataDir: string;
  account: Account;
}): Promise<string> {
  const wanted = resolve(dataDir);
  const foreign = process.getuid?.() !== account.uid;
  // Before anything is made, so that a refusal leaves nothing behind.
  if (foreign) await assertReachable(account, dirname(wanted));

  // Asked for itself, since mkdir tells a read-only disk as a missing file.
  await access(nearest(wanted), constants.W_OK);
  const made = await mkdir(wanted, { recursive: true, mode: foreign ? 0o755 : 0o700 });
  // The umask may have taken rights away from what we made; what was there before keeps its modes.
  if (made && foreign)
    for (const folder of foldersTo(wanted).slice(foldersTo(made).length - 1)) await chmod(folder, 0o711);
  await access(wanted, constants.W_OK);

  const real = await realpath(wanted);
  if (foreign) await openToAccount(real, account);
  return real;
}

/** The path itself or the lowest folder above it that exists. */
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

/** Throws EmbeddedError, naming the folder that bars the way, unless the account can go through all that exists of `path`. */
export async function assertReachable(account: Account, path: string): Promise<void> {
  const barred = await firstUnreachable(account, foldersTo(await realpath(nearest(path))));
  if (barred === undefined) return;
  throw new EmbeddedError(
    `The account ${account.name}, which runs the database because PostgreSQL refuses root, cannot enter ${barred}.`,
    `Let it pass (chmod o+x '${barred}'), or set COACT_DATA_DIR to a folder that it can reach, such as /var/lib/coact.`,
  );
}

/** A folder that is empty or already ours is opened for passing (o+x adds no reading); anybody else's is left alone. */
async function openToAccount(folder: string, account: Account): Promise<void> {
  if ((await firstUnreachable(account, [folder])) === undefined) return;
  const names = await readdir(folder);
  if (names.length === 0 || names.includes('embedded.lock'))
    await chmod(folder, ((await stat(folder)).mode & 0o7777) | 0o001);
  await assertReachable(account, folder);
}
