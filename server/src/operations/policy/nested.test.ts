import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, type Request, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import getItem from '../item/get.ts';
import cancelItem from '../item/cancel.ts';
import setAutonomy from '../participant/set-autonomy.ts';
import createRequest from '../request/create.ts';
import listRequests from '../request/list.ts';
import respond from '../request/respond.ts';
import failRun from '../run/fail.ts';
import updatePolicy from './update.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const cancelNeedsAdmin = {
  id: 'cancel-needs-an-admin',
  when: { action: 'item.cancel' },
  then: { approve: { by: ['admin'] } },
  because: 'What was promised is not dropped alone.',
};
type Held = { held: boolean; request: Request & { body: { rules: string[] } } };
const read = (item: { id: string }) => db.operator<Item>(getItem, { id: item.id });

test('what a resolution does to the item meets the rules of that act', async () => {
  await db.operator(updatePolicy, { rules: [cancelNeedsAdmin] }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ana'));
  const { run } = await claimItem(db.as('bot'), item);
  await db.as('bot')(failRun, { id: run.id, fence: run.fence, reason: 'Could not.' });
  const { items } = await db.operator<Page<Request>>(listRequests, { item: item.id, kind: 'exception', state: 'open' });
  const resolve = { id: items[0]?.id, resolution: 'cancel', reason: 'No longer wanted.' };
  const held = await db.as('Ana')<Held>(respond, resolve);
  assert.deepEqual([held.held, held.request.body.rules], [true, ['cancel-needs-an-admin']]);
  assert.equal((await read(item)).state, 'ready');
  await db.operator(respond, { id: held.request.id, accept: true });
  assert.equal((await read(item)).state, 'cancelled');
  await checkWorld(db.database, db.workspace);
});

test('an approved cancellation takes back the other requests about the item, not the one that approves it', async () => {
  const item = await readyItem(db.as('Ana'));
  const { id } = await db.as('bot')(createRequest, { kind: 'question', item: item.id, text: 'Which one?' });
  const held = await db.as('Ana')<Held>(cancelItem, { id: item.id });
  await db.operator(respond, { id: held.request.id, accept: true });
  const { items } = await db.operator<Page<Request>>(listRequests, { item: item.id });
  assert.deepEqual(
    items.map((one) => [one.id === id ? 'question' : one.kind, one.state]),
    [
      ['proposal', 'answered'],
      ['question', 'withdrawn'],
    ],
  );
  await checkWorld(db.database, db.workspace);
});

test('an act that waits is withdrawn when its item ends by another', async () => {
  const item = await readyItem(db.as('Ana'));
  const held = await db.as('Ana')<Held>(cancelItem, { id: item.id });
  await db.operator(updatePolicy, { rules: [] }, { ifMatch: 1 });
  await db.as('Ana')(cancelItem, { id: item.id });
  assert.equal((await db.operator.refused(respond, { id: held.request.id, accept: true })).refused, 'wrong_state');
});

test('to take over a handoff is to claim, so an agent that only recommends cannot', async () => {
  const item = await readyItem(db.operator);
  await claimItem(db.as('bot'), item);
  const ask = { kind: 'handoff', item: item.id, to: 'bat', text: 'Please take over.' };
  const { id } = await db.as('bot')(createRequest, ask);
  await db.operator(setAutonomy, { id: 'bat', level: 'recommender' });
  const refused = await db.as('bat').refused(respond, { id, accept: true });
  assert.deepEqual([refused.refused, refused['rules']], ['forbidden_by_policy', ['recommenders-only-propose']]);
  await db.as('bat')(respond, { id, accept: false, reason: 'I only recommend.' });
});
