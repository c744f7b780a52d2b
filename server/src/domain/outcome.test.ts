import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from './limits.ts';
import {
  type Accountable,
  type Outcome,
  type OutcomeEvent,
  type Place,
  createOutcome,
  endOutcome,
  evolveOutcome,
  measureOutcome,
  reviseOutcome,
} from './outcome.ts';
import { type Refusal, isRefusal } from './refusals.ts';

const ana: Accountable = { id: 'ana', kind: 'human', status: 'active' };
const ben: Accountable = { id: 'ben', kind: 'human', status: 'paused' };
const bot: Accountable = { id: 'bot', kind: 'agent', status: 'active' };
const top: Place = { above: [], height: 1 };
const NOW = Date.parse('2026-01-05T09:00:00Z');

const uptime = { name: 'Uptime', unit: '%', baseline: 98, target: 99.9 };
const written = { id: 'o', title: 'It stays up', description: '', createdBy: 'ana', owner: ana, measures: [uptime] };

function after(outcome: Outcome | null, decided: OutcomeEvent[] | Refusal): Outcome {
  assert(!isRefusal(decided), JSON.stringify(decided));
  const next = decided.reduce<Outcome | null>((state, event) => evolveOutcome(state, event, NOW), outcome);
  assert(next);
  return next;
}
const first = () => after(null, createOutcome(written, top));

test('a new outcome is open, and each measure stands at its baseline unless it is known better', () => {
  const { state, measures } = first();
  assert.equal(state, 'open');
  assert.deepEqual(measures, [{ id: 'm1', ...uptime, current: 98 }]);
  const known = after(null, createOutcome({ ...written, measures: [{ ...uptime, current: 98.5 }] }, top));
  assert.equal(known.measures[0]?.current, 98.5);
});

test('an outcome is answered for by a human who is active', () => {
  const refused = (owner: Accountable) => [
    createOutcome({ ...written, owner }, top),
    reviseOutcome(first(), { owner }),
  ];
  for (const answer of refused(ben)) assert.equal((answer as Refusal).refused, 'not_active');
  for (const answer of refused(bot)) assert.equal((answer as Refusal).refused, 'unknown_reference');
});

test('whoever is accountable already stays so, though they are away, when something else is edited', () => {
  const outcome = { ...first(), owner: 'ben' };
  assert.equal(after(outcome, reviseOutcome(outcome, { owner: ben, title: 'New' })).title, 'New');
});

test('an edit keeps what a measure stands at, numbers new ones on, and what is the same is no change', () => {
  const outcome = first();
  const speed = { name: 'Speed', unit: 'ms', baseline: 900, target: 200, current: 700 };
  const both = after(outcome, reviseOutcome(outcome, { measures: [{ id: 'm1', ...uptime, target: 99 }, speed] }));
  assert.deepEqual(both.measures, [
    { id: 'm1', ...uptime, target: 99, current: 98 },
    { id: 'm2', ...speed },
  ]);
  const one = after(both, reviseOutcome(both, { measures: [{ id: 'm1', ...uptime }] }));
  assert.equal(after(one, reviseOutcome(one, { measures: [{ ...speed, id: 'm2' }] })).measures[0]?.id, 'm3');
  const same = { title: both.title, owner: ana, place: top, measures: both.measures };
  assert.deepEqual(reviseOutcome(both, same), []);
});

