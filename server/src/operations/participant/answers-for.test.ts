import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Claim, type Item, type Request, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import comment from '../item/comment.ts';
import getItem from '../item/get.ts';
import updatePolicy from '../policy/update.ts';
import createRequest from '../request/create.ts';
import respond from '../request/respond.ts';
import heartbeat from '../run/heartbeat.ts';
import claimWork from '../work/claim.ts';
import createParticipant from './create.ts';
import getParticipant from './get.ts';
import me from './me.ts';
import updateParticipant from './update.ts';
import { makeRule } from '../../domain/policy/testing/make-rule.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const set = (id: string, over: object) => db.operator(updateParticipant, { id, ...over });
const beat = ({ run: { id, fence } }: Claim) => ({ id, fence });

test('whoever is paused is told at each attempt by whom, why and since when', async () => {
  const { id: item } = await readyItem(db.as('Ben'));
  await set('bat', { status: 'paused', reason: 'It wrote to a customer.' });
  const { id: operator } = await db.operator(me);
  for (const [operation, input] of [
    [claimWork, {}],
    [me, {}],
    [comment, { id: item, text: 'Still here.' }],
  ] as const) {
    const told = await db.as('bat').refused(operation, input);
    assert.deepEqual(
      [told.refused, told['by'], told['reason'], told['since']],
      [
        'not_active',
        { id: operator, name: 'Operator' },
        'It wrote to a customer.',
        new Date(db.clock.now).toISOString(),
      ],
    );
  }
  const shown = await db.as('Ana')<{ paused: { reason: string } | null }>(getParticipant, { id: 'bat' });
  assert.equal(shown.paused?.reason, 'It wrote to a customer.');
  const resumed = await db.operator<{ paused: null }>(updateParticipant, { id: 'bat', status: 'active' });
  assert.equal(resumed.paused, null);
  await db.as('bat')(me);
});

test('while whoever answers for an agent is paused, it does nothing, and its work goes back to the queue', async () => {
  const item = await readyItem(db.as('Ben'));
  const claim = await claimItem(db.as('bot'), item);
  await set('Ana', { status: 'paused', reason: 'On leave.' });
  const { state, run } = await db.operator<Item & { run: null }>(getItem, { id: item.id });
  assert.deepEqual([state, run], ['ready', null]);
  for (const [operation, input] of [
    [heartbeat, beat(claim)],
    [claimWork, {}],
    [me, {}],
  ] as const) {
    const told = await db.as('bot').refused(operation, input);
    assert.deepEqual(
      [told.refused, told['sponsor'], told['status']],
      ['sponsor_away', { id: people.ana, name: 'Ana' }, 'paused'],
    );
  }
  await set('bot', { sponsor: 'Ben' });
  await claimItem(db.as('bot'), item);
  await set('bot', { sponsor: 'Operator' });
  await set('Ana', { status: 'active' });
  await set('bot', { sponsor: 'Ana' });
  await checkWorld(db.database, db.workspace);
});

test('a guest answers for nobody: who becomes one takes the authority of their agents along', async () => {
  const made = { kind: 'agent', name: 'orphan', sponsor: 'Gus' };
  assert.equal((await db.operator.refused(createParticipant, made)).refused, 'unknown_reference');
  const claim = await claimItem(db.as('bot'), await readyItem(db.as('Ben')));
  await set('Ana', { role: 'guest' });
  const told = await db.as('bot').refused(heartbeat, beat(claim));
  assert.deepEqual([told.refused, told['role']], ['sponsor_away', 'guest']);
  assert.equal((await db.operator<Item>(getItem, { id: claim.item.id })).state, 'ready');
  await set('Ana', { role: 'member' });
  await db.as('bot')(me);
  await checkWorld(db.database, db.workspace);
});

test('what an agent asked for is not done while nobody answers for it, though it is approved', async () => {
  const when = { action: 'item.comment', actorKind: 'agent' as const };
  const approve = { by: [{ participant: people.ben }], count: 1 };
  const held = makeRule('asked-first', when, { approve }, 'Words to people are looked at.');
  await db.operator(updatePolicy, { rules: [held] }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ben'));
  const { request } = await db.as('bot')<{ request: Request }>(comment, { id: item.id, text: 'Done.' });
  await set('Ana', { status: 'paused' });
  const told = await db.as('Ben').refused(respond, { id: request.id, accept: true });
  assert.deepEqual([told.refused, (told['refusal'] as { refused: string }).refused], ['world_moved', 'sponsor_away']);
  const plan = {
    kind: 'proposal',
    text: 'A plan.',
    operations: [{ operation: 'item.create', input: { title: 'More' } }],
  };
  await set('Ana', { status: 'active' });
  const proposed = await db.as('bot')<Request>(createRequest, { ...plan, to: 'Ben' });
  await set('Ana', { status: 'paused' });
  const lent = await db.as('Ben').refused(respond, { id: proposed.id, accept: true });
  assert.equal(lent.refused, 'world_moved');
  await set('Ana', { status: 'active' });
});
