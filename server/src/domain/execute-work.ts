import type { Allowance } from './budget/allowance.ts';
import { reserve } from './budget/charge.ts';
import { leftUnits, refuseOverBudget } from './budget/item-budget.ts';
import { readiness } from './contract.ts';
import { limits } from './limits.ts';
import { type Refusal, refuse } from './refusals.ts';
import {
  type Evidence,
  type Run,
  type Started,
  type Usage,
  type WorkEvent,
  type WorkItem,
  noUsage,
} from './work-item.ts';

/** Executing: work is claimed under a lease, reported on, and ends in a delivery, a release, a failure or a lost lease. */

export type Executor = {
  id: string;
  kind: 'human' | 'agent' | 'system';
  status: 'active' | 'paused' | 'retired';
  skills: readonly string[];
  /** Empty: may work for every team. */
  teams: readonly string[];
  wipLimit: number | null;
};

/** What a claim is judged on besides the item itself: facts about the graph and the people, as they stand now. */
export type ClaimFacts = {
  openBlockers: readonly string[];
  blockingRequests: readonly string[];
  /** How many live runs the executor holds. */
  liveRuns: number;
  /** Whether the item's assignee could take it; an assignee who is away holds nobody up. */
  assigneeActive: boolean;
  /** The budgets that the run would draw on, as they stand; none unless stated. */
  allowances?: readonly Allowance[];
};

export type ClaimCommand = { run: string; executor: Executor; leaseMs: number };

/** Takes ready work for one executor. Nobody else may write to the item until the run ends. */
export function claim(item: WorkItem, command: ClaimCommand, facts: ClaimFacts, now: number): WorkEvent[] | Refusal {
  const refusal = refuseClaim(item, facts, now) ?? refuseExecutor(item, command.executor, facts);
  if (refusal) return refusal;
  // People hold work without a lease, and are no expense of their team's budget.
  const drawn = command.executor.kind === 'human' ? [] : (facts.allowances ?? []);
  const charges = reserve(drawn, { itemLeft: leftUnits(item, now), now });
  if ('refused' in charges) return charges;
  return [{ type: 'item.claimed', data: { ...start(item, command, now), ...(charges.length > 0 && { charges }) } }];
}

/** Why nobody may claim the item now, or null. */
function refuseClaim(item: WorkItem, facts: ClaimFacts, now: number): Refusal | null {
  const { state, run, contract } = item;
  if (run) return refuse('already_claimed', { by: run.executor, until: instant(run.leaseExpiresAt) });
  if (state === 'draft') return refuse('not_ready', { state, missing: readiness(contract).missing });
  if (state !== 'ready') return refuse('wrong_state', { state, expected: ['ready'] });
  if (facts.openBlockers.length > 0) return refuse('blocked', { by: facts.openBlockers });
  if (facts.blockingRequests.length > 0) return refuse('waiting', { requests: facts.blockingRequests });
  if (item.attempts >= limits.attempts) return refuse('held_back', { attempts: item.attempts });
  if (contract.start && Date.parse(contract.start) > now) return refuse('too_early', { start: contract.start });
  return refuseOverBudget(item, now);
}

/** Why this executor may not claim the item, or null. People may take another team's work, or what they are not recorded as skilled for: they judge that. */
function refuseExecutor(item: WorkItem, executor: Executor, facts: ClaimFacts): Refusal | null {
  const { id, kind, status, skills, teams, wipLimit } = executor;
  if (status !== 'active') return refuse('not_active', { participant: id, status });
  const elsewhere = kind !== 'human' && teams.length > 0 && !teams.includes(item.team);
  if (elsewhere) return refuse('not_your_team', { team: item.team });
  if (item.assignee && item.assignee !== id && facts.assigneeActive)
    return refuse('assigned_elsewhere', { assignee: item.assignee });
  const missing = kind === 'human' ? [] : item.contract.skills.filter((skill) => !skills.includes(skill));
  if (missing.length > 0) return refuse('lacks_skill', { missing });
  if (wipLimit !== null && facts.liveRuns >= wipLimit) return refuse('over_wip', { limit: wipLimit });
  return null;
}

type StartCommand = { run: string; executor: Pick<Executor, 'id' | 'kind'>; leaseMs: number };

/** A new run, with the next fence. A person's claim has no lease: its age is watched instead. */
export function start(item: WorkItem, { run, executor, leaseMs }: StartCommand, now: number): Started {
  const lease = executor.kind === 'human' ? null : leaseMs;
  return { run, executor: executor.id, fence: item.fence + 1, leaseMs: lease, leaseExpiresAt: lease && now + lease };
}

type SaidUsage = { [Kind in keyof Usage]?: number | undefined };
export type Report = { progress?: number | undefined; usage?: SaidUsage | undefined; activity?: string | undefined };

type Reported = Extract<WorkEvent, { type: 'run.reported' }>;

/** The time that has passed since the last report is looked at by Coact itself: it tells nothing new, and renews no lease. */
export const look = ({ id, leaseExpiresAt, seenRevision, progress, usage, reportedAt }: Run): Reported => ({
  type: 'run.reported',
  data: { run: id, leaseExpiresAt, seenRevision, progress, usage, activity: null, reportedAt },
});

