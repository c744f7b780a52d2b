import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assign, cancel, commit, withdraw } from './clarify.ts';
import {
  type ClaimFacts,
  type Executor,
  claim,
  deliver,
  expire,
  fail,
  release,
  report,
  stop,
  takeBack,
  takeOver,
} from './execute-work.ts';
import { isRefusal } from './refusals.ts';
import {
  NOW,
  activeItem,
  after,
  bot,
  clear,
  deliveredItem,
  draftItem,
  free,
  readyItem,
} from './testing/example-item.ts';
import type { WorkItem } from './work-item.ts';

const ana: Executor = { ...bot, id: 'ana', kind: 'human' };
const tryClaim = (item: WorkItem, executor: Executor = bot, facts: Partial<ClaimFacts> = {}) =>
  claim(item, { run: 'r', executor, leaseMs: 60_000 }, { ...free, ...facts }, NOW);
const refusal = (decided: unknown) => {
  assert(isRefusal(decided));
  return decided;
};

test('ready work goes to whoever claims it, under a lease for an agent and without one for a person', () => {
  assert.deepEqual(activeItem().run, {
    id: 'run',
    executor: 'bot',
    startedAt: NOW,
    leaseMs: 60_000,
    leaseExpiresAt: NOW + 60_000,
    seenRevision: 1,
    progress: null,
    activity: null,
    reportedAt: null,
    usage: { tokens: 0, cost: 0, minutes: 0 },
  });
  assert.deepEqual([activeItem(ana).run?.leaseMs, activeItem(ana).run?.leaseExpiresAt], [null, null]);
});

test('each reason not to hand out work has its own refusal, the first that holds', () => {
  const ready = readyItem();
  const later = readyItem({ ...clear, start: '2026-01-05T09:00:00.001Z' });
  const cases: [unknown, string][] = [
    [tryClaim(activeItem()), 'already_claimed'],
    [tryClaim(draftItem()), 'not_ready'],
    [tryClaim(deliveredItem()), 'wrong_state'],
    [tryClaim(after(ready, cancel(ready, null))), 'wrong_state'],
    [tryClaim(ready, bot, { openBlockers: ['OPS-1'], blockingRequests: ['q'] }), 'blocked'],
    [tryClaim({ ...ready, attempts: 3 }, bot, { blockingRequests: ['q'] }), 'waiting'],
    [tryClaim({ ...later, attempts: 3 }), 'held_back'],
    [tryClaim(later), 'too_early'],
    [tryClaim(ready, { ...bot, status: 'paused' }), 'not_active'],
    [tryClaim(ready, { ...bot, status: 'retired' }), 'not_active'],
    [tryClaim(ready, { ...bot, teams: ['dev'] }), 'not_your_team'],
    [tryClaim({ ...ready, assignee: 'bat' }), 'assigned_elsewhere'],
    [tryClaim(readyItem({ ...clear, skills: ['tls', 'dns'] }), { ...bot, skills: ['tls'] }), 'lacks_skill'],
    [tryClaim(ready, { ...bot, wipLimit: 2 }, { liveRuns: 2 }), 'over_wip'],
  ];
  for (const [decided, code] of cases) assert.equal(refusal(decided).refused, code);
});

test('what does not stand in the way: a start that has come, an assignee who is away, a limit not reached, a person’s unrecorded skill', () => {
  for (const decided of [
    tryClaim(readyItem({ ...clear, start: '2026-01-05T09:00:00.000Z' })),
    tryClaim({ ...readyItem(), assignee: 'bat' }, bot, { assigneeActive: false }),
    tryClaim({ ...readyItem(), assignee: 'bot' }),
    tryClaim(readyItem(), { ...bot, wipLimit: 2, teams: ['ops'] }, { liveRuns: 1 }),
    tryClaim(readyItem({ ...clear, skills: ['flying'] }), ana),
    tryClaim({ ...readyItem(), attempts: 2, failedBy: ['bot'] }),
  ]) {
    assert(!isRefusal(decided), JSON.stringify(decided));
  }
});

test('a claim that is refused says who has the work and until when, in the form that answers have', () => {
  assert.deepEqual(tryClaim(activeItem()), {
    refused: 'already_claimed',
    by: 'bot',
    until: '2026-01-05T09:01:00.000Z',
  });
  assert.deepEqual(tryClaim(activeItem(ana)), { refused: 'already_claimed', by: 'ana', until: null });
});

test('a report says the newest progress and the largest totals, and what is not said stays', () => {
  let item = after(
    activeItem(),
    report(activeItem(), { fence: 1, progress: 0.5, usage: { tokens: 10, cost: 2 } }, NOW),
  );
  item = after(item, report(item, { fence: 1, usage: { tokens: 5, minutes: 1 } }, NOW + 1_000));
  assert.deepEqual(
    [item.run?.progress, item.run?.usage, item.run?.leaseExpiresAt],
    [0.5, { tokens: 10, cost: 2, minutes: 1 }, NOW + 61_000],
  );
});