test('an achieved outcome is still measured, since a result must last; an abandoned one is not', () => {
  const reading = { measure: 'm1', value: 99.95, note: null };
  const achieved = after(first(), endOutcome(first(), { as: 'achieved', reason: null }, []));
  assert.equal(after(achieved, measureOutcome(achieved, reading)).measures[0]?.current, 99.95);
  const abandoned = after(first(), endOutcome(first(), { as: 'abandoned', reason: 'No need.' }, []));
  assert.equal((measureOutcome(abandoned, reading) as Refusal).refused, 'wrong_state');
  assert.equal((measureOutcome(first(), { ...reading, measure: 'm9' }) as Refusal).refused, 'not_found');
});

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const parent = fc.option(name);
const owner = fc.constantFrom(ana, ana, ana, ben, bot);
const said = fc.record({
  id: fc.option(fc.constantFrom('m1', 'm2', 'm9'), { nil: undefined }),
  name: fc.constantFrom('Uptime', 'Speed'),
  unit: fc.constant('%'),
  baseline: fc.nat(9),
  target: fc.nat(9),
});
const measures = fc.array(said, { maxLength: 3 });
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), on: name, parent, owner, measures }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('revise' as const),
      on: name,
      parent: fc.option(parent, { nil: undefined }),
      owner: fc.option(owner, { nil: undefined }),
      measures: fc.option(measures, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('measure' as const),
      on: name,
      measure: fc.constantFrom('m1', 'm2', 'm3'),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      on: name,
      as: fc.constantFrom('achieved' as const, 'abandoned' as const),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;
type Tree = Map<string, Outcome>;

const chain = (tree: Tree, from: string | null): Outcome[] => {
  const here = from === null ? undefined : tree.get(from);
  return here ? [here, ...chain(tree, here.parent)] : [];
};
const below = (tree: Tree, id: string) => [...tree.values()].filter((one) => one.parent === id);
const height = (tree: Tree, id: string): number =>
  1 + Math.max(0, ...below(tree, id).map((one) => height(tree, one.id)));

function decide(tree: Tree, one: Command): OutcomeEvent[] | Refusal {
  const outcome = tree.get(one.on);
  if (one.do === 'create') {
    if (outcome) return [];
    return createOutcome({ ...written, ...one, id: one.on }, { above: chain(tree, one.parent), height: 1 });
  }
  if (!outcome) return [];
  switch (one.do) {
    case 'revise': {
      const place =
        one.parent === undefined ? undefined : { above: chain(tree, one.parent), height: height(tree, one.on) };
      return reviseOutcome(outcome, { owner: one.owner, measures: one.measures, place });
    }
    case 'measure':
      return measureOutcome(outcome, { measure: one.measure, value: one.value, note: null });
    case 'end': {
      const open = below(tree, one.on).filter(({ state }) => state === 'open');
      return endOutcome(
        outcome,
        { as: one.as, reason: null },
        open.map(({ id }) => id),
      );
    }
  }
}

type Told = { id: string; event: OutcomeEvent };
type Step = { tree: Tree; one: Command; before: Outcome | undefined; outcome: OutcomeEvent[] | Refusal };

function live(commands: readonly Command[], see: (step: Step) => void): { tree: Tree; told: Told[] } {
  const tree: Tree = new Map();
  const told: Told[] = [];
  for (const one of commands) {
    const before = tree.get(one.on);
    const frozen = structuredClone(before);
    const outcome = decide(tree, one);
    if (!isRefusal(outcome) && outcome.length > 0) {
      told.push(...outcome.map((event) => ({ id: one.on, event })));
      tree.set(one.on, after(before ?? null, outcome));
    }
    assert.deepEqual(before, frozen, 'neither deciding nor evolving changes what it was given');
    see({ tree, one, before, outcome });
  }
  return { tree, told };
}

const lives = fc.array(command, { minLength: 5, maxLength: 60, size: 'max' });
const always = (see: (step: Step) => void, fixed: { seed?: number; numRuns?: number } = {}) =>
  fc.assert(
    fc.property(lives, (commands) => void live(commands, see)),
    { numRuns: 500, ...fixed },
  );

test('the random lives come through everything that can happen to an outcome, else they show little', () => {
  const seen = new Set<string>();
  always(
    ({ outcome }) => {
      for (const type of isRefusal(outcome) ? [outcome.refused] : outcome.map((event) => event.type)) seen.add(type);
    },
    { seed: 1 },
  );
  const expected =
    'outcome.created outcome.revised outcome.measured outcome.ended cycle wrong_state outcomes_open not_active unknown_reference not_found';
  for (const type of expected.split(' ')) assert(seen.has(type), `${type} never happened`);
});

test('no outcome is a part of itself, and none that is open is under one that has ended', () =>
  always(({ tree }) => {
    for (const one of tree.values()) {
      const above = tree.get(one.parent ?? '');
      if (one.state === 'open' && above) assert.equal(above.state, 'open');
      for (let here = above, steps = 0; here; here = tree.get(here.parent ?? ''), steps += 1)
        assert(here.id !== one.id && steps < tree.size, 'the tree has a cycle');
    }
  }));

test('an outcome is answered for by somebody human and active, whoever asked for whom', () =>
  always(({ tree }) => {
    for (const one of tree.values()) assert.equal(one.owner, 'ana');
  }));

test('an outcome that has ended changes no more but in where its measures stand', () =>
  always(({ tree, before }) => {
    if (!before || before.state === 'open') return;
    const now = tree.get(before.id);
    assert(now);
    const still = ({ measures: each, ...rest }: Outcome) => ({ ...rest, measures: each.map(({ id }) => id) });
    assert.deepEqual(still(now), still(before));
    if (before.state === 'abandoned') assert.equal(now, before);
  }));

test('the id of a measure is never given out twice', () =>
  always(({ tree, before }) => {
    const now = before && tree.get(before.id);
    if (!now) return;
    const known = new Set(before.measures.map(({ id }) => id));
    const ids = now.measures.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) if (!known.has(id)) assert(Number(id.slice(1)) > before.measuresNumbered);
  }));

test('replaying the events, also from JSON, gives the state', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const { tree, told } = live(commands, () => undefined);
      const read: Told[] = JSON.parse(JSON.stringify(told));
      const replayed: Tree = new Map();
      for (const { id, event } of read) replayed.set(id, evolveOutcome(replayed.get(id) ?? null, event, NOW));
      assert.deepEqual([...replayed.values()], JSON.parse(JSON.stringify([...tree.values()])));
    }),
    { numRuns: 500 },
  );
});

test('outcomes nest to a bounded depth, counting what a moved one brings along', () => {
  const above = Array.from({ length: limits.depth - 1 }, (_, i) => ({ id: `p${i}`, state: 'open' as const }));
  assert(!isRefusal(createOutcome(written, { above, height: 1 })));
  const refused = { refused: 'limit_reached', field: 'parent', limit: limits.depth };
  assert.deepEqual(reviseOutcome(first(), { place: { above, height: 2 } }), refused);
  assert.deepEqual(createOutcome(written, { above: [...above, { id: 'p', state: 'open' }], height: 1 }), refused);
});
