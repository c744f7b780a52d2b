import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, type Request, addPeople, claimItem, clear, readyItem } from '../../../test/world.ts';
import createImport from '../import/create.ts';
import listInbox from '../inbox/list.ts';
import participantUpdate from '../participant/update.ts';
import createRequest from '../request/create.ts';
import heartbeat from '../run/heartbeat.ts';
import createTeam from '../team/create.ts';
import commentsOf from './comments.ts';
import commitItem from './commit.ts';
import createItem from './create.ts';
import dependItem from './depend.ts';
import getItem from './get.ts';
import listItems from './list.ts';
import triageItem from './triage.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
let dev: string;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  dev = (await db.operator(createTeam, { key: 'DEV', name: 'Development', lead: 'Ben' })).id;
});

/** Found by Ana's agent, and so hers to answer for. */
const found = (over: object = {}) => db.as('bot')<Item>(createItem, { title: 'The disk is nearly full', ...over });
/** As commands answer it: without what the reader may do. */
async function read({ id }: { id: string }): Promise<Item> {
  const { abilities: _, ...item } = await db.operator<Item & { abilities: unknown }>(getItem, { id });
  return item;
}
const commentsOn = async (item: { id: string }) => {
  const { items } = await db.operator<Page<{ text: string; author: string }>>(commentsOf, { id: item.id });
  return items.map(({ text }) => text);
};

test('what an agent writes down waits to be triaged, what a person writes down only when they say so', async () => {
  assert.equal((await found()).intake, true);
  assert.equal((await db.as('Ana')<Item>(createItem, { title: 'A plan' })).intake, false);
  assert.equal((await db.as('Ana')<Item>(createItem, { title: 'An idea', intake: true })).intake, true);
  await db.operator(createImport, { source: 'list', items: [{ ref: '1', title: 'Imported', state: 'open' }] });
  const { items } = await db.operator<Page<Item>>(listItems, { intake: true });
  assert.deepEqual(
    items.map(({ title }) => title),
    ['An idea', 'The disk is nearly full'],
  );
  const others = await db.operator<Page<Item>>(listItems, { intake: false });
  assert.deepEqual(
    others.items.map(({ title }) => title),
    ['Imported', 'A plan'],
  );
});

test('accepted work leaves the intake, perhaps for another team and another owner', async () => {
  const plain = await found();
  const kept = await db.as('Ana')<Item>(triageItem, { id: plain.key, as: 'accept' });
  assert.deepEqual([kept.intake, kept.state, kept.team, kept.owner], [false, 'draft', plain.team, people.ana]);
  assert.deepEqual(await read(plain), kept);

  const item = await found();
  const moved = await db.as('Ana')<Item>(triageItem, { id: item.id, as: 'accept', team: 'DEV', owner: 'Ben' });
  assert.deepEqual([moved.team, moved.owner, moved.revision, moved.key], [dev, people.ben, 2, item.key]);
  assert.deepEqual(await read(item), moved);
});

test('a duplicate ends, and the item that says it already gets a comment which its executor hears', async () => {
  const { item: other, run } = await claimItem(db.as('bat'), await readyItem(db.operator));
  const item = await found();
  const said = { id: item.id, as: 'duplicate', duplicateOf: other.key, reason: 'Same host.' };
  const after = await db.as('Ana')<Item>(triageItem, said);
  assert.deepEqual([after.state, after.intake], ['cancelled', false]);
  assert.deepEqual(await commentsOn(other), [
    `${item.key} "The disk is nearly full" is a duplicate of this. Same host.`,
  ]);
  const beat = await db.as('bat')<{ signals: { kind: string }[] }>(heartbeat, { id: run.id, fence: run.fence });
  assert.deepEqual(
    beat.signals.map(({ kind }) => kind),
    ['message'],
  );
  const told = (await db.events())
    .filter((event) => event.item?.id === item.id)
    .map(({ type, data }) => [type, data['reason']]);
  assert.deepEqual(told.slice(1), [
    ['item.triaged', 'Same host.'],
    ['item.cancelled', `Duplicate of ${other.key}. Same host.`],
  ]);
});

test('declining says why; what waits for it and what was asked about it end as with a cancellation', async () => {
  const item = await found();
  await db.as('bot')(createRequest, { kind: 'question', item: item.id, text: 'Which disk?' });
  const dependant = await readyItem(db.as('Ben'));
  await db.operator(dependItem, { id: dependant.id, blockedBy: [item.id] });
  const after = await db.as('Ana')<Item>(triageItem, { id: item.id, as: 'decline', reason: 'It is rotated at night.' });
  assert.deepEqual([after.state, after.waiting], ['cancelled', false]);
  assert.deepEqual(await read(item), after);
  const { items } = await db.as('Ben')<Page<Request & { body: { text: string } }>>(listInbox, { limit: 200 });
  assert.match(items.find((one) => one.item === dependant.id)?.body.text ?? '', /which was cancelled/);
});

test('the owner, the team’s lead and an admin triage; an agent never does, not even what it wrote down', async () => {
  const item = await found();
  const accept = { id: item.id, as: 'accept' };
  for (const who of ['bot', 'bat', 'Ben'])
    assert.equal((await db.as(who).refused(triageItem, accept)).refused, 'forbidden');
  await db.operator(triageItem, accept);
  const theirs = await found({ team: 'DEV' });
  await db.as('Ben')(triageItem, { id: theirs.id, as: 'accept' });
});

test('each thing that does not fit has its own refusal, and nothing changes', async () => {
  const item = await found();
  const refused = async (said: object) => (await db.as('Ana').refused(triageItem, { id: item.id, ...said })).refused;
  assert.equal(await refused({ as: 'decline' }), 'reason_missing');
  assert.equal(await refused({ as: 'duplicate' }), 'invalid_input');
  assert.equal(await refused({ as: 'duplicate', duplicateOf: 'OPS-999999' }), 'unknown_reference');
  assert.equal(await refused({ as: 'duplicate', duplicateOf: item.key }), 'unknown_reference');
  assert.equal(await refused({ as: 'decline', reason: 'x', team: 'DEV' }), 'invalid_input');
  assert.equal(await refused({ as: 'accept', duplicateOf: item.key }), 'invalid_input');
  assert.equal(await refused({ as: 'accept', team: 'NONE' }), 'unknown_reference');
  assert.equal(await refused({ as: 'accept', owner: 'bot' }), 'unknown_reference');
  assert.equal(await refused({ as: 'accept', id: 'OPS-999999' }), 'not_found');
  await db.operator(participantUpdate, { id: 'Gus', status: 'paused' });
  assert.equal(await refused({ as: 'accept', owner: people.gus }), 'not_active');
  await db.operator(participantUpdate, { id: 'Gus', status: 'active' });
  assert.deepEqual(await read(item), item);
});

test('what has been decided is not decided again, and an owner who commits has accepted', async () => {
  const item = await found(clear);
  assert.equal((await db.as('Ana')<Item>(commitItem, { id: item.id })).intake, false);
  const refusal = await db.as('Ana').refused(triageItem, { id: item.id, as: 'decline', reason: 'Late.' });
  assert.deepEqual(refusal, { refused: 'already_triaged', state: 'ready' });
  await checkWorld(db.database, db.workspace);
});
