import { limits } from '../domain/limits.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import type { TokenPurpose } from './people.ts';
import { type Sql, raw, sql } from './sql.ts';

/** A token as it may be shown: never its text, nor its hash. Times are epoch milliseconds. */
export type Token = {
  id: string;
  participant: string;
  purpose: TokenPurpose;
  name: string;
  createdAt: number;
  expiresAt: number | null;
  /** Who made it, where that is kept: of links. */
  createdBy: string | null;
  /** Within an hour. */
  lastUsedAt: number | null;
  /** What it may be used for, and in which teams; null: all that its participant may. */
  scopes: string[] | null;
  teams: string[] | null;
};

export type NewToken = Omit<Token, 'createdBy' | 'lastUsedAt' | 'scopes' | 'teams'> &
  Partial<Pick<Token, 'scopes' | 'teams'>> & { hash: Buffer; createdBy?: string };

const columns = raw(
  `id, participant, purpose, name, created_at as "createdAt", expires_at as "expiresAt", created_by as "createdBy", last_used_at as "lastUsedAt",
    scopes, teams::text[] as teams`,
);

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** `hash` is the SHA-256 of the token's text. */
export const insertToken = ({ workspace }: Connection, token: NewToken): Sql => sql`
  insert into tokens (workspace, id, participant, purpose, name, hash, created_at, expires_at, created_by, scopes, teams)
  values (${workspace}, ${token.id}, ${token.participant}, ${token.purpose}, ${token.name}, ${token.hash},
    ${instant(token.createdAt)}, ${instant(token.expiresAt)}, ${token.createdBy ?? null},
    ${token.scopes ?? null}, ${token.teams ?? null}) returning 1`;

export type TokenFilter = {
  participant: string;
  purpose?: TokenPurpose;
  id?: string;
  except?: string;
  /** Only those that nobody has let end by then: neither their time is over nor, of sessions, their use. */
  liveAt?: number;
};

const chosen = ({ workspace }: Connection, { participant, purpose, id, except, liveAt }: TokenFilter): Sql => sql`
  workspace = ${workspace} and participant = ${participant} and revoked_at is null
  ${purpose ? sql`and purpose = ${purpose}` : sql``}
  ${id ? sql`and id = ${id}` : sql``}
  ${except ? sql`and id <> ${except}` : sql``}
  ${liveAt === undefined ? sql`` : sql`and ${isLive(liveAt)}`}`;

const isLive = (now: number): Sql => sql`
  (expires_at is null or expires_at > ${instant(now)})
  and (purpose <> 'session' or greatest(created_at, last_used_at) > ${instant(now - limits.sessionIdle * 1000)})`;

/** Revokes the tokens that match; any number of rows. */
export const revokeTokens = (connection: Connection, filter: TokenFilter, now: number): Sql => sql`
  update tokens set revoked_at = ${instant(now)} where ${chosen(connection, filter)} returning 1`;

/** A participant's tokens that are not revoked, the oldest first. */
export const listTokens = (
  connection: Connection,
  filter: TokenFilter & { after?: string | undefined; limit: number },
) =>
  connection.query<Token>(sql`
    select ${columns} from tokens
    where ${chosen(connection, filter)} ${filter.after ? sql`and id > ${filter.after}` : sql``} order by id limit ${filter.limit}`);

/** Finds a participant's token, revoked or not. */
export async function findToken(
  { workspace, query }: Connection,
  participant: string,
  id: string,
): Promise<(Token & { revokedAt: number | null }) | null> {
  const [row] = await query<Token & { revokedAt: number | null }>(sql`
    select ${columns}, revoked_at as "revokedAt" from tokens
    where workspace = ${workspace} and participant = ${participant} and id = ${id}`);
  return row ?? null;
}

/** Finds a session by its id, whosever it is, revoked or not. */
export async function findSession(
  { workspace, query }: Connection,
  id: string,
): Promise<(Token & { revokedAt: number | null }) | null> {
  if (!isId(id)) return null;
  const [row] = await query<Token & { revokedAt: number | null }>(sql`
    select ${columns}, revoked_at as "revokedAt" from tokens
    where workspace = ${workspace} and id = ${id} and purpose = 'session'`);
  return row ?? null;
}

export type OpenLink = Token & { holder: string };

/** Links with which somebody is to come in, with their name: neither used, nor revoked, nor over. */
export const openLinks = (
  { workspace, query }: Connection,
  { now, after, limit }: { now: number; after?: string | undefined; limit: number },
) =>
  query<OpenLink>(sql`
    select ${columns}, (select p.name from participants p where p.workspace = tokens.workspace and p.id = tokens.participant) as holder
    from tokens
    where workspace = ${workspace} and purpose = 'setup' and revoked_at is null and expires_at > ${instant(now)}
      ${after ? sql`and id > ${after}` : sql``} order by id limit ${limit}`);

/** Finds such a link by its id. */
export async function findLink({ workspace, query }: Connection, id: string): Promise<Token | null> {
  if (!isId(id)) return null;
  const [row] = await query<Token>(sql`
    select ${columns} from tokens
    where workspace = ${workspace} and id = ${id} and purpose = 'setup' and revoked_at is null`);
  return row ?? null;
}

/** Writes down when tokens were used, of each at most once an hour; any number of rows. */
export const touchTokens = (
  { workspace, query }: Connection,
  used: readonly { token: string; at: number }[],
): Promise<unknown> =>
  query(sql`
    update tokens t set last_used_at = u.at
    from unnest(${used.map(({ token }) => token)}::uuid[], ${used.map(({ at }) => instant(at))}::timestamptz[]) as u(id, at)
    where t.workspace = ${workspace} and t.id = u.id
      and (t.last_used_at is null or t.last_used_at <= u.at - interval '1 hour')`);

/** The argon2id hash of somebody's password, or null while they have none. */
export async function findPassword({ workspace, query }: Connection, participant: string): Promise<string | null> {
  const [row] = await query<{ hash: string }>(
    sql`select hash from passwords where workspace = ${workspace} and participant = ${participant}`,
  );
  return row?.hash ?? null;
}

export const savePassword = ({ workspace }: Connection, participant: string, hash: string): Sql => sql`
  insert into passwords (workspace, participant, hash) values (${workspace}, ${participant}, ${hash})
  on conflict (workspace, participant) do update set hash = excluded.hash returning 1`;
