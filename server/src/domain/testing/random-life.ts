import assert from 'node:assert/strict';
import { assign, cancel, commit, create, move, recordAnswer, reopen, revise, triage, withdraw } from '../clarify.ts';
import { draft } from '../contract.ts';
import {
  claim,
  deliver,
  expire,
  type Executor,
  fail,
  release,
  report,
  start,
  stop,
  takeBack,
  takeOver,
} from '../execute-work.ts';
import { type Refusal, isRefusal } from '../refusals.ts';
import { verify } from '../verify.ts';
import { evolve } from '../evolve.ts';
import type { WorkEvent, WorkItem } from '../work-item.ts';
import type { Command } from './random-command.ts';

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
    case 'triage':
      return decideTriage(item, one);
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

function decideTriage(item: WorkItem, one: Extract<Command, { do: 'triage' }>): WorkEvent[] | Refusal {
  const { as, of, team, owner, reason } = one;
  if (as === 'accept') return triage(item, { as, team, owner, reason });
  return as === 'duplicate' ? triage(item, { as, of: { id: of, key: 'X-3' }, reason }) : triage(item, { as, reason });
}

function handOver(item: WorkItem, executor: Executor, now: number, run: string): WorkEvent[] {
  if (!item.run) return [];
  const started = start(item, { run, executor, leaseMs: 60_000 }, now);
  return [{ type: 'item.handed_over', data: { ...started, from: item.run.executor } }];
}

type RunCommand = Exclude<
  Command,
  {
    do:
      | 'revise'
      | 'answer'
      | 'triage'
      | 'commit'
      | 'withdraw'
      | 'cancel'
      | 'reopen'
      | 'takeBack'
      | 'expire'
      | 'assign'
      | 'move';
  }
>;

const stopRun = (item: WorkItem, { live: hits, all }: { live: boolean; all: boolean }) =>
  stop(item, {
    run: hits ? (item.run?.id ?? 'none') : 'none',
    by: 'ana',
    reason: 'No more.',
    ...(all && { stop: 's' }),
  });

function decideRun(item: WorkItem, one: RunCommand, now: number, fresh: string): WorkEvent[] | Refusal {
  const own = (said: number | 'own') => (said === 'own' ? item.fence : said);
  switch (one.do) {
    case 'handOver':
      return handOver(item, one.executor, now, fresh);
    case 'takeOver':
      return takeOver(item, { run: fresh, executor: one.executor, leaseMs: 60_000, reason: 'Mine.' }, now);
    case 'stop':
      return stopRun(item, one);
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
      return report(item, { ...one, fence: own(one.fence) }, now);
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
    create({
      id: 'item',
      key: 'X-9',
      team: 'team',
      parent: null,
      contract,
      assignee: null,
      createdBy: 'bot',
      intake: commands.length % 2 > 0,
    }),
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
