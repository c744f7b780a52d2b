import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assign, cancel, commit, create, move, recordAnswer, reopen, revise, withdraw } from './clarify.ts';
import { type ContractPatch, draft, readiness } from './contract.ts';
import { claim, deliver, expire, type Executor, fail, release, report, start, takeBack } from './execute-work.ts';
import { limits } from './limits.ts';
import { type Refusal, isRefusal } from './refusals.ts';
import { verify } from './verify.ts';
import { type WorkEvent, type WorkItem, evolve, isOpen, states } from './work-item.ts';

/** A small world: one item, three who may do it, two who may judge it, and every command there is. */
const executors: Executor[] = [
  { id: 'bot', kind: 'agent', status: 'active', skills: ['tls'], teams: [], wipLimit: null },
  { id: 'bat', kind: 'agent', status: 'active', skills: [], teams: ['team'], wipLimit: 1 },
  { id: 'ana', kind: 'human', status: 'active', skills: [], teams: [], wipLimit: null },
];
const owners = ['ana', 'ben'];

const criterion = fc.record({ id: fc.option(fc.constantFrom('c1', 'c2', 'c3', 'c9'), { nil: undefined }), text: fc.constantFrom('One', 'Two'), required: fc.boolean() });
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

const usage = fc.record({ tokens: fc.nat(100), cost: fc.float({ min: 0, max: 9, noNaN: true }), minutes: fc.nat(9) }, { requiredKeys: [] });
const executor = fc.constantFrom(...executors);
const fence = fc.oneof({ weight: 4, arbitrary: fc.constant('own' as const) }, fc.nat(6));
const command = fc.oneof(
  fc.record({ do: fc.constant('revise' as const), patch }),
  fc.record({ do: fc.constantFrom('commit' as const, 'withdraw' as const, 'cancel' as const, 'reopen' as const, 'takeBack' as const, 'expire' as const, 'answer' as const) }),
  fc.record({ do: fc.constant('assign' as const), who: fc.option(fc.constantFrom('bot', 'ana')) }),
  fc.record({ do: fc.constant('move' as const), parent: fc.option(fc.constantFrom('p1', 'p2', 'item')) }),
  fc.record({ do: fc.constantFrom('claim' as const, 'handOver' as const), executor, blocked: fc.boolean(), waiting: fc.boolean(), live: fc.nat(2) }),
  fc.record({ do: fc.constant('report' as const), fence, progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }), usage }),
  fc.record({ do: fc.constantFrom('release' as const, 'fail' as const), fence }),
  fc.record({ do: fc.constant('deliver' as const), fence, shown: fc.subarray(['c1', 'c2', 'c3', 'c9']), children: fc.boolean() }),
  fc.record({ do: fc.constant('verify' as const), by: fc.constantFrom('ana', 'ben', 'bot'), judged: fc.array(fc.record({ criterion: fc.constantFrom('c1', 'c2', 'c3', 'c9'), pass: fc.boolean(), reason: fc.option(fc.constant('No.')) })), all: fc.boolean() }),
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

function decide(item: WorkItem, one: Command, now: number, fresh: string): WorkEvent[] | Refusal {
  const own = (said: number | 'own') => (said === 'own' ? item.fence : said);
  switch (one.do) {
    case 'revise':
      return revise(item, { patch: one.patch, reason: null });
    case 'answer':
      return recordAnswer(item, { request: fresh, question: 'Which?', answer: 'That.', by: 'ana', at: new Date(now).toISOString() });
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
    case 'handOver':
      return item.run ? [{ type: 'item.handed_over', data: { ...start(item, { run: fresh, executor: one.executor, leaseMs: 60_000 }, now), from: item.run.executor } }] : [];
    case 'claim': {
      const facts = { openBlockers: one.blocked ? ['X-1'] : [], blockingRequests: one.waiting ? ['r'] : [], liveRuns: one.live, assigneeActive: true };
      return claim(item, { run: fresh, executor: one.executor, leaseMs: 60_000 }, facts, now);
    }
    case 'report':
      return report(item, { fence: own(one.fence), progress: one.progress, usage: one.usage }, now);
    case 'release':
      return release(item, { fence: own(one.fence), reason: null });
    case 'fail':
      return fail(item, { fence: own(one.fence), reason: 'Could not.' });
    case 'deliver': {
      const evidence = one.shown.map((id) => ({ criterion: id, artifact: 'a'.repeat(64), name: 'note' }));
      return deliver(item, { fence: own(one.fence), summary: 'Done.', evidence, openChildren: one.children ? ['X-2'] : [] });
    }
    case 'verify': {
      const chosen = one.judged.map(({ criterion: id, pass, reason }) => ({ criterion: id, verdict: pass ? ('pass' as const) : ('fail' as const), reason }));
      const verdicts = one.all ? item.contract.criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' as const, reason: null })) : chosen;
      return verify(item, { verifier: { id: one.by, kind: 'human' }, verdicts, nextRun: fresh, executorKind: 'agent', executorActive: true, leaseMs: 60_000 }, now);
    }
  }
}

