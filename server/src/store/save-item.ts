import type { Allowance } from '../domain/budget/allowance.ts';
import { type Units, isNothing } from '../domain/budget/amounts.ts';
import { settle } from '../domain/budget/charge.ts';
import { consumed } from '../domain/budget/consumed.ts';
import { isOverBudget } from '../domain/budget/item-budget.ts';
import { timeOver } from '../domain/budget/time-over.ts';
import { evolve } from '../domain/evolve.ts';
import type { Run, WorkEvent, WorkItem } from '../domain/work-item.ts';
import type { StoredItem } from './items.ts';
import { type Sql, sql } from './sql.ts';

/** One piece of a command's write: it must touch `rows` rows, or the whole command is undone and decided again. */
export type Part = { statement: Sql; rows?: number; of?: string };

export type Counters = { openBlockers?: number; openChildren?: number; blockingRequests?: number };

/** What the same command writes to the item's row beside what its events say. */
export type Beside = {
  /** What is added to the derived counters. */
  counters?: Counters;
  /** The highest signal that the live run has now been told. */
  signalled?: number;
  /** The budgets that the run draws on, as they stood when it was decided. */
  allowances?: readonly Allowance[];
};

export type ItemChange = {
  workspace: string;
  before: StoredItem | null;
  after: WorkItem;
  events: readonly WorkEvent[];
  now: number;
} & Beside;

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** The statements that bring the tables from `before` to `after`, guarded by the versions that were read. */
export function saveItem(change: ItemChange): Part[] {
  const { before, after } = change;
  const contract = before?.revision === after.revision ? [] : [insertContract(change), saveSearch(change)];
  if (!before) return [insertItem(change), ...contract];
  const onlyReported = change.events.every(({ type }) => type === 'run.reported') && !change.counters;
  return [...(onlyReported ? [] : [updateItem(change, before)]), ...contract, ...saveRun(change, before)];
}

/** What lists, filters and the ready queue need of the contract, beside where the item stands. */
function insertItem({ workspace, after, counters, now }: ItemChange): Part {
  const { contract, run, delivery } = after;
  return {
    of: 'items',
    statement: sql`insert into items (
        workspace, id, key, team, parent, state, intake, version, revision, title, type, serves, owner, assignee, priority, risk, skills, labels,
        start_at, due_at, created_by, created_at, updated_at, ready_at, ended_at, fence, run, executor, delivery, attempts,
        failed_by, spent, over_budget, open_blockers, open_children, blocking_requests)
      values (
        ${workspace}, ${after.id}, ${after.key}, ${after.team}, ${after.parent}, ${after.state}, ${after.intake}, 1, ${after.revision},
        ${contract.title}, ${contract.type}, ${contract.serves}, ${contract.owner}, ${after.assignee}, ${contract.priority}, ${contract.risk},
        ${contract.skills}, ${contract.labels}, ${contract.start}, ${contract.due}, ${after.createdBy}, ${instant(after.createdAt)},
        ${instant(now)}, ${instant(after.readyAt)}, ${instant(after.endedAt)}, ${after.fence}, ${run?.id ?? null},
        ${run?.executor ?? null}, ${delivery && JSON.stringify(delivery)}, ${after.attempts}, ${after.failedBy},
        ${spentOf(after.spent)}, ${isOverBudget(after, now)}, ${counters?.openBlockers ?? 0}, ${counters?.openChildren ?? 0}, ${counters?.blockingRequests ?? 0})
      returning 1`,
  };
}

function updateItem({ workspace, after, counters, now }: ItemChange, before: StoredItem): Part {
  const { contract, run, delivery } = after;
  const revised =
    before.revision === after.revision
      ? sql``
      : sql`
        , revision = ${after.revision}, title = ${contract.title}, type = ${contract.type}, serves = ${contract.serves}, owner = ${contract.owner},
        priority = ${contract.priority}, risk = ${contract.risk}, skills = ${contract.skills}, labels = ${contract.labels},
        start_at = ${contract.start}, due_at = ${contract.due}`;
  const counted = counters
    ? sql`
        , open_blockers = open_blockers + ${counters.openBlockers ?? 0}, open_children = open_children + ${counters.openChildren ?? 0}
        , blocking_requests = blocking_requests + ${counters.blockingRequests ?? 0}`
    : sql``;
  return {
    of: 'items',
    statement: sql`update items set
        team = ${after.team}, parent = ${after.parent}, state = ${after.state}, intake = ${after.intake}, version = version + 1, assignee = ${after.assignee},
        updated_at = ${instant(now)}, ready_at = ${instant(after.readyAt)}, ended_at = ${instant(after.endedAt)},
        fence = ${after.fence}, run = ${run?.id ?? null}, executor = ${run?.executor ?? null},
        delivery = ${delivery && JSON.stringify(delivery)}, attempts = ${after.attempts}, failed_by = ${after.failedBy},
        spent = ${spentOf(after.spent)}, over_budget = ${isOverBudget(after, now)}
        ${revised} ${counted}
      where workspace = ${workspace} and id = ${after.id} and version = ${before.version}
      returning 1`,
  };
}

