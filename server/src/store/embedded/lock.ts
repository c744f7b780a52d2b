import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';

export type Lock = { release(): void };

/** A killed holder with a large heap takes this long to be taken down by the kernel, milliseconds. */
const patience = 1000;
const sqliteBusy = 5;

/**
 * Takes the data directory for this process alone, or throws EmbeddedError that names the holder.
 *
 * The lock is the kernel's, through SQLite, the only door to it among Node's built-ins: it ends with its holder however that
 * dies, so there is no stale lock to judge, no pid that another process may have by now, and two containers that share a
 * volume see each other. Beside it, `embedded.pid` only tells people who holds it.
 */
export async function takeLock(dataDir: string): Promise<Lock> {
  const path = join(dataDir, 'embedded.lock');
  const holderPath = join(dataDir, 'embedded.pid');
  for (const end = Date.now() + patience; ; await sleep(50)) {
    const held = tryLock(path);
    if (held) {
      // Readable for nobody else: a reader could take a shared lock and so keep the server from starting.
      try {
        chmodSync(path, 0o600);
        writeFileSync(holderPath, `${process.pid}\n`);
      } catch (error) {
        held.close();
        throw error;
      }
      return { release: () => (rmSync(holderPath, { force: true }), held.close()) };
    }
    if (Date.now() > end) throw heldBy(await holderOf(dataDir), dataDir);
  }
}

async function holderOf(dataDir: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(join(dataDir, 'embedded.pid'), 'utf8').catch(() => ''), 10);
  return pid > 0 ? pid : undefined;
}

export const heldBy = (pid: number | undefined, dataDir: string): EmbeddedError =>
  new EmbeddedError(
    `Another Coact server (${pid ? `pid ${pid}` : 'of unknown pid'}) is running on ${dataDir}.`,
    `Stop it first${pid ? ` (kill ${pid})` : ''}, set COACT_DATA_DIR to another folder, or let several servers share one PostgreSQL by DATABASE_URL.`,
  );

function tryLock(path: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    // The file stays empty, and without a journal in memory a second file would appear beside it.
    database.exec('pragma journal_mode = memory; begin exclusive');
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
    throw new EmbeddedError(
      `The lock file ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that its disk has room and that the file is empty and yours, or remove it when no server is running.',
    );
  }
}
