import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Attempt, MOST_TOLD, countAttempt, freshMinute, isAttempt, isOver } from './attempt.ts';
import type { RefusalCode } from './refusals.ts';

const codes = ['forbidden', 'forbidden_by_policy', 'stopped', 'stale_fence', 'not_approver'] as const;
const attempt: fc.Arbitrary<Attempt> = fc.record({
  actor: fc.constant('bot'),
  operation: fc.integer({ min: 0, max: 40 }).map((n) => `item.act_${n}`),
  code: fc.constantFrom<RefusalCode>(...codes),
  named: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => `OPS-${n}`)),
});

test('every attempt is told or counted, however many there are, and few are told', () => {
  const property = fc.property(fc.array(attempt, { maxLength: 300 }), (all) => {
    let minute = freshMinute(0);
    let told = 0;
    for (const one of all) {
      const counted = countAttempt(minute, one);
      minute = counted.minute;
      told += counted.isTold ? 1 : 0;
    }
    const more = [...minute.more.values()].reduce((sum, { times }) => sum + times, 0);
    assert.equal(told + more, all.length);
    assert(told <= MOST_TOLD);
    assert(minute.more.size <= 20 + codes.length, 'what is counted is bounded as well');
    if (all.length > 0) assert(told > 0, 'the first one is always told');
  });
  fc.assert(property, { numRuns: 300 });
});

test('the same attempt twice within a minute is told once', () => {
  const one: Attempt = { actor: 'bot', operation: 'item.cancel', code: 'forbidden', named: 'OPS-1' };
  const first = countAttempt(freshMinute(0), one);
  const second = countAttempt(first.minute, one);
  assert.deepEqual([first.isTold, second.isTold], [true, false]);
  assert.deepEqual([...second.minute.more.values()], [{ operation: 'item.cancel', code: 'forbidden', times: 1 }]);
});

test('a minute is over after a minute, and when the clock was set back', () => {
  assert(!isOver(freshMinute(1_000), 60_999));
  assert(isOver(freshMinute(1_000), 61_000));
  assert(isOver(freshMinute(1_000), 999));
});

test('what is merely mistaken is no attempt', () => {
  assert(isAttempt('forbidden') && isAttempt('stale_fence'));
  for (const code of ['invalid_input', 'not_found', 'wrong_state', 'busy', 'unavailable', 'version_conflict'] as const)
    assert(!isAttempt(code));
});
