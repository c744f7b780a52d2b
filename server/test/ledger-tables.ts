import assert from 'node:assert/strict';
import { Client } from 'pg';
import { exportLines } from '../src/domain/ledger/export-lines.ts';
import { readCheckpoint, readCheckpoints, readEntries, readKey } from '../src/store/ledger.ts';
import type { TestDatabase } from './database.ts';

/** The tables to which is only added, each with a change that changes nothing. */
export const ledgerTables = {
  events: 'body = body',
  ledger_entries: 'position = position',
  ledger_tiles: 'level = level',
  ledger_checkpoints: 'note = note',
};

/** The ledger as its export gives it, up to the newest checkpoint. */
export const exported = ({ database, workspace }: TestDatabase) =>
  database.within(workspace, async (connection) => {
    const [key, newest] = await Promise.all([readKey(connection), readCheckpoint(connection)]);
    assert(key && newest);
    const entries = (await readEntries(connection, { after: 0, upTo: newest.size, limit: 1_000_000 })).map(
      ({ body }) => body,
    );
    const checkpoints = await readCheckpoints(connection, { upTo: newest.size, most: 1_000 });
    return exportLines({ origin: key.name, key: key.publicKey, size: newest.size, entries, checkpoints });
  });

/** Works as the owner of the database, whom no right holds back. */
export async function asOwner<T>(of: TestDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(of.config);
  await client.connect();
  try {
    await client.query('set search_path to coact');
    return await work(client);
  } finally {
    await client.end();
  }
}
