import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Claim,
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  clear,
  deliverClaim,
  readyItem,
} from '../../../test/world.ts';
import assignItem from '../item/assign.ts';
import cancelItem from '../item/cancel.ts';
import createItem from '../item/create.ts';
import listInbox from '../inbox/list.ts';
import updateParticipant from '../participant/update.ts';
import createRequest from '../request/create.ts';
import respond from '../request/respond.ts';
import failRun from '../run/fail.ts';
import createTeam from '../team/create.ts';
import claimWork from './claim.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});
// Nothing is left in the queue from one test to the next.
beforeEach(async () => {
  for (;;) if ((await db.as('Ben')<Claim | null>(claimWork)) === null) return;
});

const refusal = async (who: string, item: { id: string }) => db.as(who).refused(claimWork, { item: item.id });

test('the next item is the most urgent, and of equals the one that has waited longest', async () => {
  const late = await readyItem(db.operator, { priority: 2 });
  db.clock.advance(1_000);
  const [second, first] = [
    await readyItem(db.operator, { priority: 1 }),
    await readyItem(db.operator, { priority: 0 }),
  ];
  db.clock.advance(1_000);
  const third = await readyItem(db.operator, { priority: 1 });
  const order = [];
  for (let i = 0; i < 4; i += 1) order.push((await db.as('bot')<Claim>(claimWork)).item.id);
  assert.deepEqual(order, [first.id, second.id, third.id, late.id]);
  assert.equal(await db.as('bot')(claimWork), null, 'nothing is left to do');
});

test('an agent gets a lease and a fence, a person a fence and no lease; both get the brief', async () => {
  const agent = await claimItem(db.as('bot'), await readyItem(db.operator), { lease: 60 });
  assert.equal(agent.run.leaseExpiresAt, new Date(db.clock.now + 60_000).toISOString());
  assert.deepEqual(
    [agent.run.fence, agent.item.state, agent.item.executor, (agent.brief['item'] as Item).key],
    [1, 'active', people.bot, agent.item.key],
  );
  assert.equal((await claimItem(db.as('Ana'), await readyItem(db.operator))).run.leaseExpiresAt, null);
});

test('work that somebody has is not claimed again: the refusal says who and until when', async () => {
  const item = await readyItem(db.operator);
  const { run } = await claimItem(db.as('bot'), item);
  assert.deepEqual(await refusal('bat', item), {
    refused: 'already_claimed',
    by: people.bot,
    until: run.leaseExpiresAt,
  });
});

test('a draft is not claimed; what it lacks is said', async () => {
  const refused = await refusal('bot', await db.operator<Item>(createItem, { title: 'x', ...clear, outcome: '' }));
  assert.equal(refused.refused, 'not_ready');
  assert.deepEqual(
    (refused['missing'] as { part: string }[]).map(({ part }) => part),
    ['outcome'],
  );
});

test('work that waits for other work is not claimed; what it waits for is named, also when that was cancelled', async () => {
  const blocker = await db.operator<Item>(createItem, { title: 'Before' });
  const item = await readyItem(db.operator, { blockedBy: [blocker.id] });
  assert.deepEqual(await refusal('bot', item), { refused: 'blocked', by: [blocker.key] });
  assert.equal(await db.as('bot')(claimWork), null);
  await db.operator(cancelItem, { id: blocker.id });
  assert.deepEqual((await refusal('bot', item))['by'], [`${blocker.key} (cancelled)`]);
});

test('work that waits for an answer is not claimed', async () => {
  const item = await readyItem(db.operator);
  const question = await db.as('bot')(createRequest, { kind: 'question', text: 'Which?', item: item.id });
  assert.deepEqual(await refusal('bot', item), { refused: 'waiting', requests: [question.id] });
  assert.equal(await db.as('bot')(claimWork), null);
  await db.operator(respond, { id: question.id, answer: 'That.' });
  await claimItem(db.as('bot'), item);
});

test('work is not claimed before its start', async () => {
  const start = new Date(db.clock.now + 60_000).toISOString();
  const item = await readyItem(db.operator, { start });
  assert.deepEqual(await refusal('bot', item), { refused: 'too_early', start });
  assert.equal(await db.as('bot')(claimWork), null);
  db.clock.advance(60_000);
  assert.equal((await db.as('bot')<Claim>(claimWork)).item.id, item.id);
});

