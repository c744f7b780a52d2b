import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Step,
  areProblems,
  choose,
  misplaced,
  movedSince,
  namedIn,
  plausible,
  referencesIn,
  resolveReferences,
  sameSelection,
  valueIn,
} from './proposal.ts';

const step = (...refers: number[]): Step => ({
  operation: 'item.create',
  input: { title: 'x', blockedBy: refers.map(($step) => ({ $step, field: 'id' })) },
});

/** Plans in which each step refers to some before it. */
const plan = fc
  .array(fc.array(fc.nat({ max: 20 }), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((links) => links.map((some, at) => step(...(at === 0 ? [] : some.map((one) => (one % at) + 1)))));
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1 });

test('whatever is chosen comes in the order of the plan, and refers only to what is chosen before it', () => {
  fc.assert(
    fc.property(plan, numbers, (steps, wanted) => {
      const chosen = choose(steps, { steps: wanted });
      if (areProblems(chosen)) return;
      const order = chosen.map(({ number }) => number);
      assert.deepEqual(
        order,
        [...wanted].toSorted((a, b) => a - b),
      );
      for (const { number, input } of chosen)
        for (const { $step } of referencesIn(input)) assert($step < number && order.includes($step));
    }),
  );
});

test('a selection is refused exactly when something in it is missing', () => {
  fc.assert(
    fc.property(plan, numbers, (steps, wanted) => {
      const isWhole = wanted.every(
        (number) =>
          number <= steps.length && referencesIn(steps[number - 1]?.input).every(({ $step }) => wanted.includes($step)),
      );
      assert.equal(!areProblems(choose(steps, { steps: wanted })), isWhole);
    }),
  );
});

test('all of a plan is chosen unless stated, and an edit changes only its own step', () => {
  fc.assert(
    fc.property(plan, fc.nat(), (steps, at) => {
      const edited = (at % steps.length) + 1;
      const chosen = choose(steps, { edits: [{ step: edited, input: { title: 'y' } }] });
      assert(!areProblems(chosen));
      assert.deepEqual(
        chosen.map(({ number, isEdited, input }) => [number, isEdited, input]),
        steps.map(({ input }, i) => [i + 1, i + 1 === edited, i + 1 === edited ? { title: 'y' } : input]),
      );
    }),
  );
});

test('an edit may not refer to what comes after it, nor may a step be edited twice or not exist', () => {
  const forwards = choose([step(), step()], { edits: [{ step: 1, input: step(2).input }] });
  assert(areProblems(forwards) && forwards[0]?.problem.includes('before it'));
  const twice = { step: 1, input: {} };
  for (const selection of [
    { edits: [twice, twice] },
    { edits: [{ step: 9, input: {} }] },
    { steps: [] },
    { steps: [3] },
  ])
    assert(areProblems(choose([step(), step()], selection)), JSON.stringify(selection));
});

test('references point backwards and have their form', () => {
  assert.deepEqual(misplaced([step(), step(1)]), []);
  assert.equal(misplaced([step(1)]).length, 1);
  assert.equal(misplaced([step(), { input: { id: { $step: 1 } } }]).length, 1);
  assert.equal(misplaced([step(), { input: { id: { $step: 1, field: 'id', more: 1 } } }]).length, 1);
});

test('references are resolved wherever they stand, and nothing else is touched', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      if (JSON.stringify(value).includes('$step')) return;
      assert.deepEqual(
        resolveReferences(value, () => 'never'),
        value,
      );
    }),
  );
  const input = { a: [{ b: { $step: 2, field: 'run.fence' } }] };
  assert.deepEqual(
    resolveReferences(input, ({ field }) => valueIn({ run: { fence: 7 } }, { field })),
    { a: [{ b: 7 }] },
  );
  assert.equal(valueIn({ a: 1 }, { field: 'constructor.name' }), undefined);
  assert.deepEqual([plausible({ $step: 1, field: 'run.fence' }), plausible({ $step: 1, field: 'key' })], [1, 'STEP-1']);
});

test('what a step goes by are the items that it names, not those that the plan makes', () => {
  const input = {
    id: 'OPS-1',
    blockedBy: ['OPS-2', { $step: 1, field: 'id' }],
    title: 'OPS-3',
    deep: [{ parent: 'OPS-4' }],
  };
  assert.deepEqual(namedIn(input), ['OPS-1', 'OPS-2', 'OPS-4']);
});

test('an item has moved when its state or its contract is another, not when its run reports', () => {
  const expects = [{ step: 1, item: 'i', key: 'OPS-1', state: 'ready', revision: 1, version: 1 }];
  const as = (over: object) => [{ item: 'i', key: 'OPS-1', state: 'ready', revision: 1, version: 1, ...over }];
  const chosen = [{ number: 1 }];
  assert.deepEqual(movedSince(expects, as({ version: 9 }), chosen), []);
  for (const over of [{ state: 'active' }, { revision: 2 }])
    assert.equal(movedSince(expects, as(over), chosen).length, 1);
  assert.equal(movedSince(expects, [], chosen).length, 1, 'it is gone');
  assert.deepEqual(
    movedSince(expects, as({ revision: 2 }), [{ number: 2 }]),
    [],
    'of steps that are left out nothing counts',
  );
});

test('two accept the same when they accept the same steps with the same edits', () => {
  assert(sameSelection({}, {}));
  assert(sameSelection({ steps: [1] }, { steps: [1] }));
  assert(!sameSelection({ steps: [1] }, {}));
  assert(!sameSelection({ edits: [{ step: 1, input: {} }] }, {}));
});
