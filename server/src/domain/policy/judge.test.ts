import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { approversOf, stillNeeded } from './approvers.ts';
import { levelFor, levels, usualAutonomy } from './autonomy.ts';
import { baseRules } from './base-rules.ts';
import { type Case, compile, isRuled, judge } from './judge.ts';
import { type Rule, type RuleSet, roles, rule } from './rule.ts';
import { arbitraryCase, arbitraryRule, rankOfDecision } from './testing/arbitrary-policy.ts';
import { anAgent, someWork } from './testing/cases.ts';

const workspace = (...rules: Rule[]): RuleSet => ({ scope: 'workspace', target: null, rules });
const decide = (rules: readonly Rule[], asked: Case) => judge(compile([workspace(...rules)]), asked);
const rules = fc.array(arbitraryRule, { maxLength: 12 });

test('the order of rules never matters', () => {
  const property = fc.property(rules, arbitraryCase, fc.infiniteStream(fc.nat()), (some, asked, chance) => {
    const shuffled = some
      .map((one): [number, Rule] => [chance.next().value ?? 0, one])
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);
    assert.deepEqual(decide(shuffled, asked), decide(some, asked));
  });
  fc.assert(property, { numRuns: 2_000 });
});

test('a rule more never permits more, whatever it says', () => {
  const property = fc.property(rules, arbitraryRule, arbitraryCase, (some, more, asked) => {
    const before = decide(some, asked);
    const after = decide([...some, more], asked);
    assert(rankOfDecision(after) >= rankOfDecision(before));
    if (before.decision === 'approve' && after.decision === 'approve')
      for (const need of before.needs) assert(after.needs.some((one) => JSON.stringify(one) === JSON.stringify(need)));
  });
  fc.assert(property, { numRuns: 2_000 });
});

test('a forbidding rule that matches forbids, and the result names it with its reason', () => {
  const property = fc.property(rules, arbitraryCase, (some, asked) => {
    const no: Rule = { id: 'never', when: { action: [...asked.acts] }, then: 'forbid', because: 'Not here.' };
    const verdict = decide([...some, no], asked);
    assert.equal(verdict.decision, 'forbid');
    assert(verdict.rules.some(({ id, because }) => id === 'never' && because === 'Not here.'));
  });
  fc.assert(property, { numRuns: 500 });
});

test('whatever the rules, an act that the index says none is about is allowed', () => {
  const property = fc.property(rules, arbitraryCase, (some, asked) => {
    const policy = compile([workspace(...some)]);
    if (asked.acts.every((act) => !isRuled(policy, act))) assert.equal(judge(policy, asked).decision, 'allow');
  });
  fc.assert(property, { numRuns: 500 });
});

test('an approver is never the one who asks, nor the one who does the work, nor somebody who is not here', () => {
  const id: fc.Arbitrary<string> = fc.constantFrom('ana', 'ben', 'cleo', 'dora');
  const standing = fc.record({
    owner: fc.option(id),
    sponsor: fc.option(id),
    decider: fc.option(id),
    lead: fc.option(id),
    department_lead: fc.option(id),
    admins: fc.array(id),
    present: fc.array(id).map((ids) => new Set(ids)),
  });
  const by = fc.array(fc.oneof(fc.constantFrom(...roles), fc.record({ participant: id })), { minLength: 1 });
  const property = fc.property(standing, by, id, fc.option(id), (stand, some, requester, executor) => {
    const found = approversOf({ by: some }, stand, { requester, executor });
    assert(!found.includes(requester));
    assert(executor === null || !found.includes(executor));
    for (const one of found) assert(stand.present.has(one));
    assert.equal(new Set(found).size, found.length);
    const given = [requester, ...(executor ? [executor] : [])];
    const needs = [{ by: some, count: 1, rule: 'r' }];
    assert.equal(stillNeeded(needs, stand, { concerned: { requester, executor }, given }).length, 1);
  });
  fc.assert(property, { numRuns: 2_000 });
});

test('approvals that several rules ask for add up, and each counts a person once', () => {
  const stand = {
    owner: 'ana',
    sponsor: 'ben',
    decider: 'ana',
    lead: null,
    department_lead: null,
    admins: ['cleo', 'dora'],
    present: new Set(['ana', 'ben', 'cleo', 'dora']),
  };
  const concerned = { requester: 'bot', executor: 'bot' };
  const needs = [
    { by: ['owner' as const], count: 1, rule: 'a' },
    { by: ['admin' as const], count: 2, rule: 'b' },
  ];
  const open = (...given: string[]) => stillNeeded(needs, stand, { concerned, given }).map(({ rule: id }) => id);
  assert.deepEqual(open(), ['a', 'b']);
  assert.deepEqual(open('ana', 'cleo', 'cleo'), ['b']);
  assert.deepEqual(open('ana', 'cleo', 'dora'), []);
});

