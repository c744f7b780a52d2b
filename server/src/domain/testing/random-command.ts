import fc from 'fast-check';
import type { ContractPatch } from '../contract.ts';
import type { Executor } from '../execute-work.ts';

/** A small world: one item, three who may do it, two who may judge it, and every command there is. */
const executors: Executor[] = [
  { id: 'bot', kind: 'agent', status: 'active', skills: ['tls'], teams: [], wipLimit: null },
  { id: 'bat', kind: 'agent', status: 'active', skills: [], teams: ['team'], wipLimit: 1 },
  { id: 'ana', kind: 'human', status: 'active', skills: [], teams: [], wipLimit: null },
];
export const owners = ['ana', 'ben'];

export const criterion = fc.record({
  id: fc.option(fc.constantFrom('c1', 'c2', 'c3', 'c9'), { nil: undefined }),
  text: fc.constantFrom('One', 'Two'),
  required: fc.boolean(),
});
const patch: fc.Arbitrary<ContractPatch> = fc.record(
  {
    title: fc.constantFrom('A', 'B'),
    owner: fc.constantFrom(...owners),
    outcome: fc.constantFrom('', ' ', 'True.'),
    criteria: fc.array(criterion, { maxLength: 4 }),
    priority: fc.option(fc.nat(4)),
    risk: fc.constantFrom('low', 'high'),
    reversible: fc.boolean(),
    skills: fc.constantFrom([], ['tls']),
    start: fc.option(fc.constant('2026-01-05T10:00:00.000Z')),
  },
  { requiredKeys: [] },
);

const usage = fc.record(
  { tokens: fc.nat(100), cost: fc.float({ min: 0, max: 9, noNaN: true }), minutes: fc.nat(9) },
  { requiredKeys: [] },
);
const executor = fc.constantFrom(...executors);
const fence = fc.oneof({ weight: 4, arbitrary: fc.constant('own' as const) }, fc.nat(6));
/** Mostly no: what hinders a claim must not keep the life of the item from going on. */
const rarely = fc.nat(5).map((n) => n === 0);
const plain = <Name extends string>(...names: Name[]) => fc.record({ do: fc.constantFrom(...names) });
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

const shown: fc.Arbitrary<string[]> = fc.oneof(
  fc.constant<string[]>(['c1', 'c2', 'c3']),
  fc.subarray(['c1', 'c2', 'c3', 'c9']),
);

/** Weighted so that an item comes through all of its states: the test of that is in work-item.property.test.ts. */
export const command = fc.oneof(
  weighted(2, fc.record({ do: fc.constant('revise' as const), patch })),
  weighted(6, plain('commit')),
  weighted(
    3,
    fc.record({
      do: fc.constant('triage' as const),
      // Mostly accepted: a life that ends as a draft shows little.
      as: fc.constantFrom('accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'duplicate', 'decline'),
      of: fc.constantFrom('other', 'item'),
      owner: fc.constantFrom(...owners),
      team: fc.constantFrom('team', 'team2'),
      reason: fc.option(fc.constant('Not now.')),
    }),
  ),
  weighted(4, plain('withdraw', 'takeBack', 'expire', 'answer', 'reopen', 'reopen')),
  weighted(
    1,
    fc.nat(3).map((n) => ({ do: n === 0 ? ('cancel' as const) : ('reopen' as const) })),
  ),
  weighted(1, fc.record({ do: fc.constant('assign' as const), who: fc.option(fc.constantFrom('bot', 'ana')) })),
  weighted(1, fc.record({ do: fc.constant('move' as const), parent: fc.option(fc.constantFrom('p1', 'p2', 'item')) })),
  weighted(
    16,
    fc.record({ do: fc.constant('claim' as const), executor, blocked: rarely, waiting: rarely, live: fc.nat(1) }),
  ),
  weighted(1, fc.record({ do: fc.constant('handOver' as const), executor })),
  weighted(2, fc.record({ do: fc.constant('takeOver' as const), executor })),
  weighted(2, fc.record({ do: fc.constant('stop' as const), live: fc.nat(4).map((n) => n > 0), all: fc.boolean() })),
  weighted(
    5,
    fc.record({
      do: fc.constant('report' as const),
      fence,
      progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      activity: fc.option(fc.constantFrom('Reading', 'Writing'), { nil: undefined }),
      usage,
    }),
  ),
  weighted(6, fc.record({ do: fc.constantFrom('release' as const, 'fail' as const, 'fail' as const), fence })),
  weighted(
    6,
    fc.record({
      do: fc.constant('deliver' as const),
      fence,
      shown,
      children: rarely,
    }),
  ),
  weighted(
    6,
    fc.record({
      do: fc.constant('verify' as const),
      by: fc.constantFrom('ana', 'ben', 'bot'),
      judged: fc.array(
        fc.record({
          criterion: fc.constantFrom('c1', 'c2', 'c3'),
          pass: fc.boolean(),
          reason: fc.option(fc.constant('No.')),
        }),
      ),
      all: fc.option(fc.constantFrom('pass' as const, 'fail' as const)),
      wordless: rarely,
    }),
  ),
);
export type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;
