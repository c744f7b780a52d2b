import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assign, cancel, commit, create, move, recordAnswer, reopen, revise, withdraw } from '../clarify.ts';
import { type ContractPatch, draft } from '../contract.ts';
import { claim, deliver, expire, type Executor, fail, release, report, start, takeBack } from '../execute-work.ts';
import { type Refusal, isRefusal } from '../refusals.ts';
import { verify } from '../verify.ts';
import { type WorkEvent, type WorkItem, evolve } from '../work-item.ts';

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
  weighted(
    5,
    fc.record({
      do: fc.constant('report' as const),
      fence,
      progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
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

export function decide(item: WorkItem, one: Command, now: number, fresh: string): WorkEvent[] | Refusal {
  switch (one.do) {
    case 'revise':
      return revise(item, { patch: one.patch, reason: null });
    case 'answer':
      return recordAnswer(item, {
        request: fresh,
        question: 'Which?',
        answer: 'That.',
        by: 'ana',
        at: new Date(now).toISOString(),
      });
    case 'commit':
      return commit(item);
    case 'withdraw':
      return withdraw(item, null);
    case 'cancel':
      return cancel(item, null);
    case 'reopen':
      return reopen(item, 'It broke.');
    case 'takeBack':
      return takeBack(item, null);
    case 'expire':
      return expire(item, item.run?.id ?? 'none', now);
    case 'assign':
      return assign(item, one.who);
    case 'move':
      return move(item, one.parent, one.parent ? [one.parent] : []);
    default:
      return decideRun(item, one, now, fresh);
  }
}

function handOver(item: WorkItem, executor: Executor, now: number, run: string): WorkEvent[] {
  if (!item.run) return [];
  const started = start(item, { run, executor, leaseMs: 60_000 }, now);
  return [{ type: 'item.handed_over', data: { ...started, from: item.run.executor } }];
}

type RunCommand = Exclude<
  Command,
  { do: 'revise' | 'answer' | 'commit' | 'withdraw' | 'cancel' | 'reopen' | 'takeBack' | 'expire' | 'assign' | 'move' }
>;

function decideRun(item: WorkItem, one: RunCommand, now: number, fresh: string): WorkEvent[] | Refusal {
  const own = (said: number | 'own') => (said === 'own' ? item.fence : said);
  switch (one.do) {
    case 'handOver':
      return handOver(item, one.executor, now, fresh);
    case 'claim': {
      const facts = {
        openBlockers: one.blocked ? ['X-1'] : [],
        blockingRequests: one.waiting ? ['r'] : [],
        liveRuns: one.live,
        assigneeActive: true,
      };
      return claim(item, { run: fresh, executor: one.executor, leaseMs: 60_000 }, facts, now);
    }
    case 'report':
      return report(item, { fence: own(one.fence), progress: one.progress, usage: one.usage }, now);
    case 'release':
      return release(item, { fence: own(one.fence), reason: null });
    case 'fail':
      return fail(item, { fence: own(one.fence), reason: 'Could not.' });
    case 'deliver': {
      const known = item.contract.criteria.map(({ id }) => id);
      const shown = one.shown.includes('c9') ? one.shown : known.filter((id) => one.shown.includes(id));
      const evidence = shown.map((id) => ({ criterion: id, artifact: 'a'.repeat(64), name: 'note' }));
      return deliver(item, {
        fence: own(one.fence),
        summary: 'Done.',
        evidence,
        openChildren: one.children ? ['X-2'] : [],
      });
    }
    case 'verify': {
      const chosen = one.judged.map(({ criterion: id, pass, reason }) => ({
        criterion: id,
        verdict: pass ? ('pass' as const) : ('fail' as const),
        reason,
      }));
      const { all } = one;
      const verdicts = all
        ? item.contract.criteria.map(({ id }) => ({ criterion: id, verdict: all, reason: one.wordless ? null : 'No.' }))
        : chosen;
      return verify(
        item,
        {
          verifier: { id: one.by, kind: 'human' },
          verdicts,
          nextRun: fresh,
          executorKind: 'agent',
          executorActive: true,
          leaseMs: 60_000,
        },
        now,
      );
    }
  }
}

export type Told = { event: WorkEvent; at: number };
export type Step = { before: WorkItem; after: WorkItem; one: Command; outcome: WorkEvent[] | Refusal; now: number };

/** Runs the commands one after another; `see` looks at each step. Gives the events in order. */
export function live(commands: readonly Command[], see: (step: Step) => void): { told: Told[]; item: WorkItem } {
  let now = Date.parse('2026-01-05T09:00:00Z');
  const contract = draft({
    title: 'A',
    owner: 'ana',
    outcome: 'True.',
    criteria: [{ text: 'One', required: true }],
    priority: 1,
  });
  const told: Told[] = [];
  const tell = (before: WorkItem | null, events: readonly WorkEvent[]) => {
    told.push(...events.map((event) => ({ event, at: now })));
    return events.reduce<WorkItem | null>((state, event) => evolve(state, event, now), before);
  };
  let item = tell(
    null,
    create({ id: 'item', key: 'X-9', team: 'team', parent: null, contract, assignee: null, createdBy: 'bot' }),
  );
  assert(item);
  for (const [i, one] of commands.entries()) {
    now += 40_000;
    const before: WorkItem = item;
    const frozen = structuredClone(before);
    const outcome = decide(before, one, now, `run ${i}`);
    item = isRefusal(outcome) ? before : (tell(before, outcome) ?? before);
    assert.deepEqual(before, frozen, 'neither deciding nor evolving changes what it was given');
    see({ before, after: item, one, outcome, now });
  }
  return { told, item };
}
