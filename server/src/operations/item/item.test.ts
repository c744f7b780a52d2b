import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  clear,
  doneItem,
  readyItem,
} from '../../../test/world.ts';
import updateParticipant from '../participant/update.ts';
import listInbox from '../inbox/list.ts';
import heartbeat from '../run/heartbeat.ts';
import assignItem from './assign.ts';
import briefItem from './brief.ts';
import cancelItem from './cancel.ts';
import commentItem from './comment.ts';
import listComments from './comments.ts';
import commitItem from './commit.ts';
import createItem from './create.ts';
import getItem from './get.ts';
import history from './history.ts';
import readiness from './readiness.ts';
import reopenItem from './reopen.ts';
import updateItem from './update.ts';
import shareItem from './share.ts';
import withdrawItem from './withdraw.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const refusedWith = async (who: string, ...call: Parameters<TestDatabase['operator']['refused']>) =>
  (await db.as(who).refused(...call)).refused;

test('work is written down with a title alone, as a draft of whoever writes it', async () => {
  const item = await db.as('Ana')<Item>(createItem, { title: ' A thought ' });
  assert.deepEqual(
    [item.title, item.state, item.owner, item.version, item.revision],
    ['A thought', 'draft', people.ana, 1, 1],
  );
  await db.as('Ana')(shareItem, { id: item.id, with: 'Gus', may: 'comment' });
  assert.deepEqual(await db.as('Gus')(getItem, { id: item.key.toLowerCase() }), {
    ...item,
    abilities: ['item.comment'],
  });
});

test('an agent’s work is its sponsor’s, or the owner’s of the larger work that it is a part of', async () => {
  const parent = await db.as('Ben')<Item>(createItem, { title: 'Larger' });
  assert.equal((await db.as('bot')<Item>(createItem, { title: 'Alone' })).owner, people.ana);
  assert.equal((await db.as('bot')<Item>(createItem, { title: 'Part', parent: parent.key })).owner, parent.owner);
});

test('whoever is accountable is human, active and known', async () => {
  assert.equal(await refusedWith('Ana', createItem, { title: 'x', owner: 'bot' }), 'unknown_reference');
  assert.equal(await refusedWith('Ana', createItem, { title: 'x', owner: 'nobody' }), 'unknown_reference');
  await db.operator(updateParticipant, { id: 'Ben', status: 'paused' });
  assert.equal(await refusedWith('Ana', createItem, { title: 'x', owner: 'Ben' }), 'not_active');
  const item = await db.as('Ana')<Item>(createItem, { title: 'x' });
  assert.equal(await refusedWith('Ana', updateItem, { id: item.id, owner: 'Ben' }), 'not_active');
  await db.operator(updateParticipant, { id: 'Ben', status: 'active' });
});

test('an item refers only to what exists, and is no part of work that has ended', async () => {
  for (const field of ['team', 'parent', 'assignee'] as const) {
    const refusal = await db.operator.refused(createItem, { title: 'x', [field]: 'NONE-1' });
    assert.deepEqual([refusal.refused, refusal['field']], ['unknown_reference', field]);
  }
  assert.equal((await db.operator.refused(createItem, { title: 'x', blockedBy: ['NONE-1'] }))['field'], 'blockedBy');
  const ended = await db.operator<Item>(createItem, { title: 'x' });
  await db.operator(cancelItem, { id: ended.id });
  assert.equal(await refusedWith('Operator', createItem, { title: 'x', parent: ended.id }), 'wrong_state');
});

test('a part that waits for the work it is a part of can be written down, and ended', async () => {
  const parent = await db.operator<Item>(createItem, { title: 'Larger' });
  const part = await db.operator<Item>(createItem, { title: 'Part', parent: parent.id, blockedBy: [parent.id] });
  assert.deepEqual([part.blocked, (await db.operator<Item>(getItem, { id: parent.id })).openChildren], [true, 1]);
  await db.operator(cancelItem, { id: part.id });
  assert.equal((await db.operator<Item>(getItem, { id: parent.id })).openChildren, 0);
});

