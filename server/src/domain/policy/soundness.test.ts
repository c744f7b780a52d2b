import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { baseRules } from './base-rules.ts';
import type { Rule } from './rule.ts';
import { type Known, findUnsound } from './soundness.ts';
import { arbitraryRule } from './testing/arbitrary-policy.ts';

const known: Known = {
  acts: new Set([...baseRules.flatMap(({ when }) => when.action ?? []), 'item.cancel', 'item.commit', 'run.heartbeat']),
  teams: new Set(['ops', 'web']),
  participants: new Set(['ana']),
};
const find = (rules: readonly Rule[]) => findUnsound({ scope: 'workspace', target: null, rules }, known);
const cancel = (id: string, then: Rule['then']): Rule => ({
  id,
  when: { action: 'item.cancel' },
  then,
  because: 'So.',
});

test('the shipped rules are sound', () => {
  assert.equal(find(baseRules), null);
});

test('what is wrong with rules is found whatever their order, and blames rules that are there', () => {
  const property = fc.property(fc.array(arbitraryRule, { maxLength: 6 }), (rules) => {
    const found = find(rules);
    assert.equal(find(rules.toReversed()) === null, found === null);
    for (const id of found?.rules ?? []) assert(rules.some((one) => one.id === id));
  });
  fc.assert(property, { numRuns: 1_000 });
});

test('two rules that say different things of one case are found wherever they stand', () => {
  const property = fc.property(fc.array(arbitraryRule, { maxLength: 4 }), fc.nat(4), (rules, place) => {
    const isOther = ({ when: { action } }: (typeof rules)[number]) =>
      [action].flat().some((act) => act !== 'item.cancel');
    const others = rules.filter((one) => find([one]) === null && isOther(one));
    const named = others.map((one, i) => ({ ...one, id: `other-${i}`, then: 'forbid' as const }));
    const all = [cancel('yes', 'allow'), ...named].toSpliced(place, 0, cancel('no', 'forbid'));
    assert.deepEqual(find(all)?.rules.toSorted(), ['no', 'yes']);
  });
  fc.assert(property, { numRuns: 500 });
});

test('an approval that too few people could ever give is found; admins may be many', () => {
  assert.deepEqual(find([cancel('few', { approve: { by: ['owner', 'lead'], count: 3 } })])?.rules, ['few']);
  assert.equal(find([cancel('enough', { approve: { by: ['owner', 'lead'], count: 2 } })]), null);
  assert.equal(find([cancel('admins', { approve: { by: ['admin'], count: 5 } })]), null);
  assert.deepEqual(find([cancel('gone', { approve: { by: [{ participant: 'ben' }], count: 1 } })])?.rules, ['gone']);
});
