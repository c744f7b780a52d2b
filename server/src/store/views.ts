import type { View } from '../domain/view.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';

export type StoredView = View & { version: number };

const columns = raw(`
  v.id, v.creator, v.name, v.layout, v.filter, v.group_by as "group", v.sort_by as sort, v.team, v.shared, v.version,
  v.created_at as "createdAt", v.updated_at as "updatedAt"`);

const instant = (ms: number) => new Date(ms).toISOString();

export async function findView({ workspace, query }: Connection, id: string): Promise<StoredView | null> {
  if (!isId(id)) return null;
  const [row] = await query<StoredView>(
    sql`select ${columns} from views v where v.workspace = ${workspace} and v.id = ${id}`,
  );
  return row ?? null;
}

export type ViewReader = { id: string; teams: readonly string[] };

/** What somebody sees: their own, everybody's, and their teams'; whoever is in no team works for every team. */
export const listViews = (
  { workspace, query }: Connection,
  { reader, after, limit }: { reader: ViewReader; after?: string | undefined; limit: number },
) =>
  query<StoredView>(sql`
    select ${columns} from views v
    where v.workspace = ${workspace} ${after ? sql`and v.id > ${after}` : sql``}
      and (v.shared or v.creator = ${reader.id}
        or ${reader.teams.length > 0 ? sql`v.team = any(${reader.teams}::uuid[])` : sql`v.team is not null`})
    order by v.id limit ${limit}`);

/** Counts somebody's views, one command of theirs at a time until the transaction ends: two at once could pass the bound together. */
export async function lockAndCountViews({ workspace, query }: Connection, creator: string): Promise<number> {
  await query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} views ${creator}`}, 0))`);
  const [row] = await query<{ count: number }>(
    sql`select count(*) as count from views where workspace = ${workspace} and creator = ${creator}`,
  );
  return row?.count ?? 0;
}

export const insertView = ({ workspace }: Connection, view: View): Sql => sql`
  insert into views (workspace, id, creator, name, layout, filter, group_by, sort_by, team, shared, created_at, updated_at)
  values (${workspace}, ${view.id}, ${view.creator}, ${view.name}, ${view.layout}, ${view.filter}, ${view.group}, ${view.sort},
    ${view.team}, ${view.shared}, ${instant(view.createdAt)}, ${instant(view.updatedAt)}) returning 1`;

export const updateView = ({ workspace }: Connection, before: StoredView, after: View): Sql => sql`
  update views set version = version + 1, name = ${after.name}, layout = ${after.layout}, filter = ${after.filter},
    group_by = ${after.group}, sort_by = ${after.sort}, team = ${after.team}, shared = ${after.shared}, updated_at = ${instant(after.updatedAt)}
  where workspace = ${workspace} and id = ${before.id} and version = ${before.version} returning 1`;

export const deleteView = ({ workspace }: Connection, view: StoredView): Sql => sql`
  delete from views where workspace = ${workspace} and id = ${view.id} and version = ${view.version} returning 1`;
