import type { EndedRun, Stop, Stopped } from '../domain/stop.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import type { Part } from './save-item.ts';
import { type Sql, raw, sql } from './sql.ts';

const columns = raw(`
  s.id, s.participant, s.team, s.reason, s.by, s.by_admin as "byAdmin", s.agents::text[] as agents, s.ended, s.created_at as "createdAt",
  s.lifted_at as "liftedAt", s.lifted_by as "liftedBy", s.lift_reason as "liftReason"`);

const select = ({ workspace, query }: Connection, where: Sql) =>
  query<Stop>(sql`select ${columns} from stops s where s.workspace = ${workspace} and ${where}`);

export async function findStop(connection: Connection, id: string): Promise<Stop | null> {
  return isId(id) ? ((await select(connection, sql`s.id = ${id}`))[0] ?? null) : null;
}

export type StopFilter = { live?: boolean | undefined; before?: string | undefined; limit: number };

/** One page of stops, newest first. */
export const listStops = (connection: Connection, { live, before, limit }: StopFilter) =>
  select(
    connection,
    sql`true ${live === undefined ? sql`` : live ? sql`and s.lifted_at is null` : sql`and s.lifted_at is not null`}
      ${before ? sql`and s.id < ${before}` : sql``} order by s.id desc limit ${limit}`,
  );

/** What an agent is stopped by now, or null. */
export async function stopOver({ query }: Connection, agent: string): Promise<Stopped | null> {
  const [row] = await query<{ stop: Stopped | null }>(sql`select stop_over(${agent}) as stop`);
  return row?.stop ?? null;
}

/** What an agent is stopped by from the moment that it is a member of those teams, or null. */
export async function stopOverMembers(
  { workspace, query }: Connection,
  teams: readonly string[],
): Promise<Stopped | null> {
  const [row] = await query<Omit<Stopped, 'by'> & { by: string; name: string | null }>(sql`
    with recursive up as (
      select id, parent from teams where workspace = ${workspace} and id = any(${teams}::uuid[])
      union select t.id, t.parent from teams t join up on t.id = up.parent where t.workspace = ${workspace})
    select s.id, s.by, p.name, s.reason, floor(extract(epoch from s.created_at) * 1000)::bigint as since,
      case when s.team is null then 'workspace' else 'team' end as covers
    from stops s left join participants p on p.workspace = s.workspace and p.id = s.by
    where s.workspace = ${workspace} and s.lifted_at is null and s.participant is null
      and (s.team is null or s.team in (select id from up))
    order by s.created_at, s.id limit 1`);
  if (!row) return null;
  const { by, name, ...stopped } = row;
  return { ...stopped, by: { id: by, name } };
}

/** A part of an agent's write: no row, so that it is decided again, where the agent is stopped or about to be. */
export const mayWrite = (agent: string): Part => ({
  of: 'stopped',
  statement: sql`select 1 where may_write(${agent})`,
});

/** From here to the end of the transaction no agent writes: what they have written is there, the rest waits and finds the stop. */
export const lockStops = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} stops`}, 0))`);

/** The ids of the agents of a team and of those below it, or of all; of one participant, that one. */
export async function agentsCovered(
  { workspace, query }: Connection,
  { participant, team }: Pick<Stop, 'participant' | 'team'>,
): Promise<string[]> {
  if (participant) return [participant];
  const within = team
    ? sql`and exists (
        with recursive down as (
          select id from teams where workspace = ${workspace} and id = ${team}
          union select t.id from teams t join down on t.parent = down.id where t.workspace = ${workspace})
        select from memberships m join down on down.id = m.team where m.workspace = ${workspace} and m.participant = p.id)`
    : sql``;
  const rows = await query<{ id: string }>(
    sql`select p.id from participants p where p.workspace = ${workspace} and p.kind = 'agent' ${within} order by p.id`,
  );
  return rows.map(({ id }) => id);
}

/**
 * The ids of the items that those agents work on, which from here on nobody else changes until the transaction ends. Without
 * the locks their heartbeats would make a stop of many runs decide again and again.
 */
export async function lockHeldBy({ workspace, query }: Connection, agents: readonly string[]): Promise<string[]> {
  if (agents.length === 0) return [];
  const rows = await query<{ id: string }>(sql`
    select id from items where workspace = ${workspace} and executor = any(${agents}::uuid[]) order by id for update`);
  await query(sql`
    select 1 from runs where workspace = ${workspace} and executor = any(${agents}::uuid[]) and ended_at is null order by id for update`);
  return rows.map(({ id }) => id);
}

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export const insertStop = ({ workspace }: Connection, stop: Stop): Sql => sql`
  insert into stops (workspace, id, participant, team, reason, by, by_admin, agents, ended, created_at)
  values (${workspace}, ${stop.id}, ${stop.participant}, ${stop.team}, ${stop.reason}, ${stop.by}, ${stop.byAdmin}, ${stop.agents}::uuid[],
    ${JSON.stringify(stop.ended satisfies readonly EndedRun[])}, ${instant(stop.createdAt)}) returning 1`;

/** No row where somebody else has lifted it meanwhile. */
export const updateLifted = ({ workspace }: Connection, { id, liftedAt, liftedBy, liftReason }: Stop): Sql => sql`
  update stops set lifted_at = ${instant(liftedAt)}, lifted_by = ${liftedBy}, lift_reason = ${liftReason}
  where workspace = ${workspace} and id = ${id} and lifted_at is null returning 1`;
