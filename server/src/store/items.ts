import type { Allowance } from '../domain/budget/allowance.ts';
import { type Units, noUnits } from '../domain/budget/amounts.ts';
import type { Charge } from '../domain/budget/charge.ts';
import type { Contract } from '../domain/contract.ts';
import type { Delivery, Run, State, Usage, WorkItem } from '../domain/work-item.ts';
import { allowancesOf, spentTeams } from './budgets.ts';
import type { Connection } from './database.ts';
import { raw, sql } from './sql.ts';

/** A work item as it stands in the database, with what is derived from the graph and the requests. */
export type StoredItem = WorkItem & {
  version: number;
  updatedAt: number;
  openBlockers: number;
  openChildren: number;
  blockingRequests: number;
  /** Of the live run; each report adds one. */
  runVersion: number | null;
  runOrigin: 'claim' | 'return' | 'handover' | 'takeover' | null;
  /** The highest signal that the live run has been told. */
  signalled: number;
  /** Known to have no parent, no outcome, no dependencies, no earlier runs and no open requests; false where nobody looked. */
  alone: boolean;
};

type ItemRow = {
  id: string;
  key: string;
  team: string;
  parent: string | null;
  state: State;
  intake: boolean;
  version: number;
  revision: number;
  assignee: string | null;
  created_by: string;
  created_at: number;
  updated_at: number;
  ready_at: number | null;
  ended_at: number | null;
  fence: number;
  delivery: Delivery | null;
  attempts: number;
  failed_by: string[];
  open_blockers: number;
  open_children: number;
  blocking_requests: number;
  contract: Contract;
  run_id: string | null;
  executor: string | null;
  started_at: number;
  lease_ms: number | null;
  lease_expires_at: number | null;
  seen_revision: number;
  progress: number | null;
  activity: string | null;
  reported_at: number | null;
  usage: Usage;
  spent: Units | null;
  charges: Charge[] | null;
  budget_low: boolean | null;
  run_version: number | null;
  run_origin: StoredItem['runOrigin'];
  signalled: number | null;
  alone?: boolean;
};

const columns = raw(`
  i.id, i.key, i.team, i.parent, i.state, i.intake, i.version, i.revision, i.assignee, i.created_by, i.created_at, i.updated_at,
  i.ready_at, i.ended_at, i.fence, i.delivery, i.attempts, i.failed_by::text[] as failed_by, i.open_blockers, i.open_children,
  i.blocking_requests, c.body as contract,
  r.id as run_id, r.executor, r.started_at, r.lease_ms, r.lease_expires_at, r.seen_revision, r.progress, r.activity,
  r.reported_at, r.usage, i.spent, r.charges, r.budget_low, r.version as run_version, r.origin as run_origin, r.signalled`);
const tables = raw(`
  items i
  join contracts c on c.workspace = i.workspace and c.item = i.id and c.revision = i.revision
  left join runs r on r.workspace = i.workspace and r.id = i.run`);

const runOf = (row: ItemRow): Run | null =>
  row.run_id === null || row.executor === null
    ? null
    : {
        id: row.run_id,
        executor: row.executor,
        startedAt: row.started_at,
        leaseMs: row.lease_ms,
        leaseExpiresAt: row.lease_expires_at,
        seenRevision: row.seen_revision,
        progress: row.progress,
        activity: row.activity,
        reportedAt: row.reported_at,
        usage: row.usage,
        ...(row.charges && { charges: row.charges }),
        ...(row.budget_low && { low: true as const }),
      };

