import { exportLines } from '../domain/ledger/export-lines.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Database } from '../store/database.ts';
import { readCheckpoint, readCheckpoints, readEntries, readKey } from '../store/ledger.ts';

const PAGE = 1_000;
/** Each checkpoint costs its verifier a root and a signature; a couple of hundred tell well enough where a change was made. */
const MOST_CHECKPOINTS = 200;

/** The sealed ledger of a workspace as lines (docs/ledger-format.md), read while it is sent. */
export async function exportLedger(database: Database, workspace: string): Promise<AsyncGenerator<string> | Refusal> {
  const { key, newest, checkpoints } = await database.within(workspace, async (connection) => {
    const last = await readCheckpoint(connection);
    const all = last ? await readCheckpoints(connection, { upTo: last.size, most: MOST_CHECKPOINTS }) : [];
    return { key: await readKey(connection), newest: last, checkpoints: all };
  });
  if (!key || !newest) return refuse('not_found', { field: 'checkpoint', problem: 'nothing is sealed yet' });
  return exportLines({
    origin: key.name,
    key: key.publicKey,
    size: newest.size,
    entries: entriesUpTo(database, workspace, newest.size),
    checkpoints,
  });
}

async function* entriesUpTo(database: Database, workspace: string, upTo: number): AsyncGenerator<string> {
  for (let after = 0; after < upTo; after += PAGE) {
    const page = await database.within(workspace, (connection) =>
      readEntries(connection, { after, upTo, limit: PAGE }),
    );
    for (const { body } of page) yield body;
  }
}
