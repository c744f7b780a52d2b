import { type Units, add, noUnits } from './budget/amounts.ts';
import type { Charge } from './budget/charge.ts';
import { consumed } from './budget/consumed.ts';
import type { Contract } from './contract.ts';
import { revise, type ContractPatch } from './contract.ts';

export const states = ['draft', 'ready', 'active', 'review', 'done', 'cancelled'] as const;
export type State = (typeof states)[number];
export const isOpen = (state: State) => state !== 'done' && state !== 'cancelled';

/** One executor's live attempt. Times are epoch milliseconds; `leaseExpiresAt` is null for people, whose claims do not expire. */
export type Run = {
  id: string;
  executor: string;
  startedAt: number;
  leaseMs: number | null;
  leaseExpiresAt: number | null;
  /** The contract's revision that the executor has been shown. */
  seenRevision: number;
  progress: number | null;
  /** What its executor last said they do. */
  activity: string | null;
  /** When it last said an activity or how far it is; a bare heartbeat says neither. */
  reportedAt: number | null;
  usage: Usage;
  /** What it costs the budgets of participants and teams; left out where it draws on none. */
  charges?: readonly Charge[];
  /** Whether its executor was told that the budget of the item runs low. */
  low?: true;
};

/** What a run has consumed so far; totals, not increments. Cost is in the currency of the workspace. */
export type Usage = { tokens: number; cost: number; minutes: number };
export const noUsage: Usage = { tokens: 0, cost: 0, minutes: 0 };

export type Evidence = {
  criterion: string;
  /** SHA-256 of the artifact that shows it, lower-case hex. */
  artifact: string;
  name: string;
};

export type Verdict = { criterion: string; verdict: 'pass' | 'fail'; reason: string | null };

/** A delivery that waits for, or has been given, its verdicts. */
export type Delivery = {
  run: string;
  executor: string;
  leaseMs: number | null;
  summary: string;
  evidence: readonly Evidence[];
};

/** A work item as the ledger's events tell it: replaying them gives exactly this. */
export type WorkItem = {
  id: string;
  key: string;
  team: string;
  parent: string | null;
  state: State;
  /** A draft from an agent, a guest or another system, until somebody has decided whether it is work at all. */
  intake: boolean;
  contract: Contract;
  /** Numbers the contract's revisions from 1. */
  revision: number;
  assignee: string | null;
  createdBy: string;
  createdAt: number;
  /** When it last entered the ready queue; orders equals in priority. */
  readyAt: number | null;
  endedAt: number | null;
  /** Grows with every run; a write that carries an older one changes nothing (after Kleppmann's fencing tokens). */
  fence: number;
  run: Run | null;
  delivery: Delivery | null;
  /** Runs lost or failed in a row since the owner last decided. */
  attempts: number;
  /** Who could not do it, or was stopped, since the owner last decided: not offered to them again. */
  failedBy: readonly string[];
  /** What its ended runs have consumed. */
  spent: Units;
};

