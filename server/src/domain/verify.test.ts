import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from './refusals.ts';
import { NOW, activeItem, after, bot, clear, deliveredItem } from './testing/example-item.ts';
import { verify } from './verify.ts';
import type { Verdict, WorkItem } from './work-item.ts';

const item = deliveredItem(bot, {
  ...clear,
  criteria: [
    { text: 'One', required: true },
    { text: 'Two', required: false },
  ],
});
const pass = (criterion: string): Verdict => ({ criterion, verdict: 'pass', reason: null });
const failed = (criterion: string, reason: string | null = 'No.'): Verdict => ({ criterion, verdict: 'fail', reason });
const judge = (verdicts: Verdict[], over: object = {}, of: WorkItem = item) =>
  verify(
    of,
    {
      verifier: { id: 'ana', kind: 'human' },
      verdicts,
      nextRun: 'next',
      executorKind: 'agent',
      executorActive: true,
      leaseMs: 30_000,
      ...over,
    },
    NOW,
  );
const code = (decided: unknown) => (isRefusal(decided) ? decided.refused : 'allowed');

test('a delivery whose required criteria all pass is done, whatever the others say', () => {
  assert.equal(after(item, judge([pass('c1')])).state, 'done');
  assert.equal(after(item, judge([pass('c1'), failed('c2')])).state, 'done');
});

test('a delivery that fails a required criterion goes back to whoever did it, with a new fence and the lease of before', () => {
  const back = after(item, judge([failed('c1'), pass('c2')]));
  assert.deepEqual(
    [back.state, back.run?.executor, back.run?.id, back.fence, back.run?.leaseExpiresAt, back.delivery],
    ['active', 'bot', 'next', 2, NOW + 60_000, null],
  );
});

test('one failure outweighs a pass of the same criterion', () => {
  assert.equal(after(item, judge([pass('c1'), failed('c1')])).state, 'active');
});

test('work returned to somebody who is not active goes on to the queue', () => {
  const back = after(item, judge([failed('c1')], { executorActive: false }));
  assert.deepEqual([back.state, back.run, back.fence], ['ready', null, 2]);
});

test('whoever did the work does not judge it', () => {
  assert.equal(code(judge([pass('c1')], { verifier: { id: 'bot', kind: 'agent' } })), 'not_verifier');
});

test('verdicts are about what the contract asks, cover all that is required, and a failure says why', () => {
  assert.equal(code(judge([pass('c1'), pass('c9')])), 'unknown_reference');
  assert.equal(code(judge([pass('c2')])), 'verdict_missing');
  assert.equal(code(judge([failed('c1', ' ')])), 'reason_missing');
  assert.equal(code(judge([pass('c1'), failed('c2', null)])), 'reason_missing');
});

test('only what was delivered is judged', () => {
  assert.equal(code(judge([pass('c1')], {}, activeItem())), 'wrong_state');
  assert.equal(code(judge([pass('c1')], {}, after(item, judge([pass('c1')])))), 'wrong_state');
});
