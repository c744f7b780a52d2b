import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, type Request, addPeople, readyItem } from '../../../test/world.ts';
import createArtifact from '../artifact/create.ts';
import inboxList from '../inbox/list.ts';
import cancelItem from '../item/cancel.ts';
import getItem from '../item/get.ts';
import createParticipant from '../participant/create.ts';
import setAutonomy from '../participant/set-autonomy.ts';
import respond from '../request/respond.ts';
import createToken from '../token/create.ts';
import updatePolicy from './update.ts';

type HeldAnswer = { held: true; request: Request & { to: object } };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createParticipant, { kind: 'human', name: 'Cleo', role: 'admin' });
});

const sound = () => checkWorld(db.database, db.workspace);

test('two who must approve are asked one after the other, and it happens with the second', async () => {
  const two = {
    id: 'two-eyes-more',
    when: { action: 'item.cancel', type: 'law' },
    then: { approve: { by: ['admin', 'owner'], count: 2 } },
    because: 'Two look at this.',
  };
  await db.operator(updatePolicy, { scope: 'type', target: 'law', rules: [two] }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ben'), { type: 'law' });
  const { request } = await db.as('Ben')<HeldAnswer>(cancelItem, { id: item.id });
  const first = await db.operator<Request & { response: Answer }>(respond, { id: request.id, accept: true });
  assert.equal(first.state, 'open');
  const twice = await db.operator<Request>(respond, { id: request.id, accept: true });
  assert.equal(twice.state, 'open', 'the same person counts once');
  await db.as('Cleo')(respond, { id: request.id, accept: true });
  const cancelled = await db.operator<Item>(getItem, { id: item.id });
  assert.equal(cancelled.state, 'cancelled');
  const [event] = (await db.events('item.cancelled')).slice(-1);
  assert.equal(event?.authority, 'approved: two-eyes-more');
  await sound();
});

test('whoever may approve finds it in the inbox and approves it, whoever of them was asked first', async () => {
  const either = {
    id: 'either',
    when: { action: 'item.cancel', type: 'shared' },
    then: { approve: { by: ['owner', { participant: people.ben }] } },
    because: 'One of two.',
  };
  await db.operator(updatePolicy, { scope: 'type', target: 'shared', rules: [either] }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ana'), { type: 'shared' });
  const { request } = await db.operator<HeldAnswer>(cancelItem, { id: item.id });
  assert.deepEqual(request.to, { participant: people.ana });
  const inbox = await db.as('Ben')<Page<{ id: string }>>(inboxList);
  assert(inbox.items.some(({ id }) => id === request.id));
  await db.as('Ben')(respond, { id: request.id, accept: true });
  assert.equal((await db.operator<Item>(getItem, { id: item.id })).state, 'cancelled');
});

test('an act that nobody here may approve is refused, as is one that holds a secret', async () => {
  const lead = {
    id: 'lead-only',
    when: { action: 'item.cancel', type: 'leaderless' },
    then: { approve: { by: ['lead'] } },
    because: 'The lead says.',
  };
  await db.operator(updatePolicy, { scope: 'type', target: 'leaderless', rules: [lead] }, { ifMatch: 0 });
  const item = await readyItem(db.operator, { type: 'leaderless' });
  const refused = await db.operator.refused(cancelItem, { id: item.id });
  assert.deepEqual([refused.refused, refused['rules']], ['forbidden_by_policy', ['lead-only']]);
  assert.match(String(refused['problem']), /too few people/);

  const tokens = {
    id: 'tokens',
    when: { action: 'token.create', actorKind: 'human' },
    then: { approve: { by: ['admin'] } },
    because: 'Tokens open doors.',
  };
  await db.operator(updatePolicy, { rules: [tokens] }, { ifMatch: 0 });
  const secret = await db.operator.refused(createToken, { id: 'me', name: 'mine' });
  assert.match(String(secret['problem']), /secret/);
  await db.operator(updatePolicy, { rules: [] }, { ifMatch: 1 });
});

test('an observer writes nothing down, also no artifact', async () => {
  await db.operator(setAutonomy, { id: 'bat', level: 'observer' });
  const refused = await db.as('bat').refused(createArtifact, { name: 'x', text: 'x' });
  assert.deepEqual([refused.refused, refused['rules']], ['forbidden_by_policy', ['observers-change-nothing']]);
  await sound();
});
