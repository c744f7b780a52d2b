import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  deliverClaim,
  readyItem,
} from '../../../test/world.ts';
import cancelItem from '../item/cancel.ts';
import createItem from '../item/create.ts';
import getItem from '../item/get.ts';
import updateParticipant from '../participant/update.ts';
import failRun from '../run/fail.ts';
import heartbeat from '../run/heartbeat.ts';
import releaseRun from '../run/release.ts';
import addMember from '../team/add-member.ts';
import createTeam from '../team/create.ts';
import createRequest from './create.ts';
import listRequests from './list.ts';
import respond from './respond.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  await db.operator(addMember, { id: 'OPS', participant: 'Ben' });
});

const read = (item: { id: string | null }) => db.operator<Item>(getItem, { id: item.id });
const ask = (who: string, input: object) => db.as(who)<Request & Answer>(createRequest, { text: 'Which?', ...input });
const openOf = async (item: { id: string }, kind?: string) =>
  (await db.operator<Page<Request>>(listRequests, { item: item.id, state: 'open', ...(kind && { kind }) })).items;

async function delivered(owner = 'Operator', who = 'bot') {
  const item = await readyItem(db.as(owner), { criteria: [{ text: 'One' }, { text: 'Two', required: false }] });
  const claim = await claimItem(db.as(who), item);
  await deliverClaim(db.as(who), claim);
  const [review] = await openOf(item, 'review');
  return { item, claim, review: review?.id };
}
const passed = [{ criterion: 'c1', verdict: 'pass' }];
const failed = [{ criterion: 'c1', verdict: 'fail', reason: 'Not there.' }];

test('a delivery is accepted by its owner, criterion by criterion; what waited for it may go on', async () => {
  const { item, review } = await delivered();
  const waits = await readyItem(db.operator, { blockedBy: [item.id] });
  assert.equal((await db.operator.refused(respond, { id: review, verdicts: [] })).refused, 'verdict_missing');
  assert.equal(
    (await db.operator.refused(respond, { id: review, verdicts: [{ criterion: 'c9', verdict: 'pass' }] })).refused,
    'unknown_reference',
  );
  assert.equal(
    (await db.operator.refused(respond, { id: review, verdicts: [{ criterion: 'c1', verdict: 'fail' }] })).refused,
    'reason_missing',
  );
  await db.operator(respond, { id: review, verdicts: passed });
  assert.deepEqual([(await read(item)).state, (await read(waits)).blocked], ['done', false]);
});

test('a delivery that fails a required criterion goes back to whoever did it, with the reason and a new fence', async () => {
  const { item, review, claim } = await delivered();
  await db.operator(respond, { id: review, verdicts: failed });
  const after = await read(item);
  assert.deepEqual([after.state, after.executor, after.fence], ['active', people.bot, claim.run.fence + 1]);
  const beat = await db.as('bot')<{ signals: { kind: string; data: { verdicts: object[] } }[] }>(heartbeat, {
    id: after.run?.id,
    fence: after.fence,
  });
  assert.deepEqual(
    beat.signals.map(({ kind, data }) => [kind, data.verdicts]),
    [['returned', failed]],
  );
});

test('a delivery returned to somebody who is no longer active goes back to the queue', async () => {
  const { item, review } = await delivered();
  await db.operator(updateParticipant, { id: 'bot', status: 'paused' });
  await db.operator(respond, { id: review, verdicts: failed });
  assert.deepEqual([(await read(item)).state, (await read(item)).run], ['ready', null]);
  await db.operator(updateParticipant, { id: 'bot', status: 'active' });
  await claimItem(db.as('bat'), item);
});

test('nobody judges what they did, and no agent judges at all', async () => {
  const own = await delivered('Ana', 'Ana');
  assert.equal((await db.as('Ana').refused(respond, { id: own.review, verdicts: passed })).refused, 'forbidden');
  await db.operator(respond, { id: own.review, verdicts: passed });
  const admins = await delivered('Operator', 'Operator');
  assert.equal((await db.operator.refused(respond, { id: admins.review, verdicts: passed })).refused, 'not_verifier');
  await db.operator(updateParticipant, { id: 'Ben', role: 'admin' });
  await db.as('Ben')(respond, { id: admins.review, verdicts: passed });
  await db.operator(updateParticipant, { id: 'Ben', role: 'member' });
  const agents = await delivered();
  const machine = { ...(await db.bearer('bat')), role: 'admin' as const };
  assert.equal(
    (await db.as(machine).refused(respond, { id: agents.review, verdicts: passed })).refused,
    'forbidden_by_policy',
  );
});