export type WorkEvent =
  | { type: 'item.created'; data: Created }
  | { type: 'item.imported'; data: Imported }
  | { type: 'item.revised'; data: { patch: ContractPatch; revision: number; reason: string | null } }
  | { type: 'item.answered'; data: { answer: Contract['answers'][number]; revision: number } }
  | { type: 'item.assigned'; data: { assignee: string | null } }
  | { type: 'item.moved'; data: { parent: string | null } }
  | { type: 'item.triaged'; data: Triaged }
  | { type: 'item.committed'; data: Record<string, never> }
  | { type: 'item.withdrawn'; data: { reason: string | null } }
  | { type: 'item.claimed'; data: Started }
  | { type: 'item.handed_over'; data: Started & { from: string | null } }
  | { type: 'item.taken_over'; data: Started & Ended & { from: string } }
  | { type: 'run.reported'; data: Reported }
  | { type: 'item.released'; data: { run: string; reason: string | null } }
  | { type: 'item.failed'; data: { run: string; reason: string } }
  | { type: 'item.lost'; data: { run: string } }
  /** `stop` is the stop of agents that ended it, if one did. */
  | { type: 'item.run_stopped'; data: Ended & { run: string; stop?: string } }
  /** The run was ended because a budget is spent: the item's own, or that of a participant or a team. */
  | { type: 'item.overran'; data: Overrun }
  | { type: 'item.delivered'; data: { run: string; summary: string; evidence: readonly Evidence[] } }
  | { type: 'item.accepted'; data: { verdicts: readonly Verdict[] } }
  | { type: 'item.returned'; data: Started & { verdicts: readonly Verdict[] } }
  | { type: 'item.retried'; data: Record<string, never> }
  | { type: 'item.cancelled'; data: { reason: string | null } }
  | { type: 'item.reopened'; data: { reason: string } };

export type Created = {
  id: string;
  key: string;
  team: string;
  parent: string | null;
  contract: Contract;
  assignee: string | null;
  createdBy: string;
  /** Whether it waits to be triaged; not unless stated. */
  intake?: boolean;
};
export type Imported = Created & {
  state: State;
  createdAt: number;
  endedAt: number | null;
  source: string;
  ref: string;
};
export type Started = {
  run: string;
  executor: string;
  fence: number;
  leaseMs: number | null;
  leaseExpiresAt: number | null;
  /** What it reserves of the budgets that it draws on. */
  charges?: readonly Charge[];
};
/** Who ended somebody else's run, and why. */
type Ended = { by: string; reason: string };
export type Triaged = {
  as: 'accept' | 'duplicate' | 'decline';
  /** Whose work it is from now on. */
  team: string;
  duplicateOf: { id: string; key: string } | null;
  reason: string | null;
};
export type Overrun = {
  run: string;
  reason: string;
  budget: { id: string | null; of: 'item' | 'participant' | 'team'; subject: string };
  measure: string;
};
type Reported = {
  run: string;
  leaseExpiresAt: number | null;
  seenRevision: number;
  progress: number | null;
  usage: Usage;
  activity: string | null;
  reportedAt: number | null;
  charges?: readonly Charge[];
  low?: true;
};

/** What an event does to the state. `at` is when it happened; nothing else comes from outside. */
export function evolve(item: WorkItem | null, event: WorkEvent, at: number): WorkItem {
  if (event.type === 'item.created') return born(event.data, at);
  if (event.type === 'item.imported') return { ...born(event.data, at), ...imported(event.data) };
  if (!item) throw new Error(`${event.type} comes before the item exists`);
  return change(item, event, at);
}

const born = (data: Created, at: number): WorkItem => ({
  id: data.id,
  key: data.key,
  team: data.team,
  parent: data.parent,
  state: 'draft',
  intake: data.intake ?? false,
  contract: data.contract,
  revision: 1,
  assignee: data.assignee,
  createdBy: data.createdBy,
  createdAt: at,
  readyAt: null,
  endedAt: null,
  fence: 0,
  run: null,
  delivery: null,
  attempts: 0,
  failedBy: [],
  spent: noUnits,
});

/** Work that was written down elsewhere has waited since then. */
const imported = ({ state, createdAt, endedAt }: Imported) => ({
  state,
  createdAt,
  endedAt,
  readyAt: state === 'ready' ? createdAt : null,
});

type Later = Exclude<WorkEvent, { type: 'item.created' | 'item.imported' }>;

