import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { operations } from '../src/operations/registry.ts';
import { placeEvents, readFrontier } from '../src/store/ledger.ts';
import { fillIndex } from '../src/store/ledger-index.ts';
import { findBearer } from '../src/store/people.ts';
import { type Sql, sql, textOf } from '../src/store/sql.ts';
import { type AccessWorld, type Column, OTHER_WORKSPACE, accessWorld } from './access-world.ts';
import { asksNothing, callStore, storeCalls } from './store-calls.ts';
import { storeFunctions, takingConnection, watchStore } from './store-functions.ts';
import { createTrial } from './trial.ts';

/**
 * Every statement that the whole registry sends, as several people, is sent again with the very same values by a connection
 * that serves another workspace, and by one that has not said which it serves. So a new query is tested without being named here.
 */
type Sent = { text: string; values: unknown[] };

const callers: Column[] = ['admin', 'owner', 'executor', 'sponsor', 'guest: work', 'token: other team'];
/** Of each statement so many, with different values. */
const MOST = 3;

let world: AccessWorld;
let client: pg.Client;
let secrets: string[];
let ran: Set<string>;
const sent = new Map<string, Sent[]>();
before(async () => {
  world = await accessWorld();
  ran = await watchStore(record);
  secrets = await secretsOf(world);
  client = await world.db.database.dedicated();
});
after(() => client.end());

function keep(statement: Sql): void {
  const text = textOf(statement);
  const known = sent.get(text) ?? [];
  if (known.length < MOST) sent.set(text, [...known, { text, values: [...statement.values] }]);
}

async function record(): Promise<void> {
  const trial = createTrial(world.db, keep);
  const system = await world.db.system();
  for (const operation of operations) {
    const input = world.inputOf(operation);
    if (operation.internal) await trial.attempt({ operation, workspace: world.db.workspace, bearer: system, input });
    else for (const column of callers) await trial.attempt({ operation, ...world.caller(column), input });
  }
  await trial.close();
  // What jobs and the front door ask beside the operations.
  await world.db.database.within(world.db.workspace, async (connection) => {
    const seen = {
      ...connection,
      query: <Row>(statement: Sql) => {
        keep(statement);
        return connection.query<Row>(statement);
      },
    };
    await findBearer(seen, Buffer.from('x'), world.db.clock.now);
    await placeEvents(seen, 10);
    await readFrontier(seen);
    await fillIndex(seen);
  });
  for (const [name, given] of Object.entries(storeCalls(world.things, world.db.clock.now)))
    await callAlone(name, given);
}

/** One function of the store by itself, undone at once; what it asks must be sound where it belongs. */
async function callAlone(name: string, given: readonly unknown[]): Promise<void> {
  const undo = new Error('undone');
  const call = world.db.database.transaction(world.db.workspace, async (connection) => {
    const query = <Row>(statement: Sql) => {
      keep(statement);
      return connection.query<Row>(statement);
    };
    await callStore(name, { ...connection, query, queryLast: query }, given);
    throw undo;
  });
  await assert.rejects(call, (error: Error & { code?: string }) => {
    // What another row forbids says nothing against the statement.
    assert(error === undo || error.code?.startsWith('23'), `${name}: ${error.message}`);
    return true;
  });
}

/** Ids, names and texts of this world, none of which anybody elsewhere may read. */
async function secretsOf({ db, things }: AccessWorld): Promise<string[]> {
  const names = await db.database.within(db.workspace, ({ query }) =>
    query<{ name: string; id: string }>(sql`select name, id::text from participants`),
  );
  return [
    ...Object.values(things),
    ...names.flatMap(({ name, id }) => [name, id]),
    'Renew the certificate',
    'Which key type?',
  ].filter((one) => one.length > 2 && one !== 'Coact');
}

type Replayed = { rows: unknown[]; error: string | null; written: { table: string }[] };

