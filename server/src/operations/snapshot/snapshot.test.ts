import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { placeAll } from '../../../test/place-all.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  deliverClaim,
  readyItem,
} from '../../../test/world.ts';
import cancelItem from '../item/cancel.ts';
import createItem from '../item/create.ts';
import listItems from '../item/list.ts';
import eventList from '../event/list.ts';
import createRequest from '../request/create.ts';
import respond from '../request/respond.ts';
import { readSnapshot } from '../../store/snapshot.ts';
import getSnapshot from './get.ts';

type Snapshot = {
  position: number;
  items: Item[];
  requests: Request[];
  dependencies: { item: string; blocker: string }[];
};

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const snapshot = (input: object = {}) => db.operator<Snapshot>(getSnapshot, input);
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test('all open work comes in one answer, as lists show it, and nothing that has ended', async () => {
  const draft = await db.operator<Item>(createItem, { title: 'Draft' });
  const ready = await readyItem(db.operator);
  const active = await claimItem(db.as('bot'), await readyItem(db.operator));
  const review = await claimItem(db.as('bot'), await readyItem(db.operator));
  await deliverClaim(db.as('bot'), review);
  const ended = await db.operator<Item>(createItem, { title: 'Ended' });
  await db.operator(cancelItem, { id: ended.id });

  const { items } = await snapshot();
  assert.deepEqual(idsOf(items), [review.item.id, active.item.id, ready.id, draft.id]);
  const open = ['draft', 'ready', 'active', 'review'];
  assert.deepEqual(items, (await db.operator<Page<Item>>(listItems, { state: open })).items);
});

test('what is asked about open work comes with it: open requests only', async () => {
  const item = await readyItem(db.operator);
  const other = await db.operator<Item>(createItem, { title: 'Other' });
  const ask = (input: object) => db.as('bot')<Request>(createRequest, { kind: 'question', text: 'Which?', ...input });
  const open = await ask({ item: item.id, to: 'Ana' });
  const answered = await ask({ item: item.id, to: 'Ana' });
  await db.as('Ana')(respond, { id: answered.id, answer: 'This.' });
  await ask({ to: 'Ana' });
  const about = await ask({ item: other.id, to: 'Ben' });
  assert.deepEqual(idsOf((await snapshot()).requests), [open.id, about.id]);
  assert.deepEqual(idsOf((await snapshot({ items: [other.id] })).requests), [about.id]);
});

test('dependencies are told where both ends are open', async () => {
  const [first, second] = [await readyItem(db.operator), await readyItem(db.operator)];
  const waiting = await db.operator<Item>(createItem, { title: 'Waits', blockedBy: [first.id, second.id] });
  const last = await db.operator<Item>(createItem, { title: 'Waits too', blockedBy: [waiting.id] });
  const edges = async (input = {}) =>
    (await snapshot(input)).dependencies.map(({ item, blocker }) => `${item} ${blocker}`).sort();
  const [a, b, c] = [`${waiting.id} ${first.id}`, `${waiting.id} ${second.id}`, `${last.id} ${waiting.id}`];
  assert.deepEqual(await edges(), [a, b, c].sort());
  assert.deepEqual(await edges({ items: [last.id, first.id] }), [c], 'of named items, what they wait for');
  await db.operator(cancelItem, { id: second.id });
  assert.deepEqual(await edges(), [a, c].sort());
});

test('named items come whatever their state; those that do not exist are left out', async () => {
  const item = await db.operator<Item>(createItem, { title: 'Ended' });
  await db.operator(cancelItem, { id: item.id });
  const nowhere = '0197a000-0000-7000-8000-00000000dead';
  const { items } = await snapshot({ items: [item.id, nowhere] });
  assert.deepEqual(
    items.map(({ id, state }) => [id, state]),
    [[item.id, 'cancelled']],
  );
  assert.deepEqual((await snapshot({ items: [] })).items, []);
  assert.equal((await db.operator.refused(getSnapshot, { items: ['OPS-1'] })).refused, 'invalid_input');
  const many = Array.from({ length: 201 }, () => nowhere);
  assert.equal((await db.operator.refused(getSnapshot, { items: many })).refused, 'invalid_input');
});

test('however much work there is, the database is asked four times', async () => {
  for (let i = 0; i < 30; i += 1) await claimItem(db.as('bot'), await readyItem(db.operator));
  let asked = 0;
  const { items } = await db.database.within(db.workspace, ({ query, ...connection }) => {
    const counted: typeof query = (statement) => {
      asked += 1;
      return query(statement);
    };
    return readSnapshot({ ...connection, query: counted }, undefined);
  });
  assert.deepEqual([items.length, asked], [30, 4]);
});

test('whoever follows the feed from the position of a snapshot misses nothing', async () => {
  const before = await readyItem(db.operator);
  await placeAll(db.database, db.workspace);
  const { position, items } = await snapshot();
  assert.deepEqual(idsOf(items), [before.id]);
  const unplaced = await readyItem(db.operator);
  const late = await snapshot();
  assert.equal(late.position, position, 'an event that has no place yet is still to come');
  assert(idsOf(late.items).includes(unplaced.id));
  await placeAll(db.database, db.workspace);
  const feed = await db.operator<Page<{ item: { id: string } | null }>>(eventList, { after: position });
  assert.deepEqual([...new Set(feed.items.map(({ item }) => item?.id))], [unplaced.id]);
});
