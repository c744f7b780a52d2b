import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, clear, doneItem, readyItem } from '../../../test/world.ts';
import briefItem from './brief.ts';
import commentItem from './comment.ts';
import listComments from './comments.ts';
import commitItem from './commit.ts';
import createItem from './create.ts';
import history from './history.ts';
import listItems from './list.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const refusedWith = async (who: string, ...call: Parameters<TestDatabase['operator']['refused']>) =>
  (await db.as(who).refused(...call)).refused;

test('comments come page by page, oldest first', async () => {
  const item = await db.operator<Item>(createItem, { title: 'x' });
  for (const text of ['one', 'two', 'three']) await db.as('Ana')(commentItem, { id: item.id, text });
  const first = await db.operator<Page<{ text: string }>>(listComments, { id: item.id, limit: 2 });
  const rest = await db.operator<Page<{ text: string }>>(listComments, { id: item.id, cursor: first.next });
  assert.deepEqual(
    [...first.items, ...rest.items].map(({ text }) => text),
    ['one', 'two', 'three'],
  );
  assert.equal(rest.next, null);
});

test('the history tells who did what, for whom and by what right', async () => {
  const item = await db.as('bot')<Item>(createItem, { title: 'x', ...clear });
  await db.as('Ana')(commitItem, { id: item.id });
  type Told = { type: string; actor: { id: string; kind: string }; onBehalfOf: string[]; authority: string };
  const { items } = await db.operator<Page<Told>>(history, { id: item.id });
  assert.deepEqual(
    items.map(({ type, actor, onBehalfOf, authority }) => [type, actor.id, onBehalfOf, authority]),
    [
      ['item.created', people.bot, [people.ana], 'base: member may item.create'],
      ['item.committed', people.ana, [], 'base: owner may item.commit'],
    ],
  );
});

test('lists are filtered by what each item is, and come in pages without a gap', async () => {
  const label = 'listed';
  const made = [];
  for (let i = 0; i < 7; i += 1)
    made.push(
      await db.operator<Item>(createItem, {
        title: `Listed ${i}`,
        labels: [label],
        priority: i % 3,
        assignee: i % 2 ? 'bot' : null,
        type: i < 3 ? 'bug' : 'task',
      }),
    );
  const ids = async (input: object) =>
    (await db.operator<Page<Item>>(listItems, { label, ...input })).items.map(({ id }) => id);
  for (const sort of ['newest', 'priority']) {
    const all: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page<Item> = await db.operator(listItems, { label, sort, limit: 3, ...(cursor && { cursor }) });
      all.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    assert.deepEqual(all, await ids({ sort }));
    assert.equal(new Set(all).size, 7);
  }
  assert.deepEqual(
    await ids({ type: 'bug' }),
    made
      .slice(0, 3)
      .map(({ id }) => id)
      .toReversed(),
  );
  assert.equal((await ids({ assignee: 'bot' })).length, 3);
  assert.equal((await ids({ state: ['done'] })).length, 0);
  assert.equal((await ids({ owner: 'me', team: 'gen', blocked: false, waiting: false, claimable: false })).length, 7);
  assert.equal(await refusedWith('Operator', listItems, { owner: 'nobody' }), 'unknown_reference');
  assert.equal(await refusedWith('Operator', listItems, { parent: 'GEN-999999' }), 'not_found');
  assert.equal(await refusedWith('Operator', listItems, { cursor: 'x' }), 'invalid_input');
});

test('a brief says why, what, by whose right, what was tried before and how to deliver', async () => {
  const parent = await db.operator<Item>(createItem, { title: 'Larger', outcome: 'A reason.' });
  const before = await doneItem(db);
  const item = await readyItem(db.operator, { parent: parent.id, blockedBy: [before.id] });
  const brief = await db.as('bot')<
    Answer & { why: object[]; dependencies: { key: string; result: string }[]; authority: { owner: string } }
  >(briefItem, { id: item.id });
  assert.deepEqual(brief.why, [
    { kind: 'item', id: parent.id, key: parent.key, title: 'Larger', outcome: 'A reason.' },
  ]);
  assert.deepEqual(
    brief.dependencies.map(({ key, result }) => [key, result]),
    [[before.key, 'It is done.']],
  );
  assert.equal(brief.authority.owner, item.owner);
});
