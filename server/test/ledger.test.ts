import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import {
  fromBase64,
  hashLeaf,
  isProblem,
  openCheckpoint,
  parseVerifierKey,
  verifyConsistency,
  verifyExport,
  verifyInclusion,
} from '../../client/src/ledger/index.ts';
import { createFeed } from '../src/jobs/feed.ts';
import { place, seal } from '../src/jobs/sealer.ts';
import createItem from '../src/operations/item/create.ts';
import getCheckpoint from '../src/operations/ledger/checkpoint.ts';
import getProof from '../src/operations/ledger/proof.ts';
import { commit } from '../src/store/commit.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { readCheckpoints } from '../src/store/ledger.ts';
import { type Sql, raw, sql } from '../src/store/sql.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { asOwner, exported, ledgerTables } from './ledger-tables.ts';
import { placeAll } from './place-all.ts';
import { chance } from './random-walk.ts';

let db: TestDatabase;
let second: Database;
before(async () => {
  db = await testDatabase();
  second = openDatabase(db.config);
  for (let i = 0; i < 5; i += 1) await db.operator(createItem, { title: `Item ${i}` });
  await settle();
});
after(() => second.close());

/** Places and seals everything that is written. */
async function settle(): Promise<void> {
  await placeAll(db.database, db.workspace);
  await seal(db.database, db.workspace, db.clock.now);
}

const errorCode = (statement: Sql) =>
  db.database
    .within(db.workspace, ({ query }) => query(statement))
    .then(
      () => 'nothing',
      (error: { code: string }) => error.code,
    );

for (const [table, change] of Object.entries(ledgerTables)) {
  test(`the application can neither change, delete nor truncate ${table}, nor lift what forbids it`, async () => {
    const statements = [
      `update ${table} set ${change}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger append_only`,
      `drop trigger append_only on ${table}`,
      `drop policy own_workspace on ${table}`,
      `alter table ${table} disable row level security`,
      `drop table ${table}`,
    ];
    for (const statement of statements) assert.equal(await errorCode(raw(statement)), '42501', statement);
    assert.equal(await errorCode(sql`set session_replication_role = replica`), '42501');
  });
}

test('even the owner of the database is told that the ledger is append-only, until the triggers are taken off', async () => {
  await asOwner(db, async (client) => {
    for (const [table, change] of Object.entries(ledgerTables)) {
      for (const statement of [`update ${table} set ${change}`, `delete from ${table}`, `truncate ${table}`]) {
        await assert.rejects(client.query(statement), { code: 'CO403' }, statement);
      }
    }
  });
});

type Proof = { note: string; body: string; proof: string[]; size: number };

test('the proofs that the ledger gives convince a verifier that shares no code with it', async () => {
  for (let i = 0; i < 6; i += 1) {
    await Promise.all(Array.from({ length: 60 }, (_, k) => db.operator(createItem, { title: `Item ${i} ${k}` })));
    await settle();
  }
  const { key: text, size } = await db.operator<{ key: string; size: number }>(getCheckpoint);
  assert(size > 300, 'more than one tile');
  const key = await parseVerifierKey(text);
  assert(!isProblem(key));
  const open = async (note: string) => {
    const checkpoint = await openCheckpoint(note, key);
    assert(!isProblem(checkpoint));
    return checkpoint;
  };
  const sizes = (
    await db.database.within(db.workspace, (connection) => readCheckpoints(connection, { upTo: size, most: 1_000 }))
  ).map((one) => one.size);
  for (const upTo of sizes.slice(-3)) {
    for (const entry of [1, 2, 255, 256, 257, upTo - 1, upTo].filter((one) => one <= upTo)) {
      const { note, body, proof } = await db.operator<Proof>(getProof, { entry, size: upTo });
      const { root } = await open(note);
      const claim = {
        index: entry - 1,
        size: upTo,
        leafHash: await hashLeaf(new TextEncoder().encode(body)),
        root,
        proof: proof.map(bytes),
      };
      assert(await verifyInclusion(claim), `entry ${entry} of ${upTo}`);
      assert(!(await verifyInclusion({ ...claim, leafHash: await hashLeaf(new TextEncoder().encode(`${body} `)) })));
    }
    for (const from of sizes.filter((one) => one <= upTo)) {
      const { note, proof } = await db.operator<Proof>(getProof, { from, size: upTo });
      const older = await db.operator<Proof>(getProof, { entry: 1, size: from });
      assert(
        await verifyConsistency({ first: await open(older.note), second: await open(note), proof: proof.map(bytes) }),
        `${from} in ${upTo}`,
      );
    }
  }
});