type Told = { event: WorkEvent; at: number };
type Step = { before: WorkItem; after: WorkItem; one: Command; outcome: WorkEvent[] | Refusal; now: number };

/** Runs the commands one after another; `see` looks at each step. Gives the events in order. */
function live(commands: readonly Command[], see: (step: Step) => void): { told: Told[]; item: WorkItem } {
  let now = Date.parse('2026-01-05T09:00:00Z');
  const contract = draft({ title: 'A', owner: 'ana', outcome: 'True.', criteria: [{ text: 'One', required: true }], priority: 1 });
  const told: Told[] = [];
  const tell = (before: WorkItem | null, events: readonly WorkEvent[]) => {
    told.push(...events.map((event) => ({ event, at: now })));
    return events.reduce<WorkItem | null>((state, event) => evolve(state, event, now), before);
  };
  let item = tell(null, create({ id: 'item', key: 'X-9', team: 'team', parent: null, contract, assignee: null, createdBy: 'bot' }));
  assert(item);
  for (const [i, one] of commands.entries()) {
    now += 20_000;
    const before: WorkItem = item;
    const frozen = structuredClone(before);
    const outcome = decide(before, one, now, `run ${i}`);
    item = isRefusal(outcome) ? before : (tell(before, outcome) ?? before);
    assert.deepEqual(before, frozen, 'neither deciding nor evolving changes what it was given');
    see({ before, after: item, one, outcome, now });
  }
  return { told, item };
}

const always = (see: (step: Step) => void) =>
  fc.assert(fc.property(fc.array(command, { maxLength: 40, size: 'max' }), (commands) => void live(commands, see)), { numRuns: 500 });

test('replaying the events, also from JSON, gives the state', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40, size: 'max' }), (commands) => {
      const { told, item } = live(commands, () => undefined);
      const read: Told[] = JSON.parse(JSON.stringify(told));
      const replayed = read.reduce<WorkItem | null>((state, { event, at }) => evolve(state, event, at), null);
      assert.deepEqual(replayed, JSON.parse(JSON.stringify(item)));
    }),
    { numRuns: 500 },
  );
});

test('an item is in one of six states, has one owner, and is active exactly while one run lives', () =>
  always(({ after }) => {
    assert(states.includes(after.state));
    assert(owners.includes(after.contract.owner));
    assert.equal(after.state === 'active', after.run !== null);
    if (after.state === 'review') assert(after.delivery);
    assert.equal(after.endedAt === null, isOpen(after.state));
  }));

test('fences only grow, by one with every run', () =>
  always(({ before, after }) => {
    const began = after.run !== null && after.run.id !== before.run?.id;
    assert.equal(after.fence, before.fence + (began ? 1 : 0));
  }));

test('a write with a fence that is not the live run’s is refused and changes nothing', () =>
  always(({ before, after, one, outcome }) => {
    if (!('fence' in one) || (one.fence === 'own' && before.run)) return;
    if (one.fence === before.fence && before.run) return;
    assert(isRefusal(outcome));
    assert.equal(outcome.refused, 'stale_fence');
    assert.equal(outcome['holder'], before.run?.executor ?? null);
    assert.equal(after, before);
  }));

test('an item that somebody works on is nobody else’s to claim', () =>
  always(({ before, one, outcome }) => {
    if (one.do === 'claim' && before.run) assert(isRefusal(outcome) && outcome.refused === 'already_claimed');
  }));

