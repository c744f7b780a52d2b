import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ContractPatch, draft, priority, readiness, revise } from './contract.ts';

const owner = 'ana';
type Said = Omit<ContractPatch, 'title' | 'owner'>;
const parts = (patch: Said) => readiness(draft({ title: 'x', owner, ...patch }));
const names = (list: { part: string }[]) => list.map(({ part }) => part);
const one = [{ text: 'One', required: true }];

test('work is clear enough with an outcome, a required criterion and a priority', () => {
  assert.deepEqual(names(parts({}).missing), ['outcome', 'criteria', 'priority']);
  assert.deepEqual(parts({ outcome: 'True.', criteria: one, priority: 0 }).missing, []);
  assert.deepEqual(
    names(parts({ outcome: ' \n', criteria: [{ text: 'One', required: false }], priority: 0 }).missing),
    ['outcome', 'criteria'],
  );
});

test('risky or irreversible work must also say its scope and how each required criterion is checked; other work is advised to', () => {
  const said: Said = { outcome: 'True.', criteria: [...one, { text: 'Two', required: false }], priority: 0 };
  for (const risky of [{ risk: 'high' }, { risk: 'critical' }, { reversible: false }] as const)
    assert.deepEqual(names(parts({ ...said, ...risky }).missing), ['scope', 'criteria.c1.check']);
  assert.deepEqual(names(parts(said).advised), ['scope', 'criteria.c1.check']);
});

test('whatever is missing is named, each with a hint, and supplying all of it makes the work ready', () => {
  const patch: fc.Arbitrary<Said> = fc.record(
    {
      outcome: fc.constantFrom('', 'True.'),
      priority: fc.option(fc.nat(4)),
      risk: fc.constantFrom('low', 'critical'),
      reversible: fc.boolean(),
      criteria: fc.array(fc.record({ text: fc.constant('x'), required: fc.boolean() }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(patch, (given) => {
      const first = draft({ title: 'x', owner, ...given });
      const { missing } = readiness(first);
      for (const { hint } of missing) assert.match(hint, /\.$/);
      const all = first.criteria.length > 0 ? first.criteria : one;
      const supplied = revise(first, {
        outcome: 'True.',
        priority: 1,
        scope: { included: ['a'], excluded: [] },
        criteria: all.map((each) => ({ ...each, check: 'look', required: true })),
      });
      assert.deepEqual(readiness(supplied).missing, []);
    }),
  );
});

test('a criterion keeps its id as long as an edit sends it, and a new one gets the next number', () => {
  let contract = draft({ title: 'x', owner, criteria: [...one, ...one] });
  contract = revise(contract, {
    criteria: [
      { id: 'c2', text: 'Two', required: true },
      { text: 'Three', required: true },
    ],
  });
  assert.deepEqual(
    contract.criteria.map(({ id }) => id),
    ['c2', 'c3'],
  );
  contract = revise(contract, { criteria: [{ id: 'c1', text: 'One again', required: true }] });
  assert.deepEqual(
    contract.criteria.map(({ id }) => id),
    ['c4'],
    'c1 was given out before',
  );
});

test('an edit changes what it names and nothing else', () => {
  const contract = draft({ title: 'x', owner, outcome: 'True.', priority: 2 });
  assert.deepEqual(revise(contract, { title: 'y', outcome: undefined }), { ...contract, title: 'y' });
  assert.deepEqual(revise(contract, { priority: null }), { ...contract, priority: null });
});

test('priority is a number from 0, the most urgent, or its word', () => {
  assert.deepEqual(
    ['critical', 'high', 'medium', 'low', 'lowest', 0, 4].map((said) => priority.parse(said)),
    [0, 1, 2, 3, 4, 0, 4],
  );
  for (const wrong of [-1, 5, 1.5, 'urgent', '1', null]) assert(!priority.safeParse(wrong).success);
});