/** Renews the lease and records how far the work is. Usage is a total and never shrinks. */
export function report(
  item: WorkItem,
  { fence, ...said }: Report & { fence: number },
  now: number,
): [Reported] | Refusal {
  const run = liveRun(item, fence);
  if ('refused' in run) return run;
  return [
    {
      type: 'run.reported',
      data: {
        run: run.id,
        leaseExpiresAt: run.leaseMs && now + run.leaseMs,
        seenRevision: item.revision,
        progress: said.progress ?? run.progress,
        usage: largest(run.usage, said.usage ?? noUsage),
        activity: said.activity ?? null,
        reportedAt: said.activity === undefined && said.progress === undefined ? run.reportedAt : now,
      },
    },
  ];
}

const largest = (before: Usage, said: SaidUsage): Usage => ({
  tokens: Math.max(before.tokens, said.tokens ?? 0),
  cost: Math.max(before.cost, said.cost ?? 0),
  minutes: Math.max(before.minutes, said.minutes ?? 0),
});

/** Gives the work back unfinished, for the next one to claim. */
export function release(
  item: WorkItem,
  { fence, reason }: { fence: number; reason: string | null },
): WorkEvent[] | Refusal {
  const run = liveRun(item, fence);
  return 'refused' in run ? run : [{ type: 'item.released', data: { run: run.id, reason } }];
}

/** Takes the work from whoever holds it, by somebody entitled to: the run's next write finds its fence stale. */
export function takeBack(item: WorkItem, reason: string | null): WorkEvent[] | Refusal {
  if (!item.run) return refuse('wrong_state', { state: item.state, expected: ['active'] });
  return [{ type: 'item.released', data: { run: item.run.id, reason } }];
}

/** The live run of that id; nothing is said to, or taken from, a run that has ended. */
export const requireLive = (item: WorkItem, run: string): Run | Refusal =>
  item.run?.id === run ? item.run : refuseStale(item);

/** `stop` is the stop of agents that ends the run, if one does. */
export type StopCommand = { run: string; by: string; reason: string; stop?: string | undefined };

/** Stops one run at once: its fence is worth nothing from now on, and the work is for somebody else unless its owner says otherwise. */
export function stop(item: WorkItem, { run, by, reason, stop: under }: StopCommand): WorkEvent[] | Refusal {
  const live = requireLive(item, run);
  return 'refused' in live
    ? live
    : [{ type: 'item.run_stopped', data: { run, by, reason, ...(under && { stop: under }) } }];
}

/** Ends the run of whoever works on the item and begins one of the person's own, who is entitled to it. */
export function takeOver(
  item: WorkItem,
  { reason, ...command }: StartCommand & { reason: string },
  now: number,
): WorkEvent[] | Refusal {
  const { run, state } = item;
  const { executor } = command;
  if (executor.kind !== 'human') return refuse('forbidden', { action: 'item.take_over', allowed: ['human'] });
  if (!run) return refuse('wrong_state', { state, expected: ['active'] });
  if (run.executor === executor.id)
    return refuse('already_claimed', { by: run.executor, until: instant(run.leaseExpiresAt) });
  const data = { ...start(item, command, now), from: run.executor, by: executor.id, reason };
  return [{ type: 'item.taken_over', data }];
}

/** Ends the run with "I could not do it": a proper ending that says why. */
export function fail(item: WorkItem, { fence, reason }: { fence: number; reason: string }): WorkEvent[] | Refusal {
  const run = liveRun(item, fence);
  return 'refused' in run ? run : [{ type: 'item.failed', data: { run: run.id, reason } }];
}

/** Ends a run whose lease is over. Nothing happens when it was renewed or ended meanwhile. */
export function expire(item: WorkItem, runId: string, now: number): WorkEvent[] {
  const { run } = item;
  const over = run?.id === runId && run.leaseExpiresAt !== null && run.leaseExpiresAt <= now;
  return over ? [{ type: 'item.lost', data: { run: run.id } }] : [];
}

export type DeliverCommand = {
  fence: number;
  summary: string;
  evidence: readonly Evidence[];
  openChildren: readonly string[];
};

/** Hands the work over for review, with evidence for every required criterion. */
export function deliver(item: WorkItem, command: DeliverCommand): WorkEvent[] | Refusal {
  const run = liveRun(item, command.fence);
  if ('refused' in run) return run;
  const { summary, evidence, openChildren } = command;
  const known = new Set(item.contract.criteria.map(({ id }) => id));
  const stray = evidence.find(({ criterion }) => !known.has(criterion));
  if (stray)
    return refuse('unknown_reference', { field: 'evidence', criterion: stray.criterion, criteria: [...known] });

  const proven = new Set(evidence.map(({ criterion }) => criterion));
  const unproven = item.contract.criteria.filter(({ required, id }) => required && !proven.has(id));
  if (unproven.length > 0)
    return refuse('evidence_missing', { criteria: unproven.map(({ id, text }) => ({ id, text })) });
  if (openChildren.length > 0) return refuse('children_open', { children: openChildren });
  return [{ type: 'item.delivered', data: { run: run.id, summary, evidence } }];
}

/** Whether whoever shows this fence still holds the work. */
export const mayGoOn = (item: WorkItem, fence: number): Run | Refusal => liveRun(item, fence);

/** The fence alone decides: a lease that ended but was not yet swept still belongs to its holder, and to no one else. */
function liveRun(item: WorkItem, fence: number): Run | Refusal {
  return item.run && fence === item.fence ? item.run : refuseStale(item);
}

const refuseStale = (item: WorkItem) =>
  refuse('stale_fence', { fence: item.fence, holder: item.run?.executor ?? null, state: item.state });

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
