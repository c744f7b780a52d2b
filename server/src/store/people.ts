import type { Actor } from '../domain/authority.ts';
import type { Autonomy } from '../domain/policy/autonomy.ts';
import type { Executor } from '../domain/execute-work.ts';
import { limits } from '../domain/limits.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';

export type Participant = Actor & {
  name: string;
  email: string | null;
  skills: string[];
  wipLimit: number | null;
  /** How far an agent acts alone; null: as usual. */
  autonomy: Autonomy | null;
  /** Ids of the teams that the participant belongs to; none means that they may work for every team. */
  teams: string[];
  /** Where an imported participant comes from. */
  origin: string | null;
  version: number;
  createdAt: number;
};

/** Below every id: where a list begins. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const instant = (ms: number) => new Date(ms).toISOString();

const participantColumns = raw(`
  p.id, p.kind, p.name, p.email, p.role, p.status, p.sponsor, p.skills, p.wip_limit as "wipLimit", p.autonomy, p.origin, p.version,
  p.created_at as "createdAt", array(select m.team::text from memberships m where m.workspace = p.workspace and m.participant = p.id) as teams,
  case when p.kind = 'agent' then stop_over(p.id) end as stopped,
  case when p.status = 'paused' and p.paused is not null then json_build_object('reason', p.paused ->> 'reason', 'since', p.paused -> 'since',
    'by', json_build_object('id', p.paused ->> 'by', 'name', (select o.name from participants o
      where o.workspace = p.workspace and o.id = (p.paused ->> 'by')::uuid))) end as paused,
  case when p.sponsor is not null then (select json_build_object('id', o.id, 'name', o.name, 'status', o.status, 'role', o.role)
    from participants o where o.workspace = p.workspace and o.id = p.sponsor) end as behind,
  case when p.role = 'guest' then (select coalesce(json_object_agg(s.item, s.may), '{}') from item_shares s
    where s.workspace = p.workspace and s.participant = p.id) end as shares`);

export const executorOf = ({ id, kind, status, skills, teams, wipLimit }: Participant): Executor => ({
  id,
  kind,
  status,
  skills,
  teams,
  wipLimit,
});

/** Finds a participant by id, e-mail address or exact name; a name that several carry finds none. */
export async function findParticipant({ workspace, query }: Connection, who: string): Promise<Participant | null> {
  const which = isId(who)
    ? sql`p.id = ${who}`
    : who.includes('@')
      ? sql`lower(p.email) = lower(${who})`
      : sql`lower(p.name) = lower(${who})`;
  const rows = await query<Participant>(
    sql`select ${participantColumns} from participants p where p.workspace = ${workspace} and ${which} limit 2`,
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

export type ParticipantFilter = {
  kind?: string | undefined;
  /** The id of a team. */
  team?: string | undefined;
  /** How the name begins, in any case. */
  name?: string | undefined;
  after?: string | undefined;
  limit: number;
};

export const listParticipants = (connection: Connection, { kind, team, name, after, limit }: ParticipantFilter) =>
  connection.query<Participant>(sql`
    select ${participantColumns} from participants p
    where p.workspace = ${connection.workspace} and p.id > ${after ?? FIRST}
      ${kind ? sql`and p.kind = ${kind}` : sql``}
      ${name ? sql`and starts_with(lower(p.name), lower(${name}))` : sql``}
      ${team ? sql`and exists (select from memberships m where m.workspace = p.workspace and m.participant = p.id and m.team = ${team})` : sql``}
    order by p.id limit ${limit}`);

/**
 * One change of people or teams at a time in a workspace, until the transaction ends: two that are each allowed could
 * together leave no admin, a sponsor who has retired or teams that contain one another.
 */
export const lockPeople = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} people`}, 0))`);

/** Keeps a participant as they are until the transaction ends: whoever claims work for them under a share lock waits, or was seen. */
export const lockParticipant = ({ workspace, query }: Connection, id: string) =>
  query(sql`select 1 from participants where workspace = ${workspace} and id = ${id} for update`);

/** From here to the end of the transaction nobody makes this participant accountable for work: what there is can be handed over. */
export const lockAccountable = ({ workspace, query }: Connection, id: string) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} ${id}`}, 0))`);

/** No row where one of them has retired, or is about to. */
export const areHere = (participants: readonly string[]): Sql =>
  sql`select 1 where (select bool_and(stays(who)) from unnest(${participants}::uuid[]) as who)`;

/** Ends without a row when somebody else has the e-mail address, so that the command is decided again. */
export const insertParticipant = ({ workspace }: Connection, one: Participant): Sql => sql`
  insert into participants (workspace, id, kind, name, email, role, status, sponsor, skills, wip_limit, origin, version, created_at)
  values (${workspace}, ${one.id}, ${one.kind}, ${one.name}, ${one.email}, ${one.role}, ${one.status}, ${one.sponsor}, ${one.skills},
    ${one.wipLimit}, ${one.origin}, ${one.version}, ${instant(one.createdAt)}) on conflict do nothing returning 1`;

/** Writes what may change of a participant as one version on, if nobody changed them meanwhile. */
export const updateParticipant = ({ workspace }: Connection, before: Participant, after: Participant): Sql => sql`
  update participants set version = version + 1, name = ${after.name}, email = ${after.email}, role = ${after.role},
    status = ${after.status}, sponsor = ${after.sponsor}, skills = ${after.skills}, wip_limit = ${after.wipLimit},
    paused = ${after.paused ? JSON.stringify({ ...after.paused, by: after.paused.by.id }) : null}
  where workspace = ${workspace} and id = ${before.id} and version = ${before.version} returning 1`;

