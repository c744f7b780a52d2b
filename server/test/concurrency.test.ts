import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findCycle } from '../src/domain/dependencies.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import type { Operation } from '../src/operations/define.ts';
import { type Execute, type Outcome, createPipeline } from '../src/operations/execute.ts';
import createItem from '../src/operations/item/create.ts';
import dependItem from '../src/operations/item/depend.ts';
import getItem from '../src/operations/item/get.ts';
import moveItem from '../src/operations/item/move.ts';
import reopenItem from '../src/operations/item/reopen.ts';
import updateItem from '../src/operations/item/update.ts';
import importItems from '../src/operations/import/create.ts';
import createParticipant from '../src/operations/participant/create.ts';
import updateParticipant from '../src/operations/participant/update.ts';
import listInbox from '../src/operations/inbox/list.ts';
import respond from '../src/operations/request/respond.ts';
import expireRun from '../src/operations/run/expire.ts';
import claimWork from '../src/operations/work/claim.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { chance, chooseAct, look } from './random-walk.ts';
import {
  type Claim,
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  deliverClaim,
  readyItem,
} from './world.ts';

/** Two pools over one database, as two servers have them. */
let db: TestDatabase;
let second: Database;
let executes: Execute[];
const agents = Array.from({ length: 8 }, (_, i) => `agent ${i}`);

before(async () => {
  db = await testDatabase();
  second = openDatabase(db.config);
  const server = { publicUrl: 'http://127.0.0.1:4181', version: '0.0.0-test' };
  const other = createPipeline({
    database: second,
    now: () => db.clock.now,
    ids: db.ids,
    server,
    committed: () => undefined,
    checkAnswers: true,
  });
  executes = [db.execute, other];
  await addPeople(db);
  for (const name of agents) await db.operator(createParticipant, { kind: 'agent', name });
});
after(() => second.close());

type Wanted = { who: string; operation: Operation; input: object };

/** All at once, by turns on the two pools. */
async function together(wanted: readonly Wanted[]): Promise<Outcome[]> {
  const bearers = new Map(
    await Promise.all(
      [...new Set(wanted.map(({ who }) => who))].map(async (who) => [who, await db.bearer(who)] as const),
    ),
  );
  return Promise.all(
    wanted.map(({ who, operation, input }, i) =>
      (executes[i % 2] ?? db.execute)({ operation, workspace: db.workspace, bearer: bearers.get(who) ?? null, input }),
    ),
  );
}

const bodies = <T>(outcomes: readonly Outcome[]): T[] =>
  outcomes.flatMap((one) => (isRefusal(one) || one.body === null ? [] : [one.body as T]));
const refusedWith = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    [...Map.groupBy(outcomes.filter(isRefusal), ({ refused }) => refused)].map(([code, all]) => [code, all.length]),
  );
const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const ready = (count: number, over: object = {}) => Promise.all(many(count, () => readyItem(db.operator, over)));

test('64 claims at once share out 20 items: each has one winner, and nobody is refused', async () => {
  const items = await ready(20);
  const outcomes = await together(many(64, (i) => ({ who: agents[i % 8] ?? '', operation: claimWork, input: {} })));
  const won = bodies<Claim>(outcomes);
  assert.deepEqual(refusedWith(outcomes), {});
  assert.deepEqual(won.map(({ item }) => item.id).sort(), items.map(({ id }) => id).sort());
  await checkWorld(db.database, db.workspace);
});

test('of 32 that claim the same item by name, one wins and the others learn who has it', async () => {
  const [item] = await ready(1);
  const outcomes = await together(
    many(32, (i) => ({ who: agents[i % 8] ?? '', operation: claimWork, input: { item: item?.id } })),
  );
  const [winner, ...others] = bodies<Claim>(outcomes);
  assert.equal(others.length, 0);
  assert.deepEqual(refusedWith(outcomes), { already_claimed: 31 });
  for (const outcome of outcomes.filter(isRefusal)) assert.equal(outcome['by'], winner?.item.executor);
});

test('nobody gets over their limit of work in progress by claiming several items at once', async () => {
  await db.operator(updateParticipant, { id: 'bat', wipLimit: 3 });
  const items = await ready(12);
  const named = items.map(({ id }) => ({ who: 'bat', operation: claimWork, input: { item: id } }));
  const next = many(12, () => ({ who: 'bat', operation: claimWork, input: {} }));
  const outcomes = await together(named.flatMap((one, i) => [one, next[i] ?? one]));
  assert.equal(bodies(outcomes).length, 3);
  assert.deepEqual(
    Object.keys(refusedWith(outcomes)).filter((code) => !['over_wip', 'already_claimed'].includes(code)),
    [],
  );
});

test('no cycle can be closed by dependencies or parents that are added side by side', async () => {
  const items = await ready(6);
  const pairs = items.flatMap((one) =>
    items.filter((other) => other !== one).map((other) => [one.id, other.id] as const),
  );
  const outcomes = await together(
    pairs.flatMap(([id, other]) => [
      { who: 'Operator', operation: dependItem, input: { id, blockedBy: other } },
      { who: 'Operator', operation: moveItem, input: { id, parent: other } },
    ]),
  );
  assert.deepEqual(
    Object.keys(refusedWith(outcomes)).filter((code) => !['cycle', 'busy'].includes(code)),
    [],
  );
  assert(bodies(outcomes).length > 15, 'an order of six has fifteen dependencies');
  const edges = await db.database.within(db.workspace, ({ query }) =>
    query<{ item: string; blocker: string }>(sql`select item::text, blocker::text from dependencies`),
  );
  assert.equal(findCycle(edges), null);
  await checkWorld(db.database, db.workspace);
});