const bytes = (text: string) => {
  const read = fromBase64(text);
  assert(read);
  return read;
};

test('who follows the ledger sees every committed fact once and in order, however late its transaction commits', async () => {
  const reader = openDatabase(db.config);
  const follower = createFeed({
    database: reader,
    resolve: async (_, __, filter) => filter,
    log: (message, error) => assert.fail(`${message} ${String(error)}`),
  });
  await follower.start();
  const from = follower.feed.head(db.workspace);
  const seen: { position: number; body: string }[] = [];
  let reading = Promise.resolve();
  const read = async () => {
    for (;;) {
      const more = await follower.feed.read(db.workspace, seen.at(-1)?.position ?? from, 50);
      if (more.length === 0) return;
      seen.push(...more);
    }
  };
  const stop = follower.feed.subscribe(db.workspace, () => (reading = reading.then(read)));
  const kept = (await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)))).flat();
  await sleep(700);
  await reading;
  stop();
  await follower.stop();
  await reader.close();
  assert.deepEqual(
    seen.map(({ position }) => position),
    seen.map((_, i) => from + 1 + i),
  );
  assert.deepEqual(seen.map(({ body }) => (JSON.parse(body) as { id: string }).id).sort(), kept.sort());
});

/** Commits events late and out of order; every fifth transaction comes to nothing. Gives the ids that were committed. */
async function write(writer: number): Promise<string[]> {
  const dice = chance(writer);
  const kept: string[] = [];
  for (let i = 0; i < 10; i += 1) {
    const own = Array.from({ length: 1 + dice.int(3) }, () => db.ids.next());
    const fails = dice.yes(0.2);
    const done = (writer % 2 ? db.database : second).transaction(db.workspace, async (connection) => {
      for (const id of own) {
        await commit(
          { ...connection, queryLast: connection.query },
          [],
          [
            {
              id,
              item: null,
              body: JSON.stringify({
                id,
                type: 'test.written',
                at: new Date(db.clock.now).toISOString(),
                item: null,
                team: null,
                actor: { id },
              }),
            },
          ],
        );
        await sleep(dice.int(25));
      }
      if (fails) throw new Error('undone');
    });
    await done.then(
      () => kept.push(...own),
      (error: Error) => assert.equal(error.message, 'undone'),
    );
  }
  return kept;
}

test('several sealers at once make one tree', async () => {
  for (let round = 0; round < 8; round += 1) {
    const writers = Array.from({ length: 12 }, (_, i) => db.operator(createItem, { title: `Round ${round}.${i}` }));
    const sealers = [db.database, second, db.database, second].map(async (database) => {
      for (let i = 0; i < 4; i += 1) {
        await place(database, db.workspace);
        await seal(database, db.workspace, db.clock.now);
      }
    });
    await Promise.all([...writers, ...sealers]);
  }
  await settle();
  const report = await verifyExport(Readable.from(await exported(db)));
  assert.deepEqual(report.problems, []);
});

test('a proof is refused for what is not sealed, and for a question that is none', async () => {
  const { size } = await db.operator<{ size: number }>(getCheckpoint);
  for (const input of [{ entry: size + 1 }, { from: size + 1 }, { entry: 1, size: size + 1 }]) {
    assert.equal((await db.operator.refused(getProof, input)).refused, 'not_found');
  }
  for (const input of [{}, { entry: 1, from: 1 }, { entry: 0 }])
    assert.equal((await db.operator.refused(getProof, input)).refused, 'invalid_input');
});