test('a handoff moves the work when it is accepted: the one before has ended, the new run has a fence of its own', async () => {
  const item = await readyItem(db.operator);
  const { run } = await claimItem(db.as('bot'), item);
  const handoff = await ask('bot', {
    kind: 'handoff',
    item: item.id,
    to: 'bat',
    text: 'Please take over.',
    remaining: 'Half.',
  });
  assert.equal((await read(item)).executor, people.bot);
  assert.equal((await db.as('bat').refused(respond, { id: handoff.id, accept: false })).refused, 'reason_missing');
  const accepted = await db.as('bat')<{ claim: { id: string; fence: number } }>(respond, {
    id: handoff.id,
    accept: true,
  });
  assert.deepEqual([accepted.claim.fence, (await read(item)).executor], [2, people.bat]);
  assert.equal((await db.as('bot').refused(heartbeat, { id: run.id, fence: run.fence })).refused, 'stale_fence');
  await db.as('bat')(heartbeat, { id: accepted.claim.id, fence: 2 });
});

test('a declined handoff moves nothing', async () => {
  const item = await readyItem(db.operator);
  await claimItem(db.as('bot'), item);
  const { id } = await ask('bot', { kind: 'handoff', item: item.id, to: 'bat', text: 'Please.' });
  assert.equal((await db.as('bat')<Request>(respond, { id, accept: false, reason: 'No time.' })).state, 'declined');
  assert.equal((await read(item)).executor, people.bot);
});

test('nobody hands over work that somebody else has in hand, least of all to themselves', async () => {
  const item = await readyItem(db.as('Ben'));
  await claimItem(db.as('bot'), item);
  assert.equal(
    (await db.as('bat').refused(createRequest, { kind: 'handoff', item: item.id, to: 'bat', text: 'Mine.' })).refused,
    'forbidden',
  );
  assert.equal((await read(item)).executor, people.bot);
});

test('a handoff whose run has ended meanwhile does not take the work from whoever has it now', async () => {
  const item = await readyItem(db.operator);
  const { run } = await claimItem(db.as('bot'), item);
  const { id } = await ask('bot', { kind: 'handoff', item: item.id, to: 'bat', text: 'Please.' });
  await db.as('bot')(releaseRun, { id: run.id, fence: run.fence });
  await claimItem(db.as('Ana'), item);
  assert.equal((await db.as('bat').refused(respond, { id, accept: true })).refused, 'wrong_state');
  assert.equal((await read(item)).executor, people.ana);
});

async function failedItem(owner: string): Promise<{ item: Item; exception: string | undefined }> {
  const item = await readyItem(db.as(owner));
  const { run } = await claimItem(db.as('bot'), item);
  await db.as('bot')(failRun, { id: run.id, fence: run.fence, reason: 'Could not.' });
  return { item, exception: (await openOf(item, 'exception'))[0]?.id };
}

test('an exception is resolved by trying again, by somebody else, by clarifying or by ending the work', async () => {
  const cases = [
    ['retry', {}, { state: 'ready', attempts: 0 }],
    ['fixed', {}, { state: 'ready', attempts: 0 }],
    ['reassign', { assignee: 'bat' }, { state: 'ready', assignee: people.bat }],
    ['rescope', {}, { state: 'draft' }],
    ['cancel', { reason: 'No.' }, { state: 'cancelled' }],
  ] as const;
  for (const [resolution, more, expected] of cases) {
    const { item, exception } = await failedItem('Ana');
    await db.as('Ana')(respond, { id: exception, resolution, ...more });
    const after: Record<string, unknown> = await read(item);
    for (const [field, value] of Object.entries(expected)) assert.equal(after[field], value, `${resolution}: ${field}`);
  }
  const { exception } = await failedItem('Ana');
  assert.equal(
    (await db.as('Ana').refused(respond, { id: exception, resolution: 'reassign' })).refused,
    'invalid_input',
  );
});

test('a cancelled blocker is waived by the owner of what waits for it, which may then go on', async () => {
  const blocker = await db.operator<Item>(createItem, { title: 'Before' });
  const item = await readyItem(db.as('Ana'), { blockedBy: [blocker.id] });
  await db.operator(cancelItem, { id: blocker.id });
  const [exception] = await openOf(item, 'exception');
  await db.as('Ana')(respond, { id: exception?.id, resolution: 'waive' });
  assert.deepEqual([(await read(item)).blocked, (await read(item)).waiting], [false, false]);
  await claimItem(db.as('bot'), item);
});

test('an exception that somebody addresses to themselves gives them no right over the work', async () => {
  const blocker = await db.operator<Item>(createItem, { title: 'Before' });
  const item = await readyItem(db.as('Ben'), { blockedBy: [blocker.id] });
  await db.operator(cancelItem, { id: blocker.id });
  const { item: tried } = await failedItem('Ben');
  for (const [about, resolution] of [
    [item, 'cancel'],
    [item, 'rescope'],
    [item, 'waive'],
    [item, 'reassign'],
    [tried, 'retry'],
  ] as const) {
    const { id } = await ask('bat', { kind: 'exception', item: about.id, to: 'bat', text: 'Trouble.' });
    const before = await read(about);
    assert.equal(
      (await db.as('bat').refused(respond, { id, resolution, assignee: 'bat' })).refused,
      'forbidden',
      resolution,
    );
    assert.deepEqual(await read(about), before);
  }
});