test('an agent claims what it is able to do; people judge that for themselves', async () => {
  const item = await readyItem(db.operator, { skills: ['tls'] });
  assert.deepEqual(await refusal('bat', item), { refused: 'lacks_skill', missing: ['tls'] });
  assert.equal(await db.as('bat')(claimWork), null);
  await db.operator(updateParticipant, { id: 'bat', skills: ['tls'] });
  assert.equal(await db.as('bat')(claimWork, { skills: ['other'] }), null);
  assert.equal((await db.as('bat')<Claim>(claimWork, { skills: ['tls'] })).item.id, item.id);
  await claimItem(db.as('Ana'), await readyItem(db.operator, { skills: ['flying'] }));
});

test('whoever belongs to teams works for these alone', async () => {
  const ops = await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  const item = await readyItem(db.operator);
  await db.operator(updateParticipant, { id: 'bat', teams: ['OPS'] });
  assert.equal((await refusal('bat', item)).refused, 'not_your_team');
  assert.equal((await db.as('bat').refused(claimWork, { team: 'GEN' })).refused, 'not_your_team');
  assert.equal(await db.as('bat')(claimWork), null);
  const own = await readyItem(db.operator, { team: ops.id });
  assert.equal((await db.as('bat')<Claim>(claimWork, { team: 'OPS' })).item.id, own.id);
  assert.equal((await db.operator.refused(claimWork, { team: 'NONE' })).refused, 'unknown_reference');
  await db.operator(updateParticipant, { id: 'bat', teams: [] });
});

test('assigned work is the assignee’s, unless they are away', async () => {
  const item = await readyItem(db.operator, { assignee: 'bot' });
  assert.equal((await refusal('bat', item)).refused, 'assigned_elsewhere');
  assert.equal(await db.as('bat')(claimWork), null);
  await db.operator(updateParticipant, { id: 'bot', status: 'paused' });
  assert.equal((await claimItem(db.as('bat'), item)).item.executor, people.bat);
  await db.operator(updateParticipant, { id: 'bot', status: 'active' });
});

test('nobody takes more than their limit of work in progress, and whoever is paused takes nothing', async () => {
  await db.operator(updateParticipant, { id: 'bot', wipLimit: 1 });
  const agent = await db.bearer('bot');
  await claimItem(db.as('bot'), await readyItem(db.operator));
  const item = await readyItem(db.operator);
  assert.deepEqual(await refusal('bot', item), { refused: 'over_wip', limit: 1 });
  assert.equal((await db.as({ ...agent, status: 'paused' }).refused(claimWork)).refused, 'not_active');
  await db.operator(updateParticipant, { id: 'bot', wipLimit: null });
});

test('after three failed attempts nobody claims the item until its owner has decided', async () => {
  const item = await readyItem(db.operator);
  for (const who of ['bot', 'bat', 'Ana']) {
    const { run } = await claimItem(db.as(who), item);
    await db.as(who)(failRun, { id: run.id, fence: run.fence, reason: 'Could not.' });
    assert.notEqual(
      (await db.as(who)<Claim | null>(claimWork))?.item.id,
      item.id,
      'it is not offered again to whoever could not do it',
    );
  }
  assert.deepEqual(await refusal('Ben', item), { refused: 'held_back', attempts: 3 });
  assert.equal(await db.as('Ben')(claimWork), null);
  const { items } = await db.operator<Page<Request>>(listInbox, { limit: 200 });
  await db.operator(respond, { id: items.find((one) => one.item === item.id)?.id, resolution: 'retry' });
  await claimItem(db.as('Ben'), item);
});

test('work returned from review is its executor’s next, before anything new, with the same run', async () => {
  const item = await readyItem(db.operator);
  await deliverClaim(db.as('bot'), await claimItem(db.as('bot'), item));
  const { items } = await db.operator<Page<Request>>(listInbox, { limit: 200 });
  await db.operator(respond, {
    id: items.find((one) => one.item === item.id)?.id,
    verdicts: [{ criterion: 'c1', verdict: 'fail', reason: 'Not there.' }],
  });
  await readyItem(db.operator, { priority: 0 });
  const again = await db.as('bot')<Claim>(claimWork);
  assert.deepEqual([again.item.id, again.run.fence], [item.id, 2]);
  assert.notEqual((await db.as('bot')<Claim>(claimWork)).item.id, item.id);
});

test('finished and unknown items are not claimed, and a guest claims nothing', async () => {
  const item = await readyItem(db.operator);
  assert.equal((await db.as('Gus').refused(claimWork)).refused, 'forbidden');
  await db.operator(assignItem, { id: item.id, assignee: null });
  await db.operator(cancelItem, { id: item.id });
  assert.equal((await refusal('bot', item)).refused, 'wrong_state');
  assert.equal((await refusal('bot', { id: 'GEN-999999' })).refused, 'not_found');
  assert.equal((await db.operator.refused(claimWork, { lease: 1 })).refused, 'invalid_input');
});