function change(item: WorkItem, event: Later, at: number): WorkItem {
  switch (event.type) {
    case 'item.revised':
      return { ...item, contract: revise(item.contract, event.data.patch), revision: event.data.revision };
    case 'item.answered': {
      const answers = [...item.contract.answers, event.data.answer];
      return { ...item, contract: { ...item.contract, answers }, revision: event.data.revision };
    }
    case 'item.triaged':
      return { ...item, intake: false, team: event.data.team };
    case 'item.assigned':
      return { ...item, assignee: event.data.assignee, failedBy: without(item.failedBy, event.data.assignee) };
    case 'item.moved':
      return { ...item, parent: event.data.parent };
    case 'item.committed':
      return { ...item, state: 'ready', readyAt: at, intake: false, failedBy: [] };
    case 'item.withdrawn':
      return { ...item, state: 'draft', readyAt: null };
    case 'item.retried':
      return { ...item, attempts: 0, failedBy: [] };
    case 'item.reopened':
      return { ...item, state: 'ready', readyAt: at, endedAt: null, delivery: null, attempts: 0, failedBy: [] };
    case 'item.cancelled':
      return { ...withoutRun(item, at), state: 'cancelled', intake: false, endedAt: at };
    case 'item.accepted':
      return { ...item, state: 'done', endedAt: at, attempts: 0, failedBy: [] };
    default:
      return changeRun(item, event, at);
  }
}

const without = (all: readonly string[], one: string | null) => all.filter((each) => each !== one);
const withOne = (all: readonly string[], one: string | undefined) => (one ? [...new Set([...all, one])] : all);

type RunEvent = Extract<
  Later,
  {
    type:
      | 'item.claimed'
      | 'item.handed_over'
      | 'item.taken_over'
      | 'item.returned'
      | 'run.reported'
      | 'item.run_stopped'
      | 'item.released'
      | 'item.failed'
      | 'item.lost'
      | 'item.overran'
      | 'item.delivered';
  }
>;

function changeRun(item: WorkItem, event: RunEvent, at: number): WorkItem {
  switch (event.type) {
    case 'item.claimed':
    case 'item.handed_over':
    case 'item.taken_over':
    case 'item.returned':
      return {
        ...withoutRun(item, at),
        state: 'active',
        fence: event.data.fence,
        run: startRun(item, event.data, at),
        delivery: null,
      };
    case 'run.reported': {
      const { run: _, activity, ...said } = event.data;
      return { ...item, run: item.run && { ...item.run, ...said, activity: activity ?? item.run.activity } };
    }
    case 'item.released':
    case 'item.overran':
      return { ...withoutRun(item, at), state: 'ready' };
    case 'item.run_stopped':
      // Whoever is stopped with many others has not failed at this item: it may be offered to them again.
      return {
        ...withoutRun(item, at),
        state: 'ready',
        failedBy: event.data.stop ? item.failedBy : withOne(item.failedBy, item.run?.executor),
      };
    case 'item.failed': {
      const failedBy = withOne(item.failedBy, item.run?.executor);
      return { ...withoutRun(item, at), state: 'ready', attempts: item.attempts + 1, failedBy };
    }
    case 'item.lost':
      return { ...withoutRun(item, at), state: 'ready', attempts: item.attempts + 1 };
    case 'item.delivered': {
      const { run, summary, evidence } = event.data;
      const executor = item.run?.executor ?? '';
      return {
        ...withoutRun(item, at),
        state: 'review',
        delivery: { run, executor, leaseMs: item.run?.leaseMs ?? null, summary, evidence },
      };
    }
  }
}

/** Whatever run was live has ended: what it consumed stays with the item. */
const withoutRun = (item: WorkItem, at: number): WorkItem => ({
  ...item,
  run: null,
  spent: item.run ? add(item.spent, consumed(item.run, at)) : item.spent,
});

const startRun = (item: WorkItem, { run, executor, leaseMs, leaseExpiresAt, charges }: Started, at: number): Run => ({
  id: run,
  executor,
  startedAt: at,
  leaseMs,
  leaseExpiresAt,
  seenRevision: item.revision,
  progress: null,
  activity: null,
  reportedAt: null,
  usage: noUsage,
  ...(charges && { charges }),
});
