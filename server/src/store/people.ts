import type { Actor } from '../domain/authority.ts';
import type { Executor } from '../domain/execute-work.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { raw, sql } from './sql.ts';

export type Participant = Actor & {
  name: string;
  email: string | null;
  skills: string[];
  wipLimit: number | null;
  /** Ids of the teams that the participant belongs to; none means that they may work for every team. */
  teams: string[];
  /** Where an imported participant comes from. */
  origin: string | null;
  version: number;
  createdAt: number;
};

export type Team = { id: string; key: string; name: string; parent: string | null; lead: string | null; version: number; createdAt: number };

const participantColumns = raw(`
  p.id, p.kind, p.name, p.email, p.role, p.status, p.sponsor, p.skills, p.wip_limit as "wipLimit", p.origin, p.version,
  p.created_at as "createdAt", array(select m.team::text from memberships m where m.workspace = p.workspace and m.participant = p.id) as teams`);
const teamColumns = raw(`t.id, t.key, t.name, t.parent, t.lead, t.version, t.created_at as "createdAt"`);

export const executorOf = ({ id, kind, status, skills, teams, wipLimit }: Participant): Executor => ({ id, kind, status, skills, teams, wipLimit });

/** Finds a participant by id, e-mail address or exact name; a name that several carry finds none. */
export async function findParticipant({ workspace, query }: Connection, who: string): Promise<Participant | null> {
  const which = isId(who) ? sql`p.id = ${who}` : who.includes('@') ? sql`lower(p.email) = lower(${who})` : sql`lower(p.name) = lower(${who})`;
  const rows = await query<Participant>(sql`select ${participantColumns} from participants p where p.workspace = ${workspace} and ${which} limit 2`);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

export type ParticipantFilter = { kind?: string | undefined; team?: string | undefined; after?: string | undefined; limit: number };

export const listParticipants = ({ workspace, query }: Connection, { kind, team, after, limit }: ParticipantFilter) =>
  query<Participant>(sql`
    select ${participantColumns} from participants p
    where p.workspace = ${workspace} and p.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
      ${kind ? sql`and p.kind = ${kind}` : sql``}
      ${team ? sql`and exists (select from memberships m where m.workspace = p.workspace and m.participant = p.id and m.team = ${team})` : sql``}
    order by p.id limit ${limit}`);

/** Finds a team by id or key; without either, the participant's own first one, else the workspace's first. */
export async function findTeam({ workspace, query }: Connection, idOrKey: string | undefined, own: readonly string[] = []): Promise<Team | null> {
  const which = idOrKey === undefined
    ? (own.length > 0 ? sql`t.id = any(${own}::uuid[])` : sql`true`)
    : isId(idOrKey) ? sql`t.id = ${idOrKey}` : sql`t.key = ${idOrKey.toUpperCase()}`;
  const [team] = await query<Team>(sql`select ${teamColumns} from teams t where t.workspace = ${workspace} and ${which} order by t.id limit 1`);
  return team ?? null;
}

export const listTeams = ({ workspace, query }: Connection) =>
  query<Team>(sql`select ${teamColumns} from teams t where t.workspace = ${workspace} order by t.id`);

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

export type TokenPurpose = 'token' | 'session' | 'operator' | 'setup';
export type Bearer = Participant & { token: string; purpose: TokenPurpose; expiresAt: number | null };

/** Finds whom a token's SHA-256 belongs to, unless it has expired or was revoked. */
export async function findBearer({ workspace, query }: Connection, hash: Buffer): Promise<Bearer | null> {
  const [row] = await query<Bearer>(sql`
    select ${participantColumns}, k.id as token, k.purpose, k.expires_at as "expiresAt"
    from tokens k join participants p on p.workspace = k.workspace and p.id = k.participant
    where k.workspace = ${workspace} and k.hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`);
  return row ?? null;
}
