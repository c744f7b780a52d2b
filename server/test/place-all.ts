import { setTimeout as sleep } from 'node:timers/promises';
import { place } from '../src/jobs/sealer.ts';
import type { Database } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';

/**
 * Waits until every event has its place in the ledger. An event gets it once no older transaction runs on the whole
 * PostgreSQL server, which other tests share.
 */
export async function placeAll(database: Database, workspace: string): Promise<void> {
  for (const until = Date.now() + 20_000; ; await sleep(20)) {
    await place(database, workspace);
    const [left] = await database.within(workspace, ({ query }) =>
      query<{ n: number }>(sql`select (select count(*) from events) - (select count(*) from ledger_entries) as n`),
    );
    if (left?.n === 0) return;
    if (Date.now() > until) throw new Error(`${left?.n} events have no place in the ledger after 20 s`);
  }
}