test('a write after the run has ended is told who holds the work now, or that nobody does', () => {
  const released = after(activeItem(), release(activeItem(), { fence: 1, reason: null }));
  for (const decided of [
    report(released, { fence: 1 }, NOW),
    release(released, { fence: 1, reason: null }),
    fail(released, { fence: 1, reason: 'x' }),
    deliver(released, { fence: 1, summary: '', evidence: [], openChildren: [] }),
  ]) {
    assert.deepEqual(decided, { refused: 'stale_fence', fence: 1, holder: null, state: 'ready' });
  }
});

test('released work is ready again without counting as an attempt; failed work counts, and who failed is remembered once', () => {
  const released = after(activeItem(), takeBack(activeItem(), 'Needed elsewhere.'));
  assert.deepEqual([released.state, released.attempts, released.failedBy], ['ready', 0, []]);
  let item = readyItem();
  for (let i = 1; i <= 2; i += 1) {
    item = after(item, tryClaim(item));
    item = after(item, fail(item, { fence: i, reason: 'Could not.' }));
  }
  assert.deepEqual([item.attempts, item.failedBy, item.fence], [2, ['bot'], 2]);
  assert.equal(refusal(takeBack(item, null)).refused, 'wrong_state');
});

test('a run is stopped by its id: the work is ready, and not for the same executor until the owner has decided anew', () => {
  const stopped = after(activeItem(), stop(activeItem(), { run: 'run', by: 'ana', reason: 'Wrong host.' }));
  assert.deepEqual([stopped.state, stopped.run, stopped.attempts, stopped.failedBy], ['ready', null, 0, ['bot']]);
  assert.deepEqual(after(stopped, assign(stopped, 'bot')).failedBy, [], 'they were asked again by name');
  const back = after(stopped, withdraw(stopped, null));
  assert.deepEqual(after(back, commit(back)).failedBy, [], 'it was committed anew');
  assert.equal(refusal(stop(stopped, { run: 'run', by: 'ana', reason: 'Again.' })).refused, 'stale_fence');
  const among = after(activeItem(), stop(activeItem(), { run: 'run', by: 'ana', reason: 'All of them.', stop: 's' }));
  assert.deepEqual([among.state, among.failedBy], ['ready', []], 'a stop of many blames nobody for this item');
  assert.equal(refusal(stop(activeItem(), { run: 'other', by: 'ana', reason: 'x' })).refused, 'stale_fence');
});

test('a person takes work over from whoever does it, with a fence of their own', () => {
  const take = (item: WorkItem, executor: Executor) =>
    takeOver(item, { run: 'mine', executor, leaseMs: 60_000, reason: 'Urgent.' }, NOW);
  const taken = after(activeItem(), take(activeItem(), ana));
  assert.deepEqual([taken.state, taken.fence, taken.run?.id, taken.run?.executor], ['active', 2, 'mine', 'ana']);
  assert.equal(refusal(report(taken, { fence: 1 }, NOW)).refused, 'stale_fence');
  assert.equal(refusal(take(taken, ana)).refused, 'already_claimed');
  assert.equal(refusal(take(readyItem(), ana)).refused, 'wrong_state');
  assert.equal(refusal(take(activeItem(), { ...bot, id: 'bat' })).refused, 'forbidden');
});

test('a lease ends at its time and not before; a person’s never does; another run’s is no concern', () => {
  assert.deepEqual(expire(activeItem(), 'run', NOW + 59_999), []);
  assert.deepEqual(expire(activeItem(), 'run', NOW + 60_000), [{ type: 'item.lost', data: { run: 'run' } }]);
  assert.deepEqual(expire(activeItem(), 'other', NOW + 60_000), []);
  assert.deepEqual(expire(activeItem(ana), 'run', NOW * 2), []);
});

test('a delivery shows every required criterion, nothing unknown, and has no open part', () => {
  const item = activeItem(bot, {
    ...clear,
    criteria: [
      { text: 'One', required: true },
      { text: 'Two', required: true },
      { text: 'Three', required: false },
    ],
  });
  const send = (shown: string[], openChildren: string[] = []) =>
    deliver(item, {
      fence: 1,
      summary: 'Done.',
      evidence: shown.map((criterion) => ({ criterion, artifact: 'a'.repeat(64), name: 'x' })),
      openChildren,
    });
  assert.deepEqual(send(['c1']), { refused: 'evidence_missing', criteria: [{ id: 'c2', text: 'Two' }] });
  assert.equal(refusal(send(['c1', 'c2', 'c9'])).refused, 'unknown_reference');
  assert.deepEqual(send(['c1', 'c2'], ['OPS-13']), { refused: 'children_open', children: ['OPS-13'] });
  assert.equal(after(item, send(['c1', 'c2'])).state, 'review');
});
