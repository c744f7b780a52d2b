import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Wanted, awaitedOf, decidersOf, isCarried, needsSeveral } from './decider.ts';

const people = ['ana', 'ben', 'cleo', 'dan'];
const person = fc.constantFrom(...people);
const rule: fc.Arbitrary<Wanted> = fc
  .subarray(people, { minLength: 1 })
  .chain((approvers) =>
    fc.integer({ min: 1, max: approvers.length }).map((count) => ({ rule: 'r', count, approvers })),
  );
const rules = fc.array(rule, { minLength: 1, maxLength: 3 });
/** Who chose what, in order; whoever chooses again has changed their mind. */
const said = fc.array(fc.record({ by: person, choice: fc.constantFrom('a', 'b', 'c') }), { maxLength: 12 });
const last = (all: readonly { by: string; choice: string }[]) =>
  people.flatMap((id) => all.findLast(({ by }) => by === id) ?? []);
const nobody = { right: null, owner: null, named: null };

test('a choice counts when every rule has as many as it asks for of those whom it names, and only then', () => {
  fc.assert(
    fc.property(rules, said, (wanted, all) => {
      const choices = last(all);
      for (const option of ['a', 'b', 'c']) {
        const chose = choices.filter(({ choice }) => choice === option).map(({ by }) => by);
        const enough = wanted.every(
          ({ count, approvers }) => approvers.filter((id) => chose.includes(id)).length >= count,
        );
        assert.equal(isCarried(wanted, choices, option), enough);
      }
    }),
  );
});

test('of one rule that more than half must meet, two options never count at once', () => {
  fc.assert(
    fc.property(fc.subarray(people, { minLength: 1 }), said, (approvers, all) => {
      const wanted = [{ rule: 'r', count: Math.floor(approvers.length / 2) + 1, approvers }];
      const carried = ['a', 'b', 'c'].filter((option) => isCarried(wanted, last(all), option));
      assert(carried.length <= 1);
    }),
  );
});

test('whoever chooses is asked on to somebody as long as nothing counts; once all differ, all are asked again', () => {
  fc.assert(
    fc.property(rules, said, (wanted, all) => {
      const { may } = decidersOf({ open: wanted, ...nobody });
      const choices = last(all).filter(({ by }) => may.includes(by));
      const awaiting = awaitedOf(may, choices);
      assert(awaiting.length > 0);
      const isStuck = choices.length === may.length;
      assert.deepEqual(new Set(awaiting), new Set(may.filter((id) => isStuck || !choices.some(({ by }) => by === id))));
    }),
  );
});

test('choosing the same in the end always counts, in whatever order', () => {
  fc.assert(
    fc.property(rules, said, (wanted, all) => {
      const { may } = decidersOf({ open: wanted, ...nobody });
      const same = may.map((by) => ({ by, choice: 'a' }));
      assert(isCarried(wanted, last([...all, ...same]), 'a'));
    }),
  );
});

test('rules narrow who decides; no right and no asker widens them', () => {
  const maybe = fc.option(person, { nil: null });
  fc.assert(
    fc.property(rules, maybe, maybe, maybe, (open, right, owner, named) => {
      const found = decidersOf({ open, right, owner, named });
      assert.equal(found.by, 'rules');
      assert.deepEqual(new Set(found.may), new Set(open.flatMap(({ approvers }) => approvers)));
      const alone = found.may.filter((by) => isCarried(open, [{ by, choice: 'a' }], 'a'));
      assert.equal(needsSeveral(found), alone.length === 0);
      if (alone[0]) assert(alone.includes(found.may[0] ?? ''), 'whoever can decide it alone is asked first');
      if (right !== null && alone.includes(right)) assert.equal(found.may[0], right);
    }),
  );
});

test('without rules a right decides before the owner, and an asker names somebody only for what belongs to nobody', () => {
  const of = (right: string | null, owner: string | null, named: string | null) =>
    decidersOf({ open: null, right, owner, named }).may;
  assert.deepEqual(
    [of('ben', 'ana', 'cleo'), of(null, 'ana', 'cleo'), of(null, null, 'cleo'), of(null, null, null)],
    [['ben'], ['ana'], ['cleo'], []],
  );
});
