import fc from 'fast-check';
import { risks } from '../../contract.ts';
import { levels } from '../autonomy.ts';
import type { Case, Verdict } from '../judge.ts';
import { type Rule, roles } from '../rule.ts';
import { someWork } from './cases.ts';

/** Few words, so that rules and cases meet. */
const acts = ['item.cancel', 'item.commit', 'run.deliver', 'run.heartbeat', 'work.claim', 'policy.update'];
const kind = fc.constantFrom('human' as const, 'agent' as const, 'system' as const);
const level = fc.constantFrom(...levels);
const team = fc.constantFrom('ops', 'web');
const type = fc.constantFrom('task', 'bug');
const risk = fc.constantFrom(...risks);
const skill = fc.constantFrom('tls', 'sql');
const oneOrMore = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));

const conditions = fc.record({
  action: oneOrMore(fc.constantFrom(...acts, 'item.*', 'run.*')),
  actorKind: oneOrMore(kind),
  autonomy: level,
  skill,
  team: oneOrMore(team),
  type: oneOrMore(type),
  risk,
  priority: fc.nat(4),
  amount: fc.nat(1_000),
  reversible: fc.boolean(),
  external: fc.boolean(),
});
const names = [
  'actorKind',
  'autonomy',
  'skill',
  'team',
  'type',
  'risk',
  'priority',
  'amount',
  'reversible',
  'external',
];

/** Few conditions at a time: of rules with many, hardly two would ever speak of the same case. */
const when: fc.Arbitrary<Rule['when']> = fc
  .tuple(conditions, fc.subarray(names, { maxLength: 2 }), fc.boolean())
  .map(([all, some, isOfActs]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => (name === 'action' ? isOfActs : some.includes(name)))),
  );
const approve = fc.record({
  by: fc.array(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }),
  count: fc.integer({ min: 1, max: 3 }),
});
const then = fc.oneof(
  fc.constantFrom('allow' as const, 'forbid' as const),
  approve.map((one) => ({ approve: one })),
);

export const arbitraryRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.stringMatching(/^[a-z]{1,4}$/),
  when,
  then,
  because: fc.constantFrom('It is so.', 'It was always so.'),
});

const work = fc.record({
  team,
  type,
  risk,
  priority: fc.option(fc.nat(4)),
  amount: fc.nat(2_000),
  reversible: fc.boolean(),
  external: fc.boolean(),
});

export const arbitraryCase: fc.Arbitrary<Case> = fc.record({
  acts: fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 2 }),
  actor: fc.record({
    kind,
    skills: fc.subarray(['tls', 'sql']),
    autonomy: fc.option(
      fc.record({ level, ceiling: level, byType: fc.record({ bug: level }, { requiredKeys: [] }) }) as fc.Arbitrary<{
        level: (typeof levels)[number];
        ceiling: (typeof levels)[number];
        byType: Record<string, (typeof levels)[number]>;
      }>,
    ),
  }),
  work: fc.option(work.map((one) => ({ ...someWork, ...one }))),
});

export const rankOfDecision = ({ decision }: Verdict) => ['allow', 'approve', 'forbid'].indexOf(decision);
