import type { Connection } from './database.ts';
import type { TokenPurpose } from './people.ts';
import { type Sql, sql } from './sql.ts';

/** A token as it may be shown: never its text, nor its hash. Times are epoch milliseconds. */
export type Token = {
  id: string;
  participant: string;
  purpose: TokenPurpose;
  name: string;
  createdAt: number;
  expiresAt: number | null;
};

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** `hash` is the SHA-256 of the token's text. */
export const insertToken = ({ workspace }: Connection, token: Token & { hash: Buffer }): Sql => sql`
  insert into tokens (workspace, id, participant, purpose, name, hash, created_at, expires_at)
  values (${workspace}, ${token.id}, ${token.participant}, ${token.purpose}, ${token.name}, ${token.hash},
    ${instant(token.createdAt)}, ${instant(token.expiresAt)}) returning 1`;

export type TokenFilter = { participant: string; purpose?: TokenPurpose; id?: string; except?: string };

const chosen = ({ workspace }: Connection, { participant, purpose, id, except }: TokenFilter): Sql => sql`
  workspace = ${workspace} and participant = ${participant} and revoked_at is null
  ${purpose ? sql`and purpose = ${purpose}` : sql``}
  ${id ? sql`and id = ${id}` : sql``}
  ${except ? sql`and id <> ${except}` : sql``}`;

/** Revokes the tokens that match; any number of rows. */
export const revokeTokens = (connection: Connection, filter: TokenFilter, now: number): Sql => sql`
  update tokens set revoked_at = ${instant(now)} where ${chosen(connection, filter)} returning 1`;

/** A participant's tokens that are not revoked, the oldest first. */
export const listTokens = (
  connection: Connection,
  filter: TokenFilter & { after?: string | undefined; limit: number },
) =>
  connection.query<Token>(sql`
    select id, participant, purpose, name, created_at as "createdAt", expires_at as "expiresAt" from tokens
    where ${chosen(connection, filter)} ${filter.after ? sql`and id > ${filter.after}` : sql``} order by id limit ${filter.limit}`);

/** Finds a participant's token, revoked or not. */
export async function findToken(
  { workspace, query }: Connection,
  participant: string,
  id: string,
): Promise<(Token & { revokedAt: number | null }) | null> {
  const [row] = await query<Token & { revokedAt: number | null }>(sql`
    select id, participant, purpose, name, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt" from tokens
    where workspace = ${workspace} and participant = ${participant} and id = ${id}`);
  return row ?? null;
}

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
