import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Delay, costOfDelay } from './inbox.ts';

const NOW = Date.parse('2026-01-05T09:00:00Z');
const DAY = 86_400_000;
const idle: Delay = {
  kind: 'question',
  blocking: false,
  blocks: 0,
  due: null,
  itemDue: null,
  priority: null,
  risk: null,
  createdAt: NOW,
};
const cost = (over: Partial<Delay>) => costOfDelay({ ...idle, ...over }, NOW).cost;

test('being late costs more than blocking, blocking more than urgency, urgency more than a day of age', () => {
  const order = [
    cost({ due: NOW - 1 }),
    cost({ blocking: true }),
    cost({ priority: 0 }),
    cost({ createdAt: NOW - DAY }),
    cost({}),
  ];
  assert.deepEqual(
    order,
    [...order].sort((a, b) => b - a),
  );
  assert.equal(new Set(order).size, order.length);
});

test('each part of the cost is explained in words', () => {
  const { why } = costOfDelay(
    {
      kind: 'exception',
      blocking: true,
      blocks: 2,
      due: NOW - 3 * DAY,
      itemDue: NOW - DAY,
      priority: 0,
      risk: 'critical',
      createdAt: NOW - 5 * DAY,
    },
    NOW,
  );
  assert.deepEqual(why, [
    'overdue by 3 d',
    'work stands still until it is answered',
    '2 other items wait behind it',
    'something went wrong',
    'critical risk',
    'critical priority',
    'waiting for 5 d',
  ]);
  assert.deepEqual(costOfDelay(idle, NOW), { cost: 0, why: [] });
});

test('waiting never makes a request cheaper to leave', () => {
  const delay = fc.record({
    kind: fc.constantFrom('question', 'exception'),
    blocking: fc.boolean(),
    blocks: fc.nat(9),
    due: fc.option(fc.integer({ min: NOW - 90 * DAY, max: NOW + 90 * DAY })),
    itemDue: fc.option(fc.integer({ min: NOW - DAY, max: NOW + DAY })),
    priority: fc.option(fc.nat(4)),
    risk: fc.constantFrom('low', 'medium', 'high', 'critical', null),
    createdAt: fc.integer({ min: NOW - 90 * DAY, max: NOW }),
  });
  fc.assert(
    fc.property(delay, fc.nat(30 * DAY), (one, more) => {
      const [now, later] = [costOfDelay(one, NOW), costOfDelay(one, NOW + more)];
      assert(later.cost >= now.cost && now.cost >= 0);
    }),
  );
});
