import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assign,
  cancel,
  commit,
  move,
  needsTriage,
  recordAnswer,
  reopen,
  revise,
  triage,
  withdraw,
} from './clarify.ts';
import { isRefusal } from './refusals.ts';
import { activeItem, after, deliveredItem, draftItem, readyItem } from './testing/example-item.ts';
import type { WorkItem } from './work-item.ts';

const cancelled = after(readyItem(), cancel(readyItem(), null));
const answer = { request: 'r', question: 'Which?', answer: 'That.', by: 'ana', at: '2026-01-05T09:00:00.000Z' };
const codes = (decide: (item: WorkItem) => unknown, items: WorkItem[]) =>
  items.map((item) => {
    const decided = decide(item);
    return isRefusal(decided) ? decided.refused : 'allowed';
  });
const all = [draftItem(), readyItem(), activeItem(), deliveredItem(), cancelled];

test('a draft is committed, and nothing else is', () => {
  assert.deepEqual(codes(commit, all), ['allowed', 'wrong_state', 'wrong_state', 'wrong_state', 'wrong_state']);
});

test('a draft that lacks something is not committed; all that is missing is named at once', () => {
  const refusal = commit(draftItem({}));
  assert(isRefusal(refusal));
  assert.deepEqual(
    (refusal['missing'] as { part: string }[]).map(({ part }) => part),
    ['outcome', 'criteria', 'priority'],
  );
});

test('ready work is taken back, but not out of somebody’s hands', () => {
  assert.deepEqual(
    codes((item) => withdraw(item, null), all),
    ['wrong_state', 'allowed', 'wrong_state', 'wrong_state', 'wrong_state'],
  );
});

test('open work is edited, assigned and cancelled; work that has ended is not', () => {
  const open = ['allowed', 'allowed', 'allowed', 'allowed', 'wrong_state'];
  assert.deepEqual(
    codes((item) => revise(item, { patch: { title: 'y' }, reason: null }), all),
    open,
  );
  assert.deepEqual(
    codes((item) => assign(item, 'bot'), all),
    open,
  );
  assert.deepEqual(
    codes((item) => cancel(item, null), all),
    open,
  );
});

test('only finished work is taken up again', () => {
  assert.deepEqual(
    codes((item) => reopen(item, 'x'), all),
    all.map(() => 'wrong_state'),
  );
  const done: WorkItem = { ...deliveredItem(), state: 'done', attempts: 2, failedBy: ['bat'] };
  const again = after(done, reopen(done, 'It broke.'));
  assert.deepEqual([again.state, again.delivery, again.attempts, again.failedBy], ['ready', null, 0, []]);
});

test('assigning whoever is assigned, or moving to where it is, is no event', () => {
  assert.deepEqual(assign(draftItem(), null), []);
  assert.deepEqual(move(draftItem(), null, []), []);
});

test('an item is not filed under itself or its own parts', () => {
  const refusal = move(draftItem(), 'part', ['part', 'item']);
  assert(isRefusal(refusal));
  assert.deepEqual([refusal.refused, refusal['path']], ['cycle', ['item', 'part', 'item']]);
});

test('an answer is a revision of the contract; one that comes after the end changes nothing', () => {
  const item = after(activeItem(), recordAnswer(activeItem(), answer));
  assert.deepEqual([item.revision, item.contract.answers], [2, [answer]]);
  assert.deepEqual(recordAnswer(cancelled, answer), []);
});

test('cancelling ends the run of whoever works on it', () => {
  assert.equal(after(activeItem(), cancel(activeItem(), null)).run, null);
});

test('an edit may not take away what made handed-out work ready; a draft may lack anything', () => {
  const vague = (item: WorkItem) => revise(item, { patch: { outcome: '' }, reason: null });
  assert.deepEqual(codes(vague, all), ['allowed', 'not_ready', 'not_ready', 'not_ready', 'wrong_state']);
});

const incoming: WorkItem = { ...draftItem(), intake: true };
const accept = { as: 'accept', team: 'ops', owner: 'ana', reason: null } as const;

test('what agents, systems and guests write down waits to be triaged; what members write down is work', () => {
  const waits = (kind: 'human' | 'agent' | 'system', role: 'admin' | 'member' | 'guest') => needsTriage({ kind, role });
  assert.deepEqual([waits('human', 'member'), waits('human', 'admin')], [false, false]);
  assert.deepEqual([waits('agent', 'member'), waits('system', 'admin'), waits('human', 'guest')], [true, true, true]);
});

test('accepted work leaves the intake, perhaps for another team and another owner, which is a revision', () => {
  const same = after(incoming, triage(incoming, accept));
  assert.deepEqual([same.intake, same.state, same.team, same.revision], [false, 'draft', 'ops', 1]);
  const moved = after(incoming, triage(incoming, { ...accept, team: 'dev', owner: 'ben' }));
  assert.deepEqual([moved.team, moved.contract.owner, moved.revision, moved.key], ['dev', 'ben', 2, incoming.key]);
});

test('a duplicate is cancelled and says of what; a declined draft says why', () => {
  const merged = after(incoming, triage(incoming, { as: 'duplicate', of: { id: 'o', key: 'OPS-1' }, reason: null }));
  assert.deepEqual([merged.state, merged.intake], ['cancelled', false]);
  const declined = triage(incoming, { as: 'decline', reason: 'Not ours.' });
  assert(!isRefusal(declined));
  assert.deepEqual(
    declined.map(({ type }) => type),
    ['item.triaged', 'item.cancelled'],
  );
  const refused = (said: Parameters<typeof triage>[1], item = incoming) => {
    const decided = triage(item, said);
    return isRefusal(decided) ? decided.refused : 'allowed';
  };
  assert.equal(refused({ as: 'decline', reason: ' ' }), 'reason_missing');
  assert.equal(refused({ as: 'duplicate', of: { id: 'item', key: 'OPS-12' }, reason: null }), 'unknown_reference');
  for (const item of all) assert.equal(refused(accept, item), 'already_triaged');
});

test('an owner who commits a draft from the intake has thereby accepted it', () => {
  assert.equal(after(incoming, commit(incoming)).intake, false);
});
