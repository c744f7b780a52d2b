import type { Units } from './budget/amounts.ts';
import type { Charge } from './budget/charge.ts';
import type { Contract, ContractPatch } from './contract.ts';

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
