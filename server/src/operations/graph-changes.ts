import { type Refusal, refuse } from '../domain/refusals.ts';
import type { WorkItem } from '../domain/work-item.ts';
import type { Connection } from '../store/database.ts';
import { type StoredItem, findItem } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import type { Changes } from './changes.ts';

/** How items depend on one another and sit under one another, and what that writes. */

/** A blocker stays open until its result exists: a cancelled one has none, so its dependants wait for their owner's word. */
export const blocks = ({ state }: Pick<WorkItem, 'state'>) => state !== 'done';

export async function requireBlockers(connection: Connection, ids: readonly string[]): Promise<StoredItem[] | Refusal> {
  const found: StoredItem[] = [];
  for (const idOrKey of new Set(ids)) {
    const blocker = await findItem(connection, idOrKey);
    if (!blocker) return refuse('unknown_reference', { field: 'blockedBy', item: idOrKey });
    if (!found.some(({ id }) => id === blocker.id)) found.push(blocker);
  }
  return found;
}

/** Every edge that can be reached from some items towards what they wait for. */
export async function upstreamEdges({ workspace, query }: Connection, from: readonly string[]) {
  return query<{ item: string; blocker: string }>(sql`
    with recursive up as (
      select item, blocker from dependencies where workspace = ${workspace} and item = any(${from}::uuid[])
      union
      select d.item, d.blocker from dependencies d join up on d.item = up.blocker where d.workspace = ${workspace})
    select item, blocker from up`);
}

/** An item and what it sits under, from itself up. */
export async function ancestors({ workspace, query }: Connection, item: string): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    with recursive up as (
      select id, parent, 1 as depth from items where workspace = ${workspace} and id = ${item}
      union all
      select i.id, i.parent, up.depth + 1 from items i join up on i.id = up.parent where i.workspace = ${workspace} and up.depth < 1000)
    select id from up order by depth`);
  return rows.map(({ id }) => id);
}

/** One at a time for the whole workspace: two edges added side by side could close a cycle that neither sees. */
export const lockGraph = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} graph`}, 0))`);

/** Writes the edges from one item to its blockers. A blocker that ends meanwhile makes the whole command decide again. */
export function addDependencies(
  changes: Changes,
  connection: Connection,
  item: WorkItem,
  blockers: readonly StoredItem[],
  now: number,
): void {
  const { workspace } = connection;
  for (const blocker of blockers) {
    changes.fact(
      { type: 'dependency.added', data: { blocker: blocker.id, blockerKey: blocker.key } },
      { item },
      sql`insert into dependencies (workspace, item, blocker, created_at)
        values (${workspace}, ${item.id}, ${blocker.id}, ${new Date(now).toISOString()}) returning 1`,
    );
    changes.move(blocker.id, { version: blocker.version });
  }
}

export type Dependant = { id: string; key: string; title: string; team: string; owner: string; state: string };

/** The open items that wait for this one. */
export const findDependants = ({ workspace, query }: Connection, blocker: string) =>
  query<Dependant>(sql`
    select i.id, i.key, i.title, i.team, i.owner, i.state from dependencies d
    join items i on i.workspace = d.workspace and i.id = d.item
    where d.workspace = ${workspace} and d.blocker = ${blocker} order by i.id`);

/** Counts a finished (−1) or reopened (+1) blocker on everything that waits for it, and tells each of them. */
export function tellDependants(
  changes: Changes,
  blocker: WorkItem,
  dependants: readonly Dependant[],
  by: 1 | -1,
): void {
  for (const dependant of dependants) {
    changes.move(dependant.id, { openBlockers: by });
    const type = by < 0 ? 'dependency.satisfied' : 'dependency.reopened';
    changes.fact({ type, data: { blocker: blocker.id, blockerKey: blocker.key } }, { item: dependant });
  }
}

/** Counts a child that opened (+1) or ended (−1) on its parent. A new child needs a parent that is still open. */
export function countChild(
  changes: Changes,
  parent: string | null,
  by: 1 | -1,
  parentMustBe: 'open' | 'whatever its state' = by > 0 ? 'open' : 'whatever its state',
): void {
  if (parent) changes.move(parent, { openChildren: by, ...(parentMustBe === 'open' && { open: true }) });
}
