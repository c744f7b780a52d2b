import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Claim, type Item, type Page, addPeople, claimItem, clear, readyItem } from '../../../test/world.ts';
import importCreate from '../import/create.ts';
import briefItem from '../item/brief.ts';
import cancelItem from '../item/cancel.ts';
import createItem from '../item/create.ts';
import getItem from '../item/get.ts';
import listItems from '../item/list.ts';
import updateItem from '../item/update.ts';
import claimWork from '../work/claim.ts';
import createOutcome from './create.ts';
import endOutcome from './end.ts';
import getOutcome from './get.ts';

const nowhere = '0197a000-0000-7000-8000-00000000dead';

let db: TestDatabase;
let above: Answer;
let outcome: Answer;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
  above = await db.as('Ana')(createOutcome, { title: 'Customers trust us', description: 'They renew.' });
  outcome = await db.as('Ana')(createOutcome, { title: 'It stays up', description: 'Always.', parent: above.id });
});

const reasonsOf = (brief: unknown) =>
  (brief as { why: { kind: string; title: string }[] }).why.map(({ kind, title }) => `${kind} ${title}`);

test('work says which outcome it serves, where it is made, edited, read and listed', async () => {
  const item = await db.as('Ana')<Item>(createItem, { title: 'Renew the keystone', serves: outcome.id });
  assert.equal(item.serves, outcome.id);
  const free = await db.as('Ana')<Item>(updateItem, { id: item.id, serves: null });
  assert.equal(free.serves, null);
  const again = await db.as('Ana')<Item>(updateItem, { id: item.id, serves: outcome.id });
  assert.deepEqual([again.serves, again.revision], [outcome.id, 3]);
  assert.equal((await db.as('bot')<Item>(getItem, { id: item.id })).serves, outcome.id);
  const listed = await db.as('bot')<Page<Item>>(listItems, { serves: outcome.id });
  assert.deepEqual(
    listed.items.map(({ id, serves }) => [id, serves]),
    [[item.id, outcome.id]],
  );
  assert.deepEqual((await db.as('bot')<Page<Item>>(listItems, { serves: above.id })).items, []);
});

test('an outcome that does not exist cannot be served, nor asked for', async () => {
  const refused = { refused: 'unknown_reference', field: 'serves', outcome: nowhere };
  assert.deepEqual(await db.as('Ana').refused(createItem, { title: 'x', serves: nowhere }), refused);
  const { id } = await db.as('Ana')<Item>(createItem, { title: 'x' });
  assert.deepEqual(await db.as('Ana').refused(updateItem, { id, serves: nowhere }), refused);
  assert.deepEqual(await db.as('Ana').refused(listItems, { serves: nowhere }), refused);
});

test('an outcome that has ended is served by nothing new; what served it may still be edited', async () => {
  const ending = await db.as('Ana')(createOutcome, { title: 'Soon over' });
  const item = await db.as('Ana')<Item>(createItem, { title: 'x', serves: ending.id });
  await db.as('Ana')(endOutcome, { id: ending.id, as: 'abandoned' });
  assert.equal((await db.as('Ana').refused(createItem, { title: 'x', serves: ending.id })).refused, 'wrong_state');
  const edited = await db.as('Ana')<Item>(updateItem, { id: item.id, title: 'y', serves: ending.id });
  assert.deepEqual([edited.title, edited.serves], ['y', ending.id]);
  await db.as('Ana')(updateItem, { id: item.id, serves: null });
  assert.equal((await db.as('Ana').refused(updateItem, { id: item.id, serves: ending.id })).refused, 'wrong_state');
});

test('an outcome counts the items that serve it: those open and those done, not those cancelled', async () => {
  const counted = await db.as('Ana')(createOutcome, { title: 'Counted' });
  const items = await Promise.all(
    ['a', 'b', 'c'].map((title) => db.as('Ana')<Item>(createItem, { title, serves: counted.id })),
  );
  await db.as('Ana')(cancelItem, { id: items[0]?.id });
  assert.deepEqual((await db.as('Ana')(getOutcome, { id: counted.id }))['items'], { open: 2, done: 0 });
});

test('a brief begins with the outcomes that the work is for, the nearest first, then the larger work', async () => {
  const larger = await db.as('Ana')<Item>(createItem, { title: 'Larger', serves: outcome.id });
  const own = await db.as('Ana')(createOutcome, { title: 'Its own' });
  const part = await readyItem(db.as('Ana'), { parent: larger.id });
  const apart = await readyItem(db.as('Ana'), { parent: larger.id, serves: own.id });
  assert.deepEqual((await db.as('bot')<{ why: object[] }>(briefItem, { id: part.id })).why, [
    { kind: 'outcome', id: outcome.id, key: null, title: 'It stays up', outcome: 'Always.' },
    { kind: 'outcome', id: above.id, key: null, title: 'Customers trust us', outcome: 'They renew.' },
    { kind: 'item', id: larger.id, key: larger.key, title: 'Larger', outcome: '' },
  ]);
  assert.deepEqual(reasonsOf((await claimItem(db.as('bot'), apart)).brief), ['outcome Its own', 'item Larger']);
});

test('the next ready item comes with its outcome also when it stands alone', async () => {
  const item = await readyItem(db.as('Ana'), { ...clear, priority: 0, serves: outcome.id });
  const claim = await db.as('bat')<Claim>(claimWork, {});
  assert.equal(claim.item.id, item.id);
  assert.deepEqual(reasonsOf(claim.brief), ['outcome It stays up', 'outcome Customers trust us']);
});

test('imported work serves none until somebody says so', async () => {
  const items = [{ ref: 'a', title: 'From elsewhere', state: 'open' }];
  await db.as('Ana')(importCreate, { source: 'json', team: 'GEN', items });
  const found = await db.as('Ana')<Page<Item>>(listItems, { limit: 200 });
  assert.equal(found.items.find(({ title }) => title === 'From elsewhere')?.serves, null);
});

test('the ledger tells exactly what the items serve', async () => {
  await checkWorld(db.database, db.workspace);
});