test('a guest reads and comments, and changes nothing', async () => {
  const item = await readyItem(db.operator);
  await db.operator(shareItem, { id: item.id, with: 'Gus', may: 'comment' });
  for (const [operation, input] of [
    [createItem, { title: 'x' }],
    [updateItem, { id: item.id, title: 'x' }],
    [commitItem, { id: item.id }],
    [withdrawItem, { id: item.id }],
    [assignItem, { id: item.id, assignee: null }],
    [cancelItem, { id: item.id }],
    [reopenItem, { id: item.id, reason: 'x' }],
  ] as const) {
    assert.equal(await refusedWith('Gus', operation, input), 'forbidden', operation.name);
  }
  await db.as('Gus')(commentItem, { id: item.id, text: 'Looks good.' });
});

test('committing, withdrawing, cancelling and reopening are the owner’s, never an agent’s, not even of its own draft', async () => {
  const item = await db.as('bot')<Item>(createItem, { title: 'x', ...clear });
  for (const who of ['bot', 'Ben']) {
    assert.equal(await refusedWith(who, commitItem, { id: item.id }), 'forbidden');
    assert.equal(await refusedWith(who, cancelItem, { id: item.id }), 'forbidden');
  }
  await db.as('Ana')(commitItem, { id: item.id });
  assert.equal(await refusedWith('bot', withdrawItem, { id: item.id }), 'forbidden');
  assert.equal(await refusedWith('bot', reopenItem, { id: item.id, reason: 'x' }), 'forbidden');
});

test('who wrote a draft goes on writing it until it is committed; from then on the contract is its owner’s', async () => {
  const item = await db.as('bot')<Item>(createItem, { title: 'x', ...clear });
  await db.as('bot')(updateItem, { id: item.id, title: 'y' });
  await db.as('Ana')(commitItem, { id: item.id });
  assert.equal(await refusedWith('bot', updateItem, { id: item.id, title: 'z' }), 'forbidden');
});

test('nothing is handed out that is not clear: the refusal names every missing part', async () => {
  const item = await db.operator<Item>(createItem, { title: 'x', risk: 'high', criteria: [{ text: 'One' }] });
  const refusal = await db.operator.refused(commitItem, { id: item.id });
  const parts = (refusal['missing'] as { part: string; hint: string }[]).map(({ part }) => part);
  assert.deepEqual([refusal.refused, parts], ['not_ready', ['outcome', 'priority', 'scope', 'criteria.c1.check']]);
  const said = await db.operator<{ ready: boolean; missing: { part: string }[] }>(readiness, { id: item.id });
  assert.deepEqual([said.ready, said.missing.map(({ part }) => part)], [false, parts]);
});

test('what one state allows, the others refuse, and say which it is', async () => {
  const draft = await db.operator<Item>(createItem, { title: 'x' });
  const ready = await readyItem(db.operator);
  const cancelled = await db.operator<Item>(cancelItem, { id: (await readyItem(db.operator)).id });
  const cases = [
    [commitItem, ready, {}, 'ready'],
    [withdrawItem, draft, {}, 'draft'],
    [reopenItem, ready, { reason: 'x' }, 'ready'],
    [reopenItem, cancelled, { reason: 'x' }, 'cancelled'],
    [cancelItem, cancelled, {}, 'cancelled'],
    [assignItem, cancelled, { assignee: 'bot' }, 'cancelled'],
    [updateItem, cancelled, { title: 'x' }, 'cancelled'],
  ] as const;
  for (const [operation, { id }, input, state] of cases) {
    const refusal = await db.operator.refused(operation, { id, ...input });
    assert.deepEqual([refusal.refused, refusal['state']], ['wrong_state', state], operation.name);
  }
});

