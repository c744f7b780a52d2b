import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Case, compile, judge } from './judge.ts';
import type { DecisionPoint, RecordedFact } from './recorded.ts';
import { createSimulation } from './simulate.ts';
import { arbitraryCase, arbitraryRule } from './testing/arbitrary-policy.ts';

const fact: RecordedFact = {
  id: 'e1',
  type: 'item.commented',
  at: '2026-01-05T09:00:00.000Z',
  actor: { id: 'bot', kind: 'agent' },
  act: 'item.comment',
  cause: null,
  item: { id: 'i1', key: 'OPS-1' },
  request: null,
  subject: null,
  data: {},
};
const words = { allow: 'allow', approve: 'hold', forbid: 'forbid' } as const;
const policy = fc
  .uniqueArray(arbitraryRule, { maxLength: 8, selector: ({ id }) => id })
  .map((rules) => compile([{ scope: 'workspace' as const, target: null, rules }]));

/** A case as the rules then decided it. */
function pointOf(asked: Case, then: ReturnType<typeof compile>): DecisionPoint {
  const { decision, rules } = judge(then, asked);
  return { ...asked, fact, was: words[decision], rules: decision === 'allow' ? [] : rules.map(({ id }) => id) };
}

test('the same rules decide the same: nothing changes', () => {
  const property = fc.property(policy, fc.array(arbitraryCase, { maxLength: 20 }), (rules, cases) => {
    const simulation = createSimulation(rules);
    for (const asked of cases) simulation.take(pointOf(asked, rules));
    const { was, would, changes } = simulation.result();
    assert.deepEqual(was, would);
    assert.deepEqual(changes, []);
  });
  fc.assert(property, { numRuns: 500 });
});

test('every decision is counted once on both sides, and each that differs is told by a rule, with five examples at most', () => {
  const property = fc.property(policy, policy, fc.array(arbitraryCase, { maxLength: 20 }), (before, draft, cases) => {
    const simulation = createSimulation(draft);
    const points = cases.map((asked) => pointOf(asked, before));
    for (const point of points) simulation.take(point);
    const { was, would, changes } = simulation.result();
    const sum = ({ allow, hold, forbid }: typeof was) => allow + hold + forbid;
    assert.deepEqual([sum(was), sum(would)], [cases.length, cases.length]);
    const differing = points.filter((point) => words[judge(draft, point).decision] !== point.was);
    assert.equal(changes.length > 0, differing.length > 0);
    for (const { from, to, count, examples } of changes) {
      assert.notEqual(from, to);
      assert.equal(examples.length, Math.min(5, count));
      assert(count <= differing.length);
    }
  });
  fc.assert(property, { numRuns: 500 });
});
