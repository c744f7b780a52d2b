import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, readyItem } from '../../../test/world.ts';
import createItem from '../item/create.ts';
import createRequest from '../request/create.ts';
import respond from '../request/respond.ts';
import listInbox from './list.ts';

type Entry = Answer & { itemKey: string | null; blocks: number; cost: number; why: string[] };

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

test('the inbox is everything that needs somebody, the most costly to leave first, and says why', async () => {
  const item = await readyItem(db.as('Ana'), { priority: 4 });
  await db.operator<Item>(createItem, { title: 'Waits', blockedBy: [item.id] });
  const ask = (input: object) => db.as('bot')(createRequest, { kind: 'question', text: 'Which?', to: 'Ana', ...input });
  const idle = await ask({});
  const blocking = await ask({ item: item.id });
  const late = await ask({ due: new Date(db.clock.now - 1).toISOString() });
  const { items } = await db.as('Ana')<Page<Entry>>(listInbox);
  assert.deepEqual(
    items.map(({ id }) => id),
    [late.id, blocking.id, idle.id],
  );
  const [, second] = items;
  assert.deepEqual([second?.itemKey, second?.blocks], [item.key, 1]);
  assert.deepEqual(second?.why, [
    'work stands still until it is answered',
    '1 other item waits behind it',
    'medium risk',
  ]);
  assert.equal((await db.as('Ana')<Page<Entry>>(listInbox, { limit: 1 })).items.length, 1);
});

test('what is answered leaves the inbox, and nobody sees what is asked of others', async () => {
  const { id } = await db.as('bot')(createRequest, { kind: 'question', text: 'Which?', to: 'Ben' });
  const ids = async (who: string) => (await db.as(who)<Page<Entry>>(listInbox)).items.map((one) => one.id);
  assert((await ids('Ben')).includes(id));
  for (const who of ['Ana', 'bat', 'Gus', 'Operator']) assert(!(await ids(who)).includes(id), who);
  await db.as('Ben')(respond, { id, answer: 'That.' });
  assert(!(await ids('Ben')).includes(id));
  assert.equal((await db.as('Ben').refused(listInbox, { limit: 0 })).refused, 'invalid_input');
});