const spentOf = (spent: Units) => (isNothing(spent) ? null : JSON.stringify(spent));

const insertContract = ({ workspace, after }: ItemChange): Part => ({
  of: 'contracts',
  statement: sql`insert into contracts (workspace, item, revision, body)
    values (${workspace}, ${after.id}, ${after.revision}, ${JSON.stringify(after.contract)}) returning 1`,
});

/** The title and key weigh most, then the outcome and criteria, then background. */
function saveSearch({ workspace, after }: ItemChange): Part {
  const { title, outcome, criteria, labels, context } = after.contract;
  const middle = [outcome, ...criteria.map(({ text }) => text), ...labels].join('\n');
  return {
    of: 'item_search',
    statement: sql`insert into item_search (workspace, item, document)
      values (${workspace}, ${after.id}, setweight(to_tsvector('english', ${`${after.key} ${title}`}), 'A')
        || setweight(to_tsvector('english', ${middle.slice(0, 50_000)}), 'B')
        || setweight(to_tsvector('english', ${context.slice(0, 50_000)}), 'C'))
      on conflict (workspace, item) do update set document = excluded.document returning 1`,
  };
}

const endings: Record<string, string> = {
  'item.released': 'released',
  'item.failed': 'failed',
  'item.lost': 'lost',
  'item.delivered': 'delivered',
  'item.cancelled': 'cancelled',
  'item.handed_over': 'handed over',
  'item.taken_over': 'taken over',
  'item.run_stopped': 'stopped',
  'item.overran': 'over budget',
};

/** The run that ended, the run that began, or the run that went on. */
function saveRun(change: ItemChange, before: StoredItem): Part[] {
  const { after } = change;
  if (before.run?.id === after.run?.id) {
    if (after.run && before.run !== after.run) return [updateRun(change, before)];
    return after.run && before.revision !== after.revision ? [retime(change, after.run)] : [];
  }
  return [...(before.run ? [endRun(change, before)] : []), ...(after.run ? [insertRun(change)] : [])];
}

/** A budget that is raised or lowered moves the end of the time of whoever works on the item. */
const retime = ({ workspace, after, now }: ItemChange, run: Run): Part => ({
  of: 'runs',
  statement: sql`update runs set time_over_at = ${instant(timeOver(after, run, now))}
    where workspace = ${workspace} and id = ${run.id} and ended_at is null returning 1`,
});

const chargesOf = (run: Run | null) => (run?.charges ? JSON.stringify(run.charges) : null);

function updateRun({ workspace, after, signalled, now }: ItemChange, before: StoredItem): Part {
  const { run } = after;
  return {
    of: 'runs',
    statement: sql`update runs set version = version + 1, lease_expires_at = ${instant(run?.leaseExpiresAt ?? null)},
        seen_revision = ${run?.seenRevision ?? 1}, progress = ${run?.progress ?? null}, usage = ${JSON.stringify(run?.usage)},
        activity = ${run?.activity ?? null}, reported_at = ${instant(run?.reportedAt ?? null)}, signalled = greatest(signalled, ${signalled ?? 0}),
        charges = ${chargesOf(run)}, budgeted = ${run?.charges !== undefined}, budget_low = ${run?.low ?? false},
        time_over_at = ${instant(run && timeOver(after, run, now))}
      where workspace = ${workspace} and id = ${run?.id ?? null} and version = ${before.runVersion} and ended_at is null
      returning 1`,
  };
}

const reportsIn = (events: readonly WorkEvent[]) => events.filter(({ type }) => type === 'run.reported');

