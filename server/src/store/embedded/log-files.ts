import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** With the 10 MB at which PostgreSQL begins a new file this bounds the folder to 50 MB. */
const kept = 5;

/** Removes all but the newest log files: PostgreSQL begins new ones by size but never removes any. */
export async function pruneLogs(folder: string): Promise<void> {
  for (const name of (await logNames(folder)).slice(0, -kept)) await rm(join(folder, name), { force: true });
}

/** The newest log file's text, for telling why a start failed; empty when there is none. */
export async function newestLog(folder: string): Promise<string> {
  const name = (await logNames(folder)).at(-1);
  return name ? await readFile(join(folder, name), 'utf8').catch(() => '') : '';
}

/** Oldest first: the names hold the time. */
const logNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.log')).sort();
