import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';

export type Team = {
  id: string;
  key: string;
  name: string;
  parent: string | null;
  lead: string | null;
  version: number;
  createdAt: number;
};

/** Below every id: where a list begins. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const teamColumns = raw(`t.id, t.key, t.name, t.parent, t.lead, t.version, t.created_at as "createdAt"`);

export const teamsLedBy = ({ workspace, query }: Connection, human: string) =>
  query<Team>(
    sql`select ${teamColumns} from teams t where t.workspace = ${workspace} and t.lead = ${human} order by t.id`,
  );

/** Finds a team by id or key; without either, the participant's own first one, else the workspace's first. */
export async function findTeam(
  connection: Connection,
  idOrKey: string | undefined,
  own: readonly string[] = [],
): Promise<Team | null> {
  const [team] = await connection.query<Team>(teamQuery(connection.workspace, idOrKey, own));
  return team ?? null;
}

/** The same, taking the number of the team's next key in one flight; a command that is refused afterwards leaves a gap. */
export async function findTeamWithNumber(
  { workspace, query }: Connection,
  idOrKey: string | undefined,
  own: readonly string[],
): Promise<(Team & { number: number }) | null> {
  const [team] = await query<Team & { number: number }>(
    sql`select t.*, next_number(t.id) as number from (${teamQuery(workspace, idOrKey, own)}) t`,
  );
  return team ?? null;
}

function teamQuery(workspace: string, idOrKey: string | undefined, own: readonly string[]): Sql {
  const named = () => (isId(idOrKey ?? '') ? sql`t.id = ${idOrKey}` : sql`t.key = ${idOrKey?.toUpperCase()}`);
  const theirs = () => (own.length > 0 ? sql`t.id = any(${own}::uuid[])` : sql`true`);
  const which = idOrKey === undefined ? theirs() : named();
  return sql`select ${teamColumns} from teams t where t.workspace = ${workspace} and ${which} order by t.id limit 1`;
}

export type TeamFilter = {
  /** The id of a participant: only teams that they are a member of. */
  of?: string;
  after?: string | undefined;
  limit?: number;
};

export const listTeams = ({ workspace, query }: Connection, { of, after, limit = 100_000 }: TeamFilter = {}) =>
  query<Team>(sql`
    select ${teamColumns} from teams t where t.workspace = ${workspace} and t.id > ${after ?? FIRST}
      ${of ? sql`and exists (select from memberships m where m.workspace = t.workspace and m.team = t.id and m.participant = ${of})` : sql``}
    order by t.id limit ${limit}`);

/** Ends without a row when another team has the key, so that the command is decided again. */
export const insertTeam = ({ workspace }: Connection, team: Team): Sql => sql`
  insert into teams (workspace, id, key, name, parent, lead, version, created_at)
  values (${workspace}, ${team.id}, ${team.key}, ${team.name}, ${team.parent}, ${team.lead}, ${team.version}, ${new Date(team.createdAt).toISOString()})
  on conflict do nothing returning 1`;

/** Makes the sequence that numbers a new team's items. */
export const createTeamSequence = (team: string): Sql => sql`select create_team_sequence(${team})`;

export const updateTeam = ({ workspace }: Connection, before: Team, after: Team): Sql => sql`
  update teams set version = version + 1, name = ${after.name}, parent = ${after.parent}, lead = ${after.lead}
  where workspace = ${workspace} and id = ${before.id} and version = ${before.version} returning 1`;

/** How many levels a team and what is under it have; 1 for a team without others in it. */
export async function teamHeight({ workspace, query }: Connection, team: string): Promise<number> {
  const [row] = await query<{ height: number }>(sql`
    with recursive down as (
      select id, 1 as depth from teams where workspace = ${workspace} and id = ${team}
      union all
      select t.id, down.depth + 1 from teams t join down on t.parent = down.id where t.workspace = ${workspace} and down.depth < 100)
    select max(depth) as height from down`);
  return row?.height ?? 1;
}

/** A team and the teams above it, from itself up. */
export async function teamAncestors({ workspace, query }: Connection, team: string): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    with recursive up as (
      select id, parent, 1 as depth from teams where workspace = ${workspace} and id = ${team}
      union all
      select t.id, t.parent, up.depth + 1 from teams t join up on t.id = up.parent where t.workspace = ${workspace} and up.depth < 100)
    select id from up order by depth`);
  return rows.map(({ id }) => id);
}