async function inReview(): Promise<{ item: Item; review: string }> {
  const item = await readyItem(db.operator);
  await deliverClaim(db.as('bot'), await claimItem(db.as('bot'), item));
  const { items } = await db.operator<Page<Request>>(listInbox, { limit: 200 });
  return { item, review: items.find((one) => one.item === item.id)?.id ?? '' };
}

const pass = { verdicts: [{ criterion: 'c1', verdict: 'pass' }] };

test('two dependencies that only together close a round, between four items, are not both added', async () => {
  for (let round = 0; round < 12; round += 1) {
    const [a, b, c, d] = (await ready(4)).map(({ id }) => id);
    const wait = (id: string | undefined, blockedBy: string | undefined) => ({
      who: 'Operator',
      operation: dependItem,
      input: { id, blockedBy },
    });
    await together([wait(b, c), wait(d, a)]);
    assert.deepEqual(refusedWith(await together([wait(a, b), wait(c, d)])), { cycle: 1 });
  }
});

test('work that begins to wait for an item just as it is accepted, or reopened, never waits for a finished one', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { item, review } = await inReview();
    const [one, two] = await ready(2);
    const wait = (id: string | undefined) => ({
      who: 'Operator',
      operation: dependItem,
      input: { id, blockedBy: item.id },
    });
    const born = { who: 'Operator', operation: createItem, input: { title: 'New', blockedBy: [item.id] } };
    const accept = { who: 'Operator', operation: respond, input: { id: review, ...pass } };
    const outcomes = await together([wait(one?.id), accept, born, wait(two?.id), born]);
    assert.deepEqual(refusedWith(outcomes), {});
    assert.equal((await db.operator<Item>(getItem, { id: one?.id })).blocked, false);
    await together([{ who: 'Operator', operation: reopenItem, input: { id: item.id, reason: 'No.' } }, born, born]);
  }
  await checkWorld(db.database, db.workspace);
});

test('a backlog imported while something it waits for is accepted does not wait for a finished item', async () => {
  await db.operator(importItems, {
    source: 'race',
    items: many(8, (i) => ({
      ref: `old-${i}`,
      title: 'Old',
      state: 'open',
      outcome: 'True.',
      criteria: [{ text: 'One' }],
      priority: 1,
    })),
  });
  const { items } = await db.operator<Page<Request>>(listInbox, { limit: 200 });
  assert(items);
  for (let round = 0; round < 8; round += 1) {
    const [old] = await db.database.within(db.workspace, ({ query }) =>
      query<{ id: string }>(sql`select item::text as id from item_sources where ref = ${`old-${round}`}`),
    );
    await deliverClaim(db.as('bot'), await claimItem(db.as('bot'), { id: old?.id ?? '' }));
    const inbox = await db.operator<Page<Request>>(listInbox, { limit: 200 });
    const review = inbox.items.find((one) => one.item === old?.id)?.id;
    const outcomes = await together([
      {
        who: 'Operator',
        operation: importItems,
        input: {
          source: 'race',
          items: [{ ref: `new-${round}`, title: 'New', state: 'open', blockedBy: [`old-${round}`] }],
        },
      },
      { who: 'Operator', operation: respond, input: { id: review, ...pass } },
    ]);
    assert.deepEqual(refusedWith(outcomes), {});
  }
  await checkWorld(db.database, db.workspace);
});

test('an item that waits for two hundred others is written whole or not at all, however the others change', async () => {
  const blockers = await Promise.all(many(200, (i) => db.operator<Item>(createItem, { title: `Blocker ${i}` })));
  // The first are read first, and so change before the item is written.
  const edits = async (id: string) => {
    for (const priority of [0, 1, 2, 3, 4]) await db.operator(updateItem, { id, priority });
  };
  const [outcomes] = await Promise.all([
    together([
      {
        who: 'Operator',
        operation: createItem,
        input: { title: 'Waits for all', blockedBy: blockers.map(({ id }) => id) },
      },
    ]),
    ...blockers.slice(0, 12).map(({ id }) => edits(id)),
  ]);
  assert.deepEqual(refusedWith(outcomes), {});
  const [row] = await db.database.within(db.workspace, ({ query }) =>
    query<{ n: number }>(sql`select count(*) as n from items where title = 'Waits for all'`),
  );
  assert.equal(row?.n, 1);
  await checkWorld(db.database, db.workspace);
});

test('a lease that several servers find to be over ends once', async () => {
  const item = await readyItem(db.operator);
  const { run } = await claimItem(db.as('bot'), item, { lease: 5 });
  db.clock.advance(6_000);
  await together(many(8, () => ({ who: 'Coact', operation: expireRun, input: { id: run.id } })));
  const lost = (await db.events('item.lost')).filter((one) => one.item?.id === item.id);
  assert.equal(lost.length, 1);
  assert.equal((await db.operator<Item>(getItem, { id: item.id })).attempts, 1);
});

for (const seed of [7, 11]) {
  test(`whatever many do at once, the ledger tells exactly what the tables say (seed ${seed})`, async () => {
    const dice = chance(seed);
    const codes = new Map<string, number>();
    for (let round = 0; round < 30; round += 1) {
      const known = await look(db);
      const outcomes = await together(many(16, () => chooseAct(dice, known)));
      for (const outcome of outcomes.filter(isRefusal))
        codes.set(outcome.refused, (codes.get(outcome.refused) ?? 0) + 1);
      db.clock.advance(dice.int(60_000));
    }
    const busy = codes.get('busy') ?? 0;
    assert(busy < 10, `${busy} of 480 acts were told to come back later`);
    await checkWorld(db.database, db.workspace);
  });
}
