import type { Roles } from '../domain/decision.ts';
import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

/** Who has which part in the decisions of one kind about an item; the empty kind is for all others. */
export type StoredRights = Roles & { decisionKind: string; by: string; at: number };

const columns = raw(`decision_kind as "decisionKind", recommend, agree, perform, input, decide, by, at`);

export const rightsOf = ({ workspace, query }: Connection, item: string) =>
  query<StoredRights>(sql`
    select ${columns} from decision_rights where workspace = ${workspace} and item = ${item} order by decision_kind`);

/** The rights for one kind of decision, or those for all kinds that have none of their own. */
export async function rightsFor(
  { workspace, query }: Connection,
  item: string,
  decisionKind: string | null,
): Promise<StoredRights | null> {
  const [row] = await query<StoredRights>(sql`
    select ${columns} from decision_rights
    where workspace = ${workspace} and item = ${item} and decision_kind = any(${['', decisionKind ?? '']}::text[])
    order by decision_kind desc limit 1`);
  return row ?? null;
}

export const saveRights = ({ workspace }: Connection, item: string, rights: StoredRights): Sql => sql`
  insert into decision_rights (workspace, item, decision_kind, recommend, agree, perform, input, decide, by, at)
  values (${workspace}, ${item}, ${rights.decisionKind}, ${rights.recommend}, ${rights.agree}::uuid[], ${rights.perform},
    ${rights.input}::uuid[], ${rights.decide}, ${rights.by}, ${new Date(rights.at).toISOString()})
  on conflict (workspace, item, decision_kind) do update set recommend = excluded.recommend, agree = excluded.agree,
    perform = excluded.perform, input = excluded.input, decide = excluded.decide, by = excluded.by, at = excluded.at
  returning 1`;
