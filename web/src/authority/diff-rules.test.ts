import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyRule } from 'coact';
import { diffRules } from './diff-rules.ts';

const rule = (id: string, over: Partial<PolicyRule> = {}): PolicyRule => ({
  id,
  when: { action: 'run.deliver', risk: 'high' },
  then: 'forbid',
  because: 'It is so.',
  ...over,
});

test('two sets of rules differ by name: added, removed and changed, whatever their order', () => {
  const [a, b, c] = [rule('a'), rule('b'), rule('c')];
  const changed = rule('b', { then: 'allow' });
  assert.deepEqual(diffRules([a, b], [c, changed]), [
    { kind: 'added', after: c },
    { kind: 'changed', before: b, after: changed },
    { kind: 'removed', before: a },
  ]);
});

test('the same conditions in another order are no change', () => {
  assert.deepEqual(diffRules([rule('a')], [rule('a', { when: { risk: 'high', action: 'run.deliver' } })]), []);
});