/** Adds the memberships that are missing; any number of rows. */
export const addMemberships = ({ workspace }: Connection, participant: string, teams: readonly string[]): Sql => sql`
  insert into memberships (workspace, team, participant)
  select ${workspace}::uuid, team, ${participant}::uuid from unnest(${teams}::uuid[]) as team on conflict do nothing returning 1`;

/** Ends the memberships in every team but these; any number of rows. */
export const keepMemberships = ({ workspace }: Connection, participant: string, teams: readonly string[]): Sql => sql`
  delete from memberships where workspace = ${workspace} and participant = ${participant} and team <> all(${teams}::uuid[]) returning 1`;

/** The participant that Coact itself acts as: the one system with the role of an admin. */
export async function findSystem({ workspace, query }: Connection): Promise<Participant | null> {
  const [row] = await query<Participant>(sql`
    select ${participantColumns} from participants p
    where p.workspace = ${workspace} and p.kind = 'system' and p.role = 'admin' order by p.id limit 1`);
  return row ?? null;
}

/** The humans who can administer the workspace now, the first one first. */
export const activeAdmins = ({ workspace, query }: Connection) =>
  query<Participant>(sql`
    select ${participantColumns} from participants p
    where p.workspace = ${workspace} and p.kind = 'human' and p.role = 'admin' and p.status = 'active' order by p.created_at, p.id`);

/** What somebody is accountable for, at most twenty of each: keys of open items, ids of open outcomes and active participants. */
export async function dutiesOf(
  { workspace, query }: Connection,
  human: string,
): Promise<{ items: string[]; outcomes: string[]; sponsored: string[] }> {
  const items = await query<{ key: string }>(sql`
    select key from items where workspace = ${workspace} and owner = ${human} and state not in ('done', 'cancelled') order by id limit 20`);
  const outcomes = await query<{ id: string }>(sql`
    select id from outcomes where workspace = ${workspace} and owner = ${human} and state = 'open' order by id limit 20`);
  const sponsored = await query<{ id: string }>(sql`
    select id from participants where workspace = ${workspace} and sponsor = ${human} and status = 'active' order by id limit 20`);
  return {
    items: items.map(({ key }) => key),
    outcomes: outcomes.map(({ id }) => id),
    sponsored: sponsored.map(({ id }) => id),
  };
}

/** Everybody that a human answers for and who has not retired. */
export const sponsoredBy = ({ workspace, query }: Connection, human: string) =>
  query<Participant>(sql`
    select ${participantColumns} from participants p
    where p.workspace = ${workspace} and p.sponsor = ${human} and p.status <> 'retired' order by p.id`);

/** The ids of the items that those are working on for whom a human answers. */
export async function itemsHeldFor({ workspace, query }: Connection, human: string): Promise<string[]> {
  const rows = await query<{ item: string }>(sql`
    select r.item from runs r join participants p on p.workspace = r.workspace and p.id = r.executor
    where r.workspace = ${workspace} and p.sponsor = ${human} and r.ended_at is null`);
  return rows.map(({ item }) => item);
}

/** The ids of the items that somebody is working on. */
export async function itemsHeldBy({ workspace, query }: Connection, executor: string): Promise<string[]> {
  const rows = await query<{ item: string }>(sql`
    select item from runs where workspace = ${workspace} and executor = ${executor} and ended_at is null`);
  return rows.map(({ item }) => item);
}

export type TokenPurpose = 'token' | 'session' | 'operator' | 'setup' | 'reset';
export type Bearer = Participant & {
  token: string;
  purpose: TokenPurpose;
  expiresAt: number | null;
  /** When the token was used, as far as it is written down. */
  lastUsedAt?: number | null;
};

/** Somebody as a token would give them, though none was shown: for what happens here in their name. */
export const bearerOf = (participant: Participant): Bearer => ({
  ...participant,
  token: '',
  purpose: 'token',
  expiresAt: null,
});

/**
 * Finds whom a token's SHA-256 belongs to, unless it has expired by `now` (epoch milliseconds) or was revoked. A session that
 * nobody used for a while is over as well.
 */
export async function findBearer({ workspace, query }: Connection, hash: Buffer, now: number): Promise<Bearer | null> {
  const [row] = await query<Bearer>(sql`
    select ${participantColumns}, k.id as token, k.purpose, k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
      k.scopes, with_teams_below(k.teams)::text[] as "limitedTo"
    from tokens k join participants p on p.workspace = k.workspace and p.id = k.participant
    where k.workspace = ${workspace} and k.hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${instant(now)})
      and (k.purpose <> 'session' or greatest(k.created_at, k.last_used_at) > ${instant(now - limits.sessionIdle * 1000)})`);
  return row ? keptToTeams(row) : null;
}

/** Where a token is kept to some teams, its participant works for no others by it. */
function keptToTeams(bearer: Bearer): Bearer {
  const { limitedTo, teams } = bearer;
  if (!limitedTo) return bearer;
  const own = teams.filter((team) => limitedTo.includes(team));
  return { ...bearer, teams: own.length > 0 ? own : [...limitedTo] };
}

/** Whose token it was that has been revoked or has expired, or null; a link is nobody's until it is used. */
export async function findSpentToken({ workspace, query }: Connection, hash: Buffer) {
  const [row] = await query<Participant & { token: string; isRevoked: boolean }>(sql`
    select ${participantColumns}, k.id as token, k.revoked_at is not null as "isRevoked"
    from tokens k join participants p on p.workspace = k.workspace and p.id = k.participant
    where k.workspace = ${workspace} and k.hash = ${hash} and k.purpose not in ('setup', 'reset')`);
  return row ?? null;
}
