import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ContractPatch, draft, readiness } from './contract.ts';
import { report } from './execute-work.ts';
import { limits } from './limits.ts';
import { isRefusal } from './refusals.ts';
import { evolve } from './evolve.ts';
import { type WorkItem, isOpen, states } from './work-item.ts';

import { command, criterion, owners } from './testing/random-command.ts';
import { type Step, type Told, decide, live } from './testing/random-life.ts';

const lives = fc.array(command, { minLength: 5, maxLength: 60, size: 'max' });
const always = (see: (step: Step) => void, fixed: { seed?: number; numRuns?: number } = {}) =>
  fc.assert(
    fc.property(lives, (commands) => void live(commands, see)),
    { numRuns: 500, ...fixed },
  );

test('the random lives come through everything that can happen to an item, else they show little', () => {
  const seen = new Map<string, number>();
  const count = ({ outcome }: Step) => {
    const types = isRefusal(outcome) ? [outcome.refused] : outcome.map(({ type }) => type);
    for (const type of types) seen.set(type, (seen.get(type) ?? 0) + 1);
  };
  always(count, { seed: 1, numRuns: 5_000 });
  const expected =
    'item.revised item.answered item.assigned item.moved item.committed item.withdrawn item.claimed item.handed_over run.reported item.released item.failed item.lost item.delivered item.accepted item.returned item.cancelled item.reopened item.triaged item.taken_over item.run_stopped already_triaged stale_fence already_claimed not_ready wrong_state blocked waiting held_back assigned_elsewhere lacks_skill over_wip evidence_missing children_open cycle not_verifier verdict_missing reason_missing';
  for (const type of expected.split(' ')) assert(seen.has(type), `${type} never happened`);
});

test('replaying the events, also from JSON, gives the state', () => {
  fc.assert(
    fc.property(lives, (commands) => {
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

test('a run that is stopped or taken over has lost its fence, and everything that it said last is kept until then', () =>
  always(({ before, after, one, outcome }) => {
    if ((one.do !== 'stop' && one.do !== 'takeOver') || isRefusal(outcome)) return;
    assert(before.run);
    const late = report(after, { fence: after.run ? before.fence : after.fence, activity: 'Still at it.' }, 0);
    assert(isRefusal(late) && late.refused === 'stale_fence' && late['holder'] === (after.run?.executor ?? null));
    assert.equal(after.attempts, before.attempts, 'that somebody else ended it is no failure');
    assert.equal(after.state, one.do === 'stop' ? 'ready' : 'active');
    if (one.do === 'stop' && !one.all)
      assert(after.failedBy.includes(before.run.executor), 'it is not offered to them again at once');
    if (one.do === 'stop' && one.all) assert.deepEqual(after.failedBy, before.failedBy, 'many were stopped: no blame');
  }));

test('work is taken over by people alone, and only from somebody else', () =>
  always(({ before, after, one, outcome }) => {
    if (one.do !== 'takeOver' || isRefusal(outcome)) return;
    assert.deepEqual([one.executor.kind, after.run?.executor, after.run?.leaseMs], ['human', one.executor.id, null]);
    assert.notEqual(before.run?.executor, one.executor.id);
  }));

test('only a draft waits to be triaged, and it leaves the intake once', () =>
  always(({ before, after, one, outcome }) => {
    if (after.intake) assert(after.state === 'draft' && before.intake);
    if (one.do !== 'triage') return;
    if (!before.intake) assert(isRefusal(outcome) && outcome.refused === 'already_triaged');
    if (!isRefusal(outcome)) assert.equal(after.state, one.as === 'accept' ? 'draft' : 'cancelled');
    if (!isRefusal(outcome) && one.as === 'accept')
      assert.deepEqual([after.team, after.contract.owner], [one.team, one.owner]);
  }));

test('an activity stays until the next, and only what says one or the progress counts as a report', () =>
  always(({ before, after, one, outcome, now }) => {
    if (one.do !== 'report' || isRefusal(outcome) || !before.run) return;
    assert.equal(after.run?.activity, one.activity ?? before.run.activity);
    const says = one.activity !== undefined || one.progress !== undefined;
    assert.equal(after.run?.reportedAt, says ? now : before.run.reportedAt);
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
    const failed = required.some(({ id }) =>
      verdicts.some((verdict) => verdict.criterion === id && verdict.verdict === 'fail'),
    );
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
  const item = evolve(
    null,
    {
      type: 'item.created',
      data: { id: 'i', key: 'X-1', team: 't', parent: null, contract, assignee: null, createdBy: 'ana' },
    },
    0,
  );
  return evolve(item, { type: 'item.revised', data: { patch: { criteria }, revision: 2, reason: null } }, 0).contract;
};

test('after three attempts that were lost or failed nobody claims the item', () =>
  always(({ before, one, outcome }) => {
    if (one.do === 'claim' && before.state === 'ready' && before.attempts >= limits.attempts)
      assert(isRefusal(outcome));
  }));

test('attempts grow with each lost or failed run, and only a verdict or a reopening begins anew', () =>
  always(({ before, after, one }) => {
    const lost =
      before.run !== null &&
      after.run === null &&
      after.state === 'ready' &&
      (one.do === 'fail' || one.do === 'expire');
    const anew =
      (before.state === 'review' && after.state === 'done') || (before.state === 'done' && after.state === 'ready');
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
    if (before.run.executor === 'ana' && before.delivery === null)
      assert(before.run.leaseMs === null || before.run.leaseMs > 0);
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
    const givenAway = one.do === 'triage' && after.contract.owner !== before.contract.owner;
    assert.equal(after.revision, before.revision + (edits || givenAway ? 1 : 0));
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
