import type { Allowance } from '../domain/budget/allowance.ts';
import type { ClaimFacts } from '../domain/execute-work.ts';
import { isOpen } from '../domain/work-item.ts';
import type { Connection } from '../store/database.ts';
import { type StoredItem, blockersOf } from '../store/items.ts';
import type { Participant } from '../store/people.ts';
import { requestsOfItem } from '../store/requests.ts';
import { sql } from '../store/sql.ts';
import { blocks } from './graph-changes.ts';

/** What a claim is judged on; asks the database only for what can matter to this item and this executor. */
export async function loadClaimFacts(
  connection: Connection,
  item: StoredItem,
  { actor, allowances }: { actor: Participant; allowances: readonly Allowance[] },
): Promise<ClaimFacts> {
  const foreign = item.assignee !== null && item.assignee !== actor.id;
  const [openBlockers, blockingRequests, liveRuns, assigneeActive] = await Promise.all([
    item.openBlockers > 0 ? openBlockersOf(connection, item.id) : [],
    item.blockingRequests > 0 ? blockingRequestsOf(connection, item.id) : [],
    actor.wipLimit === null ? 0 : countLiveRuns(connection, actor.id),
    foreign ? isActive(connection, item.assignee ?? '') : false,
  ]);
  return { openBlockers, blockingRequests, liveRuns, assigneeActive, allowances };
}

const openBlockersOf = async (connection: Connection, item: string) =>
  (await blockersOf(connection, item))
    .filter(blocks)
    .map(({ key, state }) => (isOpen(state) ? key : `${key} (${state})`));

const blockingRequestsOf = async (connection: Connection, item: string) =>
  (await requestsOfItem(connection, item, { open: true })).filter(({ blocking }) => blocking).map(({ id }) => id);

/** Counts under a lock on the executor, so that two claims at once cannot both find the last free place. */
async function countLiveRuns({ workspace, query }: Connection, executor: string): Promise<number> {
  await query(sql`select 1 from participants where workspace = ${workspace} and id = ${executor} for update`);
  const [row] = await query<{ live: number }>(sql`
    select count(*) as live from runs where workspace = ${workspace} and executor = ${executor} and ended_at is null`);
  return row?.live ?? 0;
}

async function isActive({ workspace, query }: Connection, participant: string): Promise<boolean> {
  const rows = await query(
    sql`select 1 from participants where workspace = ${workspace} and id = ${participant} and status = 'active'`,
  );
  return rows.length > 0;
}
