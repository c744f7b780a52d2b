import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal } from '../src/domain/refusals.ts';
import { createPipeline } from '../src/operations/execute.ts';
import createItem from '../src/operations/item/create.ts';
import updateItem from '../src/operations/item/update.ts';
import createParticipant from '../src/operations/participant/create.ts';
import retire from '../src/operations/participant/retire.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { addPeople, readyItem } from './world.ts';

let db: TestDatabase;
let second: Database;
before(async () => {
  db = await testDatabase();
  second = openDatabase(db.config);
  await addPeople(db);
});
after(() => second.close());

test('work that is given to somebody while they retire is handed over with the rest, or refused: nothing stays behind', async () => {
  const server = { publicUrl: 'http://127.0.0.1:4181', version: '0.0.0-test' };
  const other = createPipeline({
    database: second,
    now: () => db.clock.now,
    ids: db.ids,
    server,
    committed: () => undefined,
  });
  const { workspace } = db;
  const [ana, operator] = [await db.bearer('Ana'), await db.bearer('Operator')];
  let handedOver = 0;
  for (let round = 0; round < 12; round += 1) {
    const lea = await db.operator(createParticipant, { kind: 'human', name: `Lea ${round}` });
    const given = await readyItem(db.operator);
    const gifts = Array.from({ length: 8 }, (_, i) =>
      i % 4 === 3
        ? other({ operation: updateItem, workspace, bearer: operator, input: { id: given.id, owner: lea.id } })
        : other({ operation: createItem, workspace, bearer: ana, input: { title: `Gift ${i}`, owner: lea.id } }),
    );
    await sleep(Math.random() * 8);
    const left = db.operator<{ handed: object[] }>(retire, { id: lea.id, successor: 'Ben', reason: 'She leaves.' });
    const outcomes = await Promise.all(gifts);
    handedOver += (await left).handed.length;
    for (const { refused } of outcomes.filter(isRefusal)) assert.equal(refused, 'not_active');
    const [row] = await db.database.within(workspace, ({ query }) =>
      query<{ n: number }>(
        sql`select count(*) as n from items where workspace = ${workspace} and owner = ${lea.id} and state <> 'done'`,
      ),
    );
    assert.equal(row?.n, 0, 'nothing open is left to whoever has gone');
  }
  assert(handedOver > 0, 'some of it came before');
  await checkWorld(db.database, workspace);
});
