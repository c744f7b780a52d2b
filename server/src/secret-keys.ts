import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from './store/vault.ts';

/** Keys as people write them: base64 of 32 bytes each, the newest first. Null where one is not that. */
export function readKeys(texts: readonly string[]): Buffer[] | null {
  const keys = texts.map((text) => Buffer.from(text.trim(), 'base64'));
  const whole = texts.every((text) => /^[A-Za-z0-9+/_-]+={0,2}$/.test(text.trim()));
  return whole && keys.length > 0 && keys.every(({ length }) => length === KEY_BYTES) ? keys : null;
}

/** The file of the data directory has no keys in it. */
export class KeyFileError extends Error {
  override name = 'KeyFileError';
}

/** The keys of `<data dir>/secret.key`, one a line; made with one at the first start, readable by this account alone. */
export async function keepKeyFile(dataDir: string): Promise<Buffer[]> {
  const file = join(dataDir, 'secret.key');
  const text = (await readIfThere(file)) ?? (await makeKeyFile(dataDir, file));
  const keys = readKeys(text.split('\n').filter((line) => line.trim() !== ''));
  if (!keys) throw new KeyFileError(`${file} is not a list of keys of 32 bytes in base64. Put it back from a backup.`);
  return keys;
}

async function makeKeyFile(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
  // Whole at any moment, and of two servers that start at once over the same folder one makes it.
  await link(fresh, file).catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
  await rm(fresh);
  return readFile(file, 'utf8');
}

const readIfThere = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  });

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
