import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { placeAll } from '../../test/place-all.ts';
import { testDatabase } from '../../test/database.ts';
import createItem from '../operations/item/create.ts';
import type { Connection, Database } from './database.ts';
import { placeEvents, readEntries } from './ledger.ts';
import { sql } from './sql.ts';

test('giving places reads what is new, not the whole ledger', async () => {
  const { database, config, workspace, operator } = await testDatabase();
  for (let i = 0; i < 200; i += 1) await operator(createItem, { title: `Item ${i}` });
  await placeAll(database, workspace);
  await analyze(config);

  const read = await database.transaction(workspace, async (connection) => {
    const before = await rowsRead(connection);
    await placeEvents(connection, 2_000);
    return (await rowsRead(connection)) - before;
  });
  assert(read < 20, `${read} rows of events were read`);
});

test('a fact comes after those that its author could read, though its transaction began before them', async () => {
  const { database, workspace } = await testDatabase();
  await database.transaction(workspace, async (late) => {
    await late.query(sql`select from participants limit 1 for update`);
    await database.within(workspace, (early) => write(early, 'first'));
    await database.within(workspace, (connection) => placeEvents(connection, 2_000));
    await write(late, 'second');
  });
  assert.deepEqual(await lastTwo(database, workspace), ['first', 'second']);
});

test('a fact gets no place while one with a lower number may still be committed, whichever transaction began first', async () => {
  const { database, workspace } = await testDatabase();
  const gate = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  let low: Promise<void> | undefined;
  await database.transaction(workspace, async (high) => {
    await high.query(sql`select pg_current_xact_id()`);
    low = database.transaction(workspace, async (connection) => {
      await write(connection, 'low');
      written.resolve();
      await gate.promise;
    });
    await written.promise;
    await write(high, 'high');
  });
  for (let looks = 0; looks < 3; looks += 1)
    await database.within(workspace, (connection) => placeEvents(connection, 2_000));
  gate.resolve();
  await low;
  assert.deepEqual(await lastTwo(database, workspace), ['low', 'high']);
});

const write = ({ workspace, query }: Connection, text: string) =>
  query(sql`insert into events (workspace, id, body) values (${workspace}, gen_random_uuid(), ${text})`);

/** The two newest facts, once all have their places. */
async function lastTwo(database: Database, workspace: string): Promise<string[]> {
  await placeAll(database, workspace);
  const entries = await database.within(workspace, (connection) => readEntries(connection, { after: 0, limit: 1_000 }));
  return entries.slice(-2).map(({ body }) => body);
}

/** As autovacuum does after a minute: plans are made anew then, for a table that is no longer empty. */
async function analyze(config: pg.ClientConfig): Promise<void> {
  const owner = new pg.Client(config);
  await owner.connect();
  await owner.query('analyze coact.events, coact.ledger_heads, coact.ledger_entries');
  await owner.end();
}

async function rowsRead({ query }: Connection): Promise<number> {
  const [row] = await query<{ read: string }>(
    sql`select coalesce(sum(idx_tup_fetch + seq_tup_read), 0) as read from pg_stat_xact_user_tables where relname = 'events'`,
  );
  return Number(row?.read);
}