test('what is not there cannot be read or changed', async () => {
  const cases = [getItem, briefItem, commitItem, withdrawItem, cancelItem, readiness, history, listComments];
  for (const operation of cases)
    assert.equal(await refusedWith('Operator', operation, { id: 'GEN-999999' }), 'not_found', operation.name);
  for (const [operation, input] of [
    [assignItem, { assignee: null }],
    [commentItem, { text: 'x' }],
    [updateItem, { title: 'x' }],
    [reopenItem, { reason: 'x' }],
  ] as const) {
    assert.equal(await refusedWith('Operator', operation, { id: 'GEN-999999', ...input }), 'not_found', operation.name);
  }
});

test('ready work taken back is a draft again, and cannot be claimed', async () => {
  const item = await readyItem(db.operator);
  assert.equal((await db.operator<Item>(withdrawItem, { id: item.id, reason: 'Unclear.' })).state, 'draft');
});

test('work is assigned to somebody who has not retired, by its owner or the team’s lead', async () => {
  const item = await readyItem(db.as('Ana'));
  assert.equal((await db.as('Ana')<Item>(assignItem, { id: item.id, assignee: 'bot' })).assignee, people.bot);
  assert.equal((await db.as('Ana')<Item>(assignItem, { id: item.id, assignee: null })).assignee, null);
  assert.equal(await refusedWith('Ben', assignItem, { id: item.id, assignee: 'bot' }), 'forbidden');
  assert.equal(await refusedWith('Ana', assignItem, { id: item.id, assignee: 'nobody' }), 'unknown_reference');
  const count = (await db.events()).length;
  await db.as('Ana')(assignItem, { id: item.id, assignee: null });
  assert.equal((await db.events()).length, count, 'what changes nothing is no event');
});

test('whoever works on an item hears of a new revision and of comments with the next heartbeat, once', async () => {
  const item = await readyItem(db.operator);
  const { run } = await claimItem(db.as('bot'), item);
  await db.operator(updateItem, { id: item.id, outcome: 'More.', reason: 'It was too little.' });
  await db.as('Ben')(commentItem, { id: item.id, text: 'Mind the gap.' });
  await db.as('bot')(commentItem, { id: item.id, text: 'I do.' });
  const beat = () =>
    db.as('bot')<{ signals: { kind: string; data: Record<string, unknown> }[] }>(heartbeat, {
      id: run.id,
      fence: run.fence,
    });
  const [revised, message, ...more] = (await beat()).signals;
  assert.deepEqual(
    [revised?.kind, revised?.data['changed'], message?.data['text'], more],
    ['contract_revised', ['outcome'], 'Mind the gap.', []],
  );
  assert.deepEqual((await beat()).signals, []);
});

test('cancelling tells everybody around: requests are taken back, the run ends, and the owners of what waits have to decide', async () => {
  const item = await readyItem(db.operator);
  const waits = await db.as('Ana')<Item>(createItem, { title: 'Waits', blockedBy: [item.id] });
  const { run } = await claimItem(db.as('bot'), item);
  await db.operator(cancelItem, { id: item.id, reason: 'No need.' });
  assert.equal(await refusedWith('bot', heartbeat, { id: run.id, fence: run.fence }), 'stale_fence');
  const after = await db.operator<Item>(getItem, { id: waits.id });
  assert.deepEqual([after.blocked, after.waiting], [true, true]);
  const { items } = await db.as('Ana')<Page<Request>>(listInbox);
  assert.deepEqual(
    items.filter((one) => one.item === waits.id).map(({ kind, blocking }) => [kind, blocking]),
    [['exception', true]],
  );
});

test('finished work taken up again blocks what waits for it, and says why', async () => {
  const item = await doneItem(db);
  const waits = await db.operator<Item>(createItem, { title: 'Waits', blockedBy: [item.id] });
  assert.equal(waits.blocked, false);
  assert.equal(await refusedWith('Operator', reopenItem, { id: item.id }), 'invalid_input');
  const again = await db.operator<Item>(reopenItem, { id: item.id, reason: 'It broke.' });
  assert.deepEqual([again.state, again.delivery, again.endedAt], ['ready', null, null]);
  assert.equal((await db.operator<Item>(getItem, { id: waits.id })).blocked, true);
});
