import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';
import { firstUnreachable, foldersTo } from './reach.ts';
import { port } from './settings.ts';

const socketName = `.s.PGSQL.${port}`;
/** Bytes that the kernel's address structure has for a path, without its closing zero. */
const longest = process.platform === 'darwin' ? 103 : 107;

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, socketName)) <= longest;

/**
 * A private folder (0700, the account's) for the socket, empty of what a killed server left there: in the data directory, or,
 * where that path is too long for a socket, a short one named by a hash of it. The caller holds the lock of the data directory.
 */
export async function prepareSocketFolder({
  dataDir,
  account,
}: {
  dataDir: string;
  account: Account;
}): Promise<string> {
  const usual = join(dataDir, 'socket');
  if (fits(usual)) {
    if (await makePrivate(usual, account)) return usual;
    throw new EmbeddedError(`${usual} is not a folder of the account ${account.name}.`, 'Remove it and start again.');
  }
  for (const folder of shortFolders(dataDir)) {
    const reachable = fits(folder) && (await firstUnreachable(account, foldersTo(join(folder, '..')))) === undefined;
    if (reachable && (await makePrivate(folder, account).catch(() => false))) return folder;
  }
  throw new EmbeddedError(
    `The path ${dataDir} is too long for a socket, and none of ${shortFolders(dataDir).join(', ')} can be used instead.`,
    'Set COACT_DATA_DIR to a path of fewer than 80 bytes.',
  );
}

/** Takes the folder away again if it is outside the data directory. */
export async function removeSocketFolder(folder: string, dataDir: string): Promise<void> {
  // A socket that is still there belongs to a successor: then the folder stays.
  if (folder !== join(dataDir, 'socket')) await rmdir(folder).catch(() => {});
}

function shortFolders(dataDir: string): string[] {
  const name = `coact-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  // /run first as root: nobody else can write there and put a folder of that name in our way.
  const bases = process.getuid?.() === 0 ? ['/run', tmpdir(), '/tmp'] : [tmpdir(), '/tmp'];
  return [...new Set(bases)].map((base) => join(base, name));
}

/** False when something of that name is there that others could control: in /tmp anybody may have made it. */
async function makePrivate(folder: string, account: Account): Promise<boolean> {
  const made = await mkdir(folder, { mode: 0o700 }).then(() => true, ifThere);
  if (made) await chown(folder, account.uid, account.gid);
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== account.uid) return false;
  await chmod(folder, 0o700);
  for (const left of [socketName, `${socketName}.lock`]) await rm(join(folder, left), { force: true });
  return true;
}

function ifThere(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
  throw error;
}
