import type { State, Usage } from '../domain/work-item.ts';
import type { Connection } from './database.ts';
import { type Sql, join, raw, sql } from './sql.ts';

export type ItemFilter = {
  state?: readonly string[] | undefined;
  team?: string | undefined;
  owner?: string | undefined;
  executor?: string | undefined;
  assignee?: string | undefined;
  parent?: string | undefined;
  serves?: string | undefined;
  type?: string | undefined;
  label?: string | undefined;
  risk?: string | undefined;
  blocked?: boolean | undefined;
  waiting?: boolean | undefined;
  claimable?: boolean | undefined;
  intake?: boolean | undefined;
  sort: 'newest' | 'priority';
  /** The last row of the page before. */
  after?: { id: string; priority: number } | undefined;
  limit: number;
};

export type ListedItem = {
  id: string;
  key: string;
  team: string;
  title: string;
  state: State;
  version: number;
  type: string;
  owner: string;
  assignee: string | null;
  executor: string | null;
  priority: number | null;
  risk: 'low' | 'medium' | 'high' | 'critical';
  labels: string[];
  skills: string[];
  start: number | null;
  due: number | null;
  intake: boolean;
  parent: string | null;
  serves: string | null;
  openBlockers: number;
  openChildren: number;
  blockingRequests: number;
  createdAt: number;
  updatedAt: number;
} & ListedRun;

/** The live run, as columns beside the item's: all null where there is none. */
type ListedRun = {
  runId: string | null;
  runStartedAt: number;
  runProgress: number | null;
  runActivity: string | null;
  runReportedAt: number | null;
  runLeaseExpiresAt: number | null;
  runUsage: Usage;
};

export const listedColumns = raw(`
  i.id, i.key, i.team, i.title, i.state, i.version, i.type, i.owner, i.assignee, i.executor, i.priority, i.risk, i.labels,
  i.skills, i.start_at as start, i.due_at as due, i.intake, i.parent, i.serves, i.open_blockers as "openBlockers", i.open_children as "openChildren",
  i.blocking_requests as "blockingRequests", i.created_at as "createdAt", i.updated_at as "updatedAt",
  r.id as "runId", r.started_at as "runStartedAt", r.progress as "runProgress", r.activity as "runActivity",
  r.reported_at as "runReportedAt", r.lease_expires_at as "runLeaseExpiresAt", r.usage as "runUsage"`);
/**
 * Comes after items i in every query of the columns above. One row is looked up for each item: as a plain join, a plan made
 * before the tables had statistics reads all runs for every item (0.6 s instead of 0.02 s at 10,000 items and 300 runs).
 */
export const withLiveRun = raw(
  'left join lateral (select * from runs l where l.workspace = i.workspace and l.id = i.run offset 0) r on true',
);

/** Unset priorities come last. */
const UNSET = 9;

/** One page of items, never counted: an exact count costs 0.3 s at a million rows. It is cut before the runs are looked up. */
export function listItems({ workspace, query }: Connection, filter: ItemFilter): Promise<ListedItem[]> {
  const { sort, limit } = filter;
  const order = sort === 'priority' ? raw(`coalesce(i.priority, ${UNSET}), i.id`) : raw('i.id desc');
  return query<ListedItem>(sql`
    select ${listedColumns} from (
      select i.* from items i where i.workspace = ${workspace} and ${join(conditions(filter), ' and ')}
      order by ${order} limit ${limit}) i ${withLiveRun}
    order by ${order}`);
}

function conditions(filter: ItemFilter): Sql[] {
  const {
    state,
    team,
    owner,
    executor,
    assignee,
    parent,
    serves,
    type,
    label,
    risk,
    blocked,
    waiting,
    claimable,
    intake,
  } = filter;
  const claimableNow = sql`(i.state = 'ready' and i.open_blockers = 0 and i.open_children = 0 and i.blocking_requests = 0
    and i.attempts < 3 and not i.over_budget and (i.start_at is null or i.start_at <= now()))`;
  const wanted: (Sql | false | undefined)[] = [
    after(filter),
    state &&
      state.length > 0 &&
      (state.length === 1 ? sql`i.state = ${state[0]}` : sql`i.state = any(${state}::text[])`),
    team !== undefined && sql`i.team = ${team}`,
    owner !== undefined && sql`i.owner = ${owner}`,
    executor !== undefined && sql`i.executor = ${executor}`,
    assignee !== undefined && sql`i.assignee = ${assignee}`,
    parent !== undefined && sql`i.parent = ${parent}`,
    serves !== undefined && sql`i.serves = ${serves}`,
    type !== undefined && sql`i.type = ${type}`,
    label !== undefined && sql`i.labels @> array[${label}]::text[]`,
    risk !== undefined && sql`i.risk = ${risk}`,
    blocked !== undefined && (blocked ? sql`i.open_blockers > 0` : sql`i.open_blockers = 0`),
    waiting !== undefined && (waiting ? sql`i.blocking_requests > 0` : sql`i.blocking_requests = 0`),
    intake !== undefined && (intake ? sql`i.intake` : sql`not i.intake`),
    claimable !== undefined && (claimable ? claimableNow : sql`not ${claimableNow}`),
  ];
  return wanted.filter((one): one is Sql => Boolean(one));
}

function after({ after: last, sort }: ItemFilter): Sql {
  if (!last) return raw('true');
  return sort === 'priority'
    ? sql`(coalesce(i.priority, ${raw(String(UNSET))}), i.id) > (${last.priority}, ${last.id})`
    : sql`i.id < ${last.id}`;
}

/** Several items, in no particular order; ids that are nobody's are left out. */
export function listItemsByIds({ workspace, query }: Connection, ids: readonly string[]): Promise<ListedItem[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return query<ListedItem>(sql`
    select ${listedColumns} from items i ${withLiveRun} where i.workspace = ${workspace} and i.id = any(${ids}::uuid[])`);
}

export async function findItemIdByKey({ workspace, query }: Connection, key: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    sql`select id from items where workspace = ${workspace} and key = ${key.toUpperCase()}`,
  );
  return row?.id ?? null;
}
