import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

export type Retention = { artifacts: number | null; by: string | null; at: number | null };

export async function readRetention({ workspace, query }: Connection): Promise<Retention> {
  const [row] = await query<Retention>(sql`select artifacts, by, at from retention where workspace = ${workspace}`);
  return row ?? { artifacts: null, by: null, at: null };
}

export const saveRetention = (
  { workspace }: Connection,
  { artifacts, by, at }: { artifacts: number | null; by: string; at: number },
): Sql => sql`
  insert into retention (workspace, artifacts, by, at) values (${workspace}, ${artifacts}, ${by}, ${new Date(at).toISOString()})
  on conflict (workspace) do update set artifacts = excluded.artifacts, by = excluded.by, at = excluded.at returning 1`;

/** Holds are placed, and what they would cover is deleted, one at a time until the transaction ends. */
export const lockHolds = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} holds`}, 0))`);

const live = raw('h.workspace = i.workspace and h.lifted_at is null');

/**
 * Artifacts whose content is due to be erased: evidence of work that has all ended so long ago, covered by no hold. One that
 * no delivery names stays, since nobody can tell whether its work has ended.
 */
export const dueArtifacts = (
  { workspace, query }: Connection,
  { endedBefore, sha256, limit }: { endedBefore: string; sha256?: string; limit: number },
) =>
  query<{ id: string }>(sql`
    select a.sha256 as id from artifacts a
    where a.workspace = ${workspace} and a.content is not null and a.created_at <= ${endedBefore}
      ${sha256 === undefined ? sql`` : sql`and a.sha256 = ${sha256}`}
      and not exists (select from holds h where h.workspace = a.workspace and h.lifted_at is null
        and (h.scope = 'workspace' or (h.scope = 'participant' and h.target = a.producer)))
      and exists (select from evidence e where e.workspace = a.workspace and e.artifact = a.sha256)
      and not exists (
        select from evidence e join items i on i.workspace = e.workspace and i.id = e.item
        where e.workspace = a.workspace and e.artifact = a.sha256 and (
          i.state not in ('done', 'cancelled') or i.ended_at is null or i.ended_at > ${endedBefore}
          or exists (select from holds h where ${live} and (
            (h.scope = 'item' and h.target = i.id) or (h.scope = 'participant' and h.target = i.owner)
            or (h.scope = 'outcome' and h.target in (
              with recursive up as (
                select o.id, o.parent from outcomes o where o.workspace = i.workspace and o.id = i.serves
                union
                select o.id, o.parent from outcomes o join up on o.workspace = i.workspace and o.id = up.parent)
              select up.id from up))))))
    order by a.created_at limit ${limit}`);

export async function isArtifact({ workspace, query }: Connection, sha256: string): Promise<boolean> {
  const rows = await query(sql`select 1 from artifacts where workspace = ${workspace} and sha256 = ${sha256}`);
  return rows.length > 0;
}

export const eraseArtifact = ({ workspace }: Connection, sha256: string, at: number): Sql => sql`
  update artifacts set content = null, erased_at = ${new Date(at).toISOString()}
  where workspace = ${workspace} and sha256 = ${sha256} and content is not null returning 1`;