const itemOf = (row: ItemRow): StoredItem => ({
  id: row.id,
  key: row.key,
  team: row.team,
  parent: row.parent,
  state: row.state,
  intake: row.intake,
  contract: row.contract,
  revision: row.revision,
  assignee: row.assignee,
  createdBy: row.created_by,
  createdAt: row.created_at,
  readyAt: row.ready_at,
  endedAt: row.ended_at,
  fence: row.fence,
  run: runOf(row),
  delivery: row.delivery,
  attempts: row.attempts,
  failedBy: row.failed_by,
  spent: row.spent ?? noUnits,
  version: row.version,
  updatedAt: row.updated_at,
  openBlockers: row.open_blockers,
  openChildren: row.open_children,
  blockingRequests: row.blocking_requests,
  runVersion: row.run_version,
  runOrigin: row.run_origin,
  signalled: row.signalled ?? 0,
  alone: row.alone ?? false,
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (value: string) => UUID.test(value);

/** Finds an item by its id or its key, or null. */
export async function findItem({ workspace, query }: Connection, idOrKey: string): Promise<StoredItem | null> {
  const which = isId(idOrKey) ? sql`i.id = ${idOrKey}` : sql`i.key = ${idOrKey.toUpperCase()}`;
  const [row] = await query<ItemRow>(
    sql`select ${columns} from ${tables} where i.workspace = ${workspace} and ${which}`,
  );
  return row ? itemOf(row) : null;
}

export async function findItems({ workspace, query }: Connection, ids: readonly string[]): Promise<StoredItem[]> {
  if (ids.length === 0) return [];
  const rows = await query<ItemRow>(
    sql`select ${columns} from ${tables} where i.workspace = ${workspace} and i.id = any(${ids}::uuid[]) order by i.id`,
  );
  return rows.map(itemOf);
}

/** A run that somebody names, live or not, with its item as it stands now. */
export type StoredRun = {
  id: string;
  executor: string;
  executorSponsor: string | null;
  /** What the executor has not been told yet, oldest first. */
  signals: StoredSignal[];
  /** Null while it lives. */
  ended: RunEnding | null;
  /** The budgets that it draws on, as they stand. */
  allowances: Allowance[];
  item: StoredItem;
};
/** How a run ended; `by` is who ended it, where that was not its executor. */
export type RunEnding = { ending: string; by: { id: string; name: string } | null; reason: string | null };
export type StoredSignal = { id: number; kind: string; data: Record<string, unknown>; at: string };

type RunRow = ItemRow & {
  asked_executor: string;
  asked_sponsor: string | null;
  signals: StoredSignal[] | null;
  ending: string | null;
  ending_note: string | null;
  ended_by: RunEnding['by'];
  allowances: Allowance[] | null;
};

export async function findRun({ workspace, query }: Connection, run: string, now: number): Promise<StoredRun | null> {
  if (!isId(run)) return null;
  const [row] = await query<RunRow>(sql`
    select ${columns}, asked.executor as asked_executor,
      (select p.sponsor from participants p where p.workspace = asked.workspace and p.id = asked.executor) as asked_sponsor,
      (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'data', s.data, 'at', s.at) order by s.id) from signals s
        where s.workspace = asked.workspace and s.run = asked.id and s.id > asked.signalled) as signals,
      asked.ending, asked.ending_note, ${allowancesOf(raw('asked.executor'), raw('i.team'), now)} as allowances,
      (select json_build_object('id', p.id, 'name', p.name) from participants p
        where p.workspace = asked.workspace and p.id = asked.ended_by) as ended_by
    from runs asked join ${joined('asked')} where asked.workspace = ${workspace} and asked.id = ${run}`);
  if (!row) return null;
  const { asked_executor: executor, asked_sponsor: executorSponsor, signals, ending, ending_note: reason } = row;
  const ended = ending === null ? null : { ending, by: row.ended_by, reason };
  return {
    id: run,
    executor,
    executorSponsor,
    signals: signals ?? [],
    ended,
    allowances: row.allowances ?? [],
    item: itemOf(row),
  };
}

const joined = (asked: string) =>
  raw(`items i on i.workspace = ${asked}.workspace and i.id = ${asked}.item
  join contracts c on c.workspace = i.workspace and c.item = i.id and c.revision = i.revision
  left join runs r on r.workspace = i.workspace and r.id = i.run`);

export type ClaimFilter = {
  executor: string;
  /** Empty: any team's. */
  teams: readonly string[];
  /** Null: people, who judge for themselves what they can do. */
  skills: readonly string[] | null;
  now: number;
};

/** With the budgets that a run of this executor would draw on. */
export type NextItem = StoredItem & { allowances: Allowance[] };

/**
 * Finds what the executor shall work on next: their own work that came back from review and that they have not taken up
 * again, else the next item that they may claim, by priority, then by how long it has been ready. Items that others are about
 * to claim are passed over (without that everybody takes the same one: at 64 clients it collapses). They are known by an
 * advisory lock until the end of the transaction: a row lock would number the transaction before it has read what it
 * follows, and so give its events a place before theirs. An item whose claim ended between the reading and the lock is seen by
 * a second look (without it one claim in twenty was decided twice at 16 clients: a p99 of 29 ms, with it of 22).
 * Scalar subqueries look up one row each; as NOT EXISTS they may be hashed, for which all participants or requests are read.
 */
export async function lockNext({ workspace, query }: Connection, filter: ClaimFilter): Promise<NextItem | null> {
  const { executor, teams, skills, now } = filter;
  const instant = new Date(now).toISOString();
  const [row] = await query<ItemRow & { allowances: Allowance[] | null }>(sql`
    with returned as (
      select item from runs
      where workspace = ${workspace} and executor = ${executor} and ended_at is null and origin = 'return' and version = 1
      order by started_at limit 1),
    next as (
      select id from (
        select i.id, i.version from items i
        where i.workspace = ${workspace} and not exists (select from returned)
          and i.state = 'ready' and i.open_blockers = 0 and i.open_children = 0 and i.blocking_requests = 0 and i.attempts < 3
          and not i.over_budget ${skills ? sql`and i.team <> all((select ${spentTeams(now)})::uuid[])` : sql``}
          and (i.start_at is null or i.start_at <= ${instant})
          ${teams.length > 0 ? sql`and i.team = any(${teams}::uuid[])` : sql``}
          ${skills ? sql`and i.skills <@ ${skills}::text[]` : sql``}
          and not ${executor}::uuid = any(i.failed_by)
          and (i.assignee is null or i.assignee = ${executor} or (
            select p.status from participants p where p.workspace = i.workspace and p.id = i.assignee) is distinct from 'active')
        order by i.priority, i.ready_at, i.id
        offset 0) candidates
      where case when pg_try_advisory_xact_lock(hashtextextended(id::text, 0))
        then is_unchanged(${workspace}, id, version) else false end
      limit 1)
    select ${columns}, (i.parent is null and i.serves is null and i.fence = 0
      and (select 1 from dependencies d where d.workspace = i.workspace and d.item = i.id limit 1) is null
      and (select 1 from requests q where q.workspace = i.workspace and q.item = i.id and q.state = 'open' limit 1) is null) as alone,
      ${allowancesOf(sql`${executor}::uuid`, raw('i.team'), now)} as allowances
    from (select item as id from returned union all select id from next) picked
    join items i on i.workspace = ${workspace} and i.id = picked.id
    join contracts c on c.workspace = i.workspace and c.item = i.id and c.revision = i.revision
    left join runs r on r.workspace = i.workspace and r.id = i.run`);
  return row ? { ...itemOf(row), allowances: row.allowances ?? [] } : null;
}

/** Names and states of items, for answers that point at others. */
export type ItemReference = { id: string; key: string; title: string; state: State };

/** What an item waits for, finished or not. */
export const blockersOf = ({ workspace, query }: Connection, item: string) =>
  query<ItemReference>(sql`
    select i.id, i.key, i.title, i.state from dependencies d join items i on i.workspace = d.workspace and i.id = d.blocker
    where d.workspace = ${workspace} and d.item = ${item} order by i.id`);

export const childrenOf = ({ workspace, query }: Connection, item: string) =>
  query<ItemReference>(sql`
    select i.id, i.key, i.title, i.state from items i where i.workspace = ${workspace} and i.parent = ${item} order by i.id limit 1000`);

/** Several numbers at once, in order. */
export async function nextNumbers({ query }: Connection, team: string, count: number): Promise<number[]> {
  const rows = await query<{ number: number }>(
    sql`select next_number(${team}) as number from generate_series(1, ${count})`,
  );
  return rows.map(({ number }) => number);
}
