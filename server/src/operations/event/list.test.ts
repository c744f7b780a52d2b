import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type LedgerEvent, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, readyItem } from '../../../test/world.ts';
import { placeAll } from '../../../test/place-all.ts';
import commentItem from '../item/comment.ts';
import createItem from '../item/create.ts';
import listEvents from './list.ts';

type Entry = LedgerEvent & { position: number };

let db: TestDatabase;
let item: Item;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
  item = await readyItem(db.operator);
  for (let i = 0; i < 30; i += 1) await db.operator(createItem, { title: `Other ${i}` });
  await db.as('bot')(commentItem, { id: item.id, text: 'Hello.' });
  await placeAll(db.database, db.workspace);
});

async function all(input: object): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after: string | null = '0'; after !== null;) {
    const page: Page<Entry> = await db.as('Ben')(listEvents, { after: Number(after), limit: 7, ...input });
    entries.push(...page.items);
    after = page.next;
  }
  return entries;
}

test('the feed is every fact from a position on, in order, without a gap, page by page', async () => {
  const entries = await all({});
  assert.deepEqual(
    entries.map(({ position }) => position),
    entries.map((_, i) => i + 1),
  );
  assert.deepEqual(
    entries.slice(-33).map(({ type }) => type),
    (await db.events()).slice(-33).map(({ type }) => type),
  );
});

test('the feed of one item, or of one type, leaves out nothing of it, however far apart its facts are', async () => {
  assert.deepEqual(
    (await all({ item: item.key })).map(({ type }) => type),
    ['item.created', 'item.committed', 'item.commented'],
  );
  assert.equal((await all({ type: 'item.created' })).length, 31);
  assert.deepEqual(await all({ type: 'item.created', item: item.id }), (await all({ item: item.id })).slice(0, 1));
});

test('an agent’s fact says on whose behalf it acted, and by what right', async () => {
  const [comment] = await all({ type: 'item.commented' });
  const bot = await db.bearer('bot');
  assert.deepEqual(
    [comment?.actor, comment?.onBehalfOf, comment?.authority, comment?.cause],
    [{ id: bot.id, kind: 'agent' }, [bot.sponsor], 'base: member may item.comment', null],
  );
});

test('what follows from another fact names it as its cause', async () => {
  const waits = await db.operator<Item>(createItem, { title: 'Waits', blockedBy: [item.id] });
  const [created, added] = (await db.events()).filter((event) => event.item?.id === waits.id);
  assert.deepEqual([added?.type, added?.cause], ['dependency.added', created?.id]);
});

test('the feed of an item that is not here is refused', async () => {
  assert.equal((await db.operator.refused(listEvents, { item: 'GEN-999999' })).refused, 'not_found');
  assert.equal((await db.operator.refused(listEvents, { after: -1 })).refused, 'invalid_input');
});
