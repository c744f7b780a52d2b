import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { CliError } from './cli-error.ts';
import type { Env } from './find-server.ts';

/** What was seen of a ledger: its key, and the signed note over its first `size` entries. */
export type KeptCheckpoint = { ledger: string; origin: string; key: string; note: string; size: number; at: string };

/** The file in the user's state folder (XDG base directories); undefined for an account without a home. */
export function keptFile(env: Env): string | undefined {
  const { XDG_STATE_HOME: state, HOME: home } = env;
  if (state && isAbsolute(state)) return join(state, 'coact', 'checkpoints.json');
  return home && isAbsolute(home) ? join(home, '.local', 'state', 'coact', 'checkpoints.json') : undefined;
}

/** All that was kept; none when nothing was yet. */
export async function readKept(file: string | undefined): Promise<KeptCheckpoint[]> {
  if (!file) return [];
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (Array.isArray(value)) return value.filter(isKept);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  }
  // Going on as if nothing had been kept would let rewritten history pass.
  throw new CliError(`${file} cannot be read.`, {
    exit: 'refused',
    hint: 'It holds the checkpoints seen earlier: restore it, or remove it to begin anew.',
  });
}

const isKept = (value: unknown): value is KeptCheckpoint =>
  typeof value === 'object' && value !== null && ['ledger', 'origin', 'key', 'note'].every((name) => name in value);

/** Keeps the newest checkpoint of a ledger in place of the one before. */
export async function keep(file: string | undefined, fresh: KeptCheckpoint): Promise<void> {
  if (!file) return;
  const others = (await readKept(file)).filter(({ ledger }) => ledger !== fresh.ledger);
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify([...others, fresh], null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
