import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople } from '../../../test/world.ts';
import createItem from '../item/create.ts';
import updateItem from '../item/update.ts';
import searchQuery from './query.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const titles = async (q: string, limit = 20) =>
  (await db.as('Gus')<Page<Item>>(searchQuery, { q, limit })).items.map(({ title }) => title);

test('items are found by words of their title, contract and background, the title weighing most', async () => {
  await db.operator(createItem, { title: 'Background', context: 'a zebra in the context' });
  await db.operator(createItem, { title: 'Criterion', criteria: [{ text: 'zebras are counted' }] });
  await db.operator(createItem, { title: 'Zebra crossing' });
  assert.deepEqual(await titles('zebra'), ['Zebra crossing', 'Criterion', 'Background']);
  assert.deepEqual(await titles('zebra', 1), ['Zebra crossing']);
  assert.deepEqual(await titles('zebra -crossing counted'), ['Criterion']);
  assert.deepEqual(await titles('"crossing zebra"'), []);
});

test('a key finds its item first', async () => {
  const item = await db.operator<Item>(createItem, { title: 'By key' });
  assert.equal((await titles(item.key.toLowerCase()))[0], 'By key');
});

test('an edit is found at once, and what it took away no longer', async () => {
  const item = await db.operator<Item>(createItem, { title: 'Giraffe' });
  await db.operator(updateItem, { id: item.id, title: 'Ostrich' });
  assert.deepEqual([await titles('giraffe'), await titles('ostrich')], [[], ['Ostrich']]);
});

test('nothing that somebody types is an error', async () => {
  for (const q of ['&|!()<->', "'", '"', '\\', '%', 'GEN-', ':*', '-', 'a'.repeat(500), '🚀'])
    assert(Array.isArray(await titles(q)), q);
  assert.equal((await db.operator.refused(searchQuery, { q: ' ' })).refused, 'invalid_input');
});