test('whoever did the work never judges it, and nothing is accepted with a required criterion unjudged or failed', () =>
  always(({ before, one, outcome }) => {
    if (one.do !== 'verify' || isRefusal(outcome)) return;
    assert.notEqual(before.delivery?.executor, one.by);
    const [event] = outcome;
    assert(event?.type === 'item.accepted' || event?.type === 'item.returned');
    const { verdicts } = event.data;
    const required = before.contract.criteria.filter((criterion) => criterion.required);
    for (const { id } of required) assert(verdicts.some(({ criterion }) => criterion === id));
    const failed = required.some(({ id }) => verdicts.some((verdict) => verdict.criterion === id && verdict.verdict === 'fail'));
    assert.equal(event.type, failed ? 'item.returned' : 'item.accepted');
  }));

test('the id of a criterion is never given out twice', () => {
  const owner = 'ana';
  fc.assert(
    fc.property(fc.array(fc.array(criterion, { maxLength: 4 }), { maxLength: 20 }), (edits) => {
      let contract = draft({ title: 'A', owner });
      const gone = new Set<string>();
      for (const criteria of edits) {
        const before = new Set(contract.criteria.map(({ id }) => id));
        contract = edit(contract, criteria);
        const after = contract.criteria.map(({ id }) => id);
        assert.equal(new Set(after).size, after.length);
        for (const id of after) assert(!gone.has(id), `${id} was given out before`);
        for (const id of before) if (!after.includes(id)) gone.add(id);
      }
    }),
  );
});

const edit = (contract: WorkItem['contract'], criteria: NonNullable<ContractPatch['criteria']>) => {
  const item = evolve(null, { type: 'item.created', data: { id: 'i', key: 'X-1', team: 't', parent: null, contract, assignee: null, createdBy: 'ana' } }, 0);
  return evolve(item, { type: 'item.revised', data: { patch: { criteria }, revision: 2, reason: null } }, 0).contract;
};

test('after three attempts that were lost or failed nobody claims the item', () =>
  always(({ before, one, outcome }) => {
    if (one.do === 'claim' && before.state === 'ready' && before.attempts >= limits.attempts) assert(isRefusal(outcome));
  }));

test('attempts grow with each lost or failed run, and only a verdict or a reopening begins anew', () =>
  always(({ before, after, one }) => {
    const lost = before.run !== null && after.run === null && after.state === 'ready' && (one.do === 'fail' || one.do === 'expire');
    const anew = (before.state === 'review' && after.state === 'done') || (before.state === 'done' && after.state === 'ready');
    assert.equal(after.attempts, anew ? 0 : before.attempts + (lost ? 1 : 0));
  }));

test('what a run has used never shrinks', () =>
  always(({ before, after }) => {
    if (!before.run || before.run.id !== after.run?.id) return;
    for (const kind of ['tokens', 'cost', 'minutes'] as const) assert(after.run.usage[kind] >= before.run.usage[kind]);
  }));

test('a report renews an agent’s lease and gives a person none', () =>
  always(({ before, after, one, outcome, now }) => {
    if (one.do !== 'report' || isRefusal(outcome) || !before.run) return;
    assert.equal(after.run?.leaseExpiresAt, before.run.leaseMs && now + before.run.leaseMs);
    if (before.run.executor === 'ana' && before.delivery === null) assert(before.run.leaseMs === null || before.run.leaseMs > 0);
  }));

test('work is handed out only when nothing is missing, or the refusal to commit names every missing part', () =>
  always(({ before, one, outcome }) => {
    if (one.do !== 'commit' || before.state !== 'draft') return;
    const { missing } = readiness(before.contract);
    if (missing.length === 0) assert(!isRefusal(outcome));
    else assert(isRefusal(outcome) && outcome.refused === 'not_ready' && outcome['missing'] !== undefined);
    if (isRefusal(outcome)) assert.deepEqual(outcome['missing'], missing);
  }));

test('each edit and each answer is the next revision, and nothing else is', () =>
  always(({ before, after, one, outcome }) => {
    const edits = (one.do === 'revise' || one.do === 'answer') && !isRefusal(outcome) && outcome.length > 0;
    assert.equal(after.revision, before.revision + (edits ? 1 : 0));
  }));

test('work that has ended keeps the contract under which it was judged', () =>
  always(({ before, after }) => {
    if (!isOpen(before.state)) assert.deepEqual(after.contract, before.contract);
  }));

test('a command decides by itself alone: the same facts give the same events', () =>
  always(({ before, one, outcome, now }) => {
    const first = isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type);
    const again = decide(before, one, now, 'run again');
    assert.deepEqual(isRefusal(again) ? again.refused : again.map(({ type }) => type), first);
  }));