test('a level counts for its type of work and never above the ceiling', () => {
  const level = fc.constantFrom(...levels);
  const property = fc.property(level, level, level, (usual, ceiling, bug) => {
    const autonomy = { level: usual, ceiling, byType: { bug } };
    for (const type of ['bug', 'task', 'toString', null])
      assert(levels.indexOf(levelFor(autonomy, type)) <= levels.indexOf(ceiling));
    assert.equal(levelFor({ ...autonomy, ceiling: 'autonomous' }, 'bug'), bug);
    assert.equal(levelFor({ ...autonomy, ceiling: 'autonomous' }, 'task'), usual);
  });
  fc.assert(property);
  assert.equal(levelFor(usualAutonomy, null), 'reporting');
});

test('the shipped rules are of the form of all rules, and no two have one name', () => {
  for (const one of baseRules) rule.parse(one);
  assert.equal(new Set(baseRules.map(({ id }) => id)).size, baseRules.length);
});

const base = (act: string, over: Partial<Case> = {}) =>
  decide([], { acts: [act], actor: anAgent, work: someWork, ...over });
const at = (level: (typeof levels)[number]) => ({ actor: { ...anAgent, autonomy: { ...usualAutonomy, level } } });

test('as shipped, agents never verify, change policy or say how far anybody acts alone', () => {
  for (const act of ['request.verify', 'policy.update', 'participant.set_autonomy'])
    for (const level of levels) assert.equal(base(act, at(level)).decision, 'forbid', `${act} ${level}`);
});

test('as shipped, what agents deliver of irreversible, critical or external work waits for its owner', () => {
  for (const over of [{ reversible: false }, { risk: 'critical' as const }, { external: true }]) {
    const verdict = base('run.deliver', { work: { ...someWork, ...over } });
    assert.deepEqual([verdict.decision, verdict.needs[0]?.by], ['approve', ['owner']]);
  }
  assert.equal(base('run.deliver').decision, 'allow');
  const human = { kind: 'human' as const, skills: [], autonomy: null };
  assert.equal(base('run.deliver', { actor: human, work: { ...someWork, reversible: false } }).decision, 'allow');
});

test('as shipped, an observer changes nothing, a recommender only proposes, a gated agent delivers with approval', () => {
  for (const act of ['item.create', 'item.comment', 'work.claim', 'request.create', 'run.deliver', 'artifact.create'])
    assert.equal(base(act, at('observer')).decision, 'forbid', act);
  for (const act of ['work.claim', 'run.deliver', 'item.depend'])
    assert.equal(base(act, at('recommender')).decision, 'forbid', act);
  for (const act of ['item.create', 'item.comment', 'request.create'])
    assert.equal(base(act, at('recommender')).decision, 'allow', act);
  assert.equal(base('run.deliver', at('approver-gated')).decision, 'approve');
  assert.equal(base('work.claim', at('approver-gated')).decision, 'allow');
  for (const act of ['run.release', 'run.fail', 'run.heartbeat', 'run.report'])
    for (const level of levels) assert.equal(base(act, at(level)).decision, 'allow', `${act}: letting go is allowed`);
});

test('no shipped rule is about a heartbeat or a report: they never wait for the judge', () => {
  const policy = compile([]);
  for (const act of ['run.heartbeat', 'run.report', 'run.fail', 'run.release']) assert(!isRuled(policy, act), act);
});

test('rules of a team, a type or an item count for its work alone', () => {
  const no: Rule = { id: 'no', when: { action: 'item.*' }, then: 'forbid', because: 'No.' };
  for (const [scope, target] of [
    ['team', someWork.team],
    ['type', someWork.type],
    ['item', someWork.id],
  ] as const) {
    const of = (place: string | null) => compile([{ scope, target: place, rules: [no] }]);
    const asked: Case = { acts: ['item.cancel'], actor: anAgent, work: someWork };
    assert.equal(judge(of(target), asked).decision, 'forbid', scope);
    assert.equal(judge(of('another'), asked).decision, 'allow', scope);
    assert.equal(judge(of(target), { ...asked, work: null }).decision, 'allow', scope);
  }
});