/** The run as it was when it ended, with what was reported by the same command, and its charges settled. */
function lastOf({ events, now }: ItemChange, before: StoredItem): Run | null {
  const { run } = reportsIn(events).reduce<WorkItem>((item, event) => evolve(item, event, now), before);
  return run?.charges ? { ...run, charges: settle(run.charges, consumed(run, now)) } : run;
}

function endRun(change: ItemChange, before: StoredItem): Part {
  const { workspace, events, now } = change;
  const last = lastOf(change, before);
  const event = events.find(({ type }) => type in endings);
  const note =
    event && ('reason' in event.data ? event.data.reason : 'summary' in event.data ? event.data.summary : null);
  const by = event && 'by' in event.data ? event.data.by : null;
  return {
    of: 'runs',
    // Each report is one version, also one that ends the run.
    statement: sql`update runs set version = version + ${1 + reportsIn(events).length}, ended_at = ${instant(now)}, ending = ${endings[event?.type ?? ''] ?? 'ended'},
        ending_note = ${note ?? null}, ended_by = ${by}, usage = ${JSON.stringify(last?.usage)}, progress = ${last?.progress ?? null},
        activity = ${last?.activity ?? null}, charges = ${chargesOf(last)}
      where workspace = ${workspace} and id = ${before.run?.id ?? null} and version = ${before.runVersion} and ended_at is null
      returning 1`,
  };
}

const origins: Record<string, string> = {
  'item.claimed': 'claim',
  'item.returned': 'return',
  'item.handed_over': 'handover',
  'item.taken_over': 'takeover',
};

function insertRun({ workspace, after, events, now }: ItemChange): Part {
  const { run } = after;
  const origin = events.map(({ type }) => origins[type]).find(Boolean) ?? 'claim';
  return {
    of: 'runs',
    statement: sql`insert into runs (workspace, id, item, executor, fence, version, origin, started_at, lease_ms, lease_expires_at,
        seen_revision, usage, charges, budgeted, time_over_at)
      values (${workspace}, ${run?.id ?? null}, ${after.id}, ${run?.executor ?? null}, ${after.fence}, 1, ${origin}, ${instant(now)},
        ${run?.leaseMs ?? null}, ${instant(run?.leaseExpiresAt ?? null)}, ${run?.seenRevision ?? 1}, ${JSON.stringify(run?.usage)},
        ${chargesOf(run)}, ${run?.charges !== undefined}, ${instant(run && timeOver(after, run, now))})
      returning 1`,
  };
}

/** What a command moves in the row of another item, and what that row must still be for the decision to hold. */
export type RowMove = Counters & { version?: number; done?: boolean; open?: true };

/** Moves the counters of several rows at once, one version on each. */
export function moveRows(workspace: string, moves: ReadonlyMap<string, RowMove>): Part {
  const all = [...moves.values()];
  const column = <T>(pick: (move: RowMove) => T) => all.map(pick);
  return {
    of: 'items',
    rows: all.length,
    statement: sql`update items i set version = i.version + 1, open_blockers = i.open_blockers + m.blockers,
        open_children = i.open_children + m.children, blocking_requests = i.blocking_requests + m.requests
      from unnest(${[...moves.keys()]}::uuid[], ${column((move) => move.openBlockers ?? 0)}::int[], ${column((move) => move.openChildren ?? 0)}::int[],
        ${column((move) => move.blockingRequests ?? 0)}::int[], ${column(({ version }) => version ?? null)}::int[],
        ${column(({ done }) => done ?? null)}::boolean[], ${column(({ open }) => open ?? false)}::boolean[])
        as m(id, blockers, children, requests, version, done, open)
      where i.workspace = ${workspace} and i.id = m.id and (m.version is null or i.version = m.version)
        and (m.done is null or (i.state = 'done') = m.done) and not (m.open and i.state in ('done', 'cancelled'))
      returning 1`,
  };
}

/** Two moves of one row as one: a statement updates a row once. */
export const joinMoves = (one: RowMove = {}, other: RowMove): RowMove => ({
  ...one,
  ...other,
  openBlockers: (one.openBlockers ?? 0) + (other.openBlockers ?? 0),
  openChildren: (one.openChildren ?? 0) + (other.openChildren ?? 0),
  blockingRequests: (one.blockingRequests ?? 0) + (other.blockingRequests ?? 0),
});
