import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { type Item, type Page, type Request, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import listInbox from '../inbox/list.ts';
import getItem from '../item/get.ts';
import createRequest from '../request/create.ts';
import getRequest from '../request/get.ts';
import respond from '../request/respond.ts';
import addMember from '../team/add-member.ts';
import createTeam from '../team/create.ts';
import getDecision from './get.ts';

type Asked = Request & { body: Answer };
type Logged = { performance: { request: string; state: string; reason: string | null } | null };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  for (const participant of ['Ana', 'Ben']) await db.operator(addMember, { id: 'OPS', participant });
});

const asking = {
  kind: 'decision',
  text: 'Which vendor?',
  options: ['The old one', { id: 'new', text: 'A new one', consequences: 'A week of changes.' }],
};
const ask = (who: string, over: object = {}) => db.as(who)<Asked>(createRequest, { ...asking, ...over });
const choose = (who: string, id: string, choice: string, over: object = {}) =>
  db.as(who)<Asked>(respond, { id, choice, ...over });
const read = async (id: string) => {
  await placeAll(db.database, db.workspace);
  return db.operator<Logged>(getDecision, { id });
};
const inInbox = async (who: string, id: string) =>
  (await db.as(who)<Page<{ id: string }>>(listInbox)).items.some((one) => one.id === id);

test('whoever performs is asked to carry the decision out; it is seen whether they took it up, and no work moves', async () => {
  const item = await readyItem(db.as('Ana'));
  const claimed = await claimItem(db.as('bot'), item);
  const { id } = await ask('bot', { item: item.key, roles: { perform: 'Ben' } });
  await choose('Ana', id, 'new');
  const told = (await read(id)).performance;
  assert(told);
  assert.equal(told.state, 'open');
  assert.equal(await inInbox('Ben', told.request), true);
  const { kind, body } = await db.as('Ben')<Asked & { kind: string }>(getRequest, { id: told.request });
  assert.deepEqual(
    [kind, body['text'], body['expected']],
    ['handoff', 'Carry out what was decided. Which vendor? A new one', 'A week of changes.'],
  );
  await db.as('Ben')(respond, { id: told.request, accept: true });
  assert.equal((await read(id)).performance?.state, 'answered');
  const after = await db.operator<Item & { executor: string }>(getItem, { id: item.id });
  assert.deepEqual([after.executor, after.run?.id], [people.bot, claimed.run.id]);
  const other = await ask('bot', { to: 'Ana', roles: { perform: 'bat' } });
  await choose('Ana', other.id, 'new');
  const asked = (await read(other.id)).performance;
  await db.as('bat')(respond, { id: asked?.request, accept: false, reason: 'I have no key.' });
  const declined = (await read(other.id)).performance;
  assert.deepEqual([declined?.state, declined?.reason], ['declined', 'I have no key.']);
  const own = await ask('bot', { to: 'Ana', roles: { perform: 'Ana' } });
  await choose('Ana', own.id, 'new');
  assert.equal((await read(own.id)).performance, null, 'whoever decides it knows');
  await checkWorld(db.database, db.workspace);
});