/** Sends a statement once more, inside a transaction that is rolled back, and tells what it read and what it wrote. */
async function replay({ text, values }: Sent, workspace: string | null): Promise<Replayed> {
  await client.query('begin');
  try {
    if (workspace)
      await client.query(`select set_config('coact.workspace', $1, true), set_config('coact.sight', '', true)`, [
        workspace,
      ]);
    const before = await written();
    await client.query('savepoint again');
    const { rows, error } = await client.query(text, values).then(
      (result) => ({ rows: result.rows as unknown[], error: null }),
      (failure: { code?: string }) => ({ rows: [], error: failure.code ?? 'unknown' }),
    );
    if (error) await client.query('rollback to savepoint again');
    const now = error ? before : await written();
    return {
      rows,
      error,
      written: now.filter(({ table, n }) => n !== (before.find((one) => one.table === table)?.n ?? 0)),
    };
  } finally {
    await client.query('rollback');
  }
}

/** How many rows of each table this transaction has written so far. */
async function written(): Promise<{ table: string; n: number }[]> {
  const { rows } = await client.query<{ table: string; n: number }>(`
    select relname::text as table, (n_tup_ins + n_tup_upd + n_tup_del)::int as n from pg_stat_xact_user_tables
    where schemaname = 'coact' and n_tup_ins + n_tup_upd + n_tup_del > 0`);
  return rows;
}

/** Which secrets came back that were not sent. */
const leaked = ({ values }: Sent, { rows }: Replayed) => {
  const told = JSON.stringify(rows);
  const said = JSON.stringify(values);
  return secrets.filter((secret) => told.includes(secret) && !said.includes(secret));
};

test('every function of the store that is given a connection is among them, or is said to ask nothing', () => {
  const known = new Set([...ran, ...Object.keys(asksNothing)]);
  assert.deepEqual(
    storeFunctions().filter((one) => !known.has(one)),
    [],
    'call them in store-calls.ts',
  );
  const there = new Set<string>(storeFunctions());
  const named = Object.keys({ ...asksNothing, ...storeCalls(world.things, 0) });
  assert.deepEqual(
    named.filter((one) => !there.has(one)),
    [],
    'named, and not there any more',
  );
  // A check that finds nothing would pass as well.
  const source = `export const readAll = ({ query }: Connection) => query(sql`;
  assert.deepEqual(takingConnection(`${source}\nexport async function two(\n  one: Connection,\n) {`), [
    'readAll',
    'two',
  ]);
  assert(storeFunctions().length > 250);
});

test('the registry sends statements enough to be worth it', () => {
  assert(sent.size > 150, `${sent.size} different statements`);
});

test('no statement reads or writes a row while its connection serves another workspace', async () => {
  for (const one of [...sent.values()].flat()) {
    const again = await replay(one, OTHER_WORKSPACE);
    assert.deepEqual(leaked(one, again), [], one.text);
    assert.deepEqual(again.written, [], one.text);
  }
});

test('no statement reads or writes a row before its connection has said which workspace it serves', async () => {
  const tables = /\b(?:from|join|into|update)\s+(?!workspaces\b|unnest\b|generate_series\b|pg_)[a-z_]+/;
  let refused = 0;
  for (const one of [...sent.values()].flat()) {
    const again = await replay(one, null);
    assert.deepEqual(again.rows.length > 0 ? leaked(one, again) : [], [], one.text);
    assert.deepEqual(again.written, [], one.text);
    if (again.error) refused += 1;
    else
      assert(
        !tables.test(one.text) || again.rows.length === 0 || /^select (set_config|pg_)/.test(one.text.trim()),
        `answered: ${one.text}`,
      );
  }
  assert(refused > 100, `${refused} refused`);
});

test('a statement that forgets the workspace reads nothing all the same; only lifting the policy would', async () => {
  const forgetful = { text: 'select title from items', values: [] };
  assert.deepEqual((await replay(forgetful, OTHER_WORKSPACE)).rows, []);
  assert((await replay(forgetful, null)).error);
  assert((await replay(forgetful, world.db.workspace)).rows.length > 0);
  assert.notDeepEqual(leaked(forgetful, await replay(forgetful, world.db.workspace)), []);
});

test('a table whose rows everybody could read would be found', async () => {
  await client.query('reset role');
  await client.query('create policy planted on items using (true)');
  await client.query('set role coact_app');
  try {
    const found: string[] = [];
    for (const one of [...sent.values()].flat())
      if (leaked(one, await replay(one, OTHER_WORKSPACE)).length > 0) found.push(one.text);
    assert(found.length > 10, `${found.length} statements told something`);
  } finally {
    await client.query('reset role');
    await client.query('drop policy planted on items');
  }
});
