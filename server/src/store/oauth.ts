import { createHash } from 'node:crypto';
import type { Connection } from './database.ts';
import { sql } from './sql.ts';

/** Something that the authorisation server keeps, by a name that is kept only as its hash. Times are epoch milliseconds. */
export type OauthRecord = {
  kind: string;
  name: string;
  payload: Record<string, unknown>;
  /** What else it is found by: the grant that it belongs to, or a session's second name. */
  grant?: string | undefined;
  uid?: string | undefined;
  expiresAt: number | null;
};

const hash = (text: string) => createHash('sha256').update(text).digest();
const keyOf = (kind: string, name: string) => hash(`${kind}:${name}`);
const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Writes a record, or writes it anew. */
export const saveOauth = ({ workspace, query }: Connection, one: OauthRecord): Promise<unknown> =>
  query(sql`
    insert into oauth_records (workspace, kind, key, payload, grant_key, uid_key, expires_at)
    values (${workspace}, ${one.kind}, ${keyOf(one.kind, one.name)}, ${JSON.stringify(one.payload)},
      ${one.grant === undefined ? null : hash(one.grant)}, ${one.uid === undefined ? null : hash(one.uid)}, ${instant(one.expiresAt)})
    on conflict (workspace, kind, key) do update set payload = excluded.payload, grant_key = excluded.grant_key,
      uid_key = excluded.uid_key, expires_at = excluded.expires_at returning 1`);

/** Writes a record unless there is one, and gives the one that is there: of several servers that start, one is first. */
export async function firstOauth(connection: Connection, one: OauthRecord): Promise<OauthRecord['payload']> {
  const { workspace, query } = connection;
  await query(sql`
    insert into oauth_records (workspace, kind, key, payload, expires_at)
    values (${workspace}, ${one.kind}, ${keyOf(one.kind, one.name)}, ${JSON.stringify(one.payload)}, ${instant(one.expiresAt)})
    on conflict do nothing`);
  return (await findOauth(connection, one, 0)) ?? one.payload;
}

type Payload = { payload: Record<string, unknown> };
type Named = Pick<OauthRecord, 'kind' | 'name'>;

export async function findOauth({ workspace, query }: Connection, { kind, name }: Named, now: number) {
  const [row] = await query<Payload>(sql`
    select payload from oauth_records where workspace = ${workspace} and kind = ${kind} and key = ${keyOf(kind, name)}
      and (expires_at is null or expires_at > ${instant(now)})`);
  return row?.payload ?? null;
}

export async function findOauthByUid({ workspace, query }: Connection, kind: string, uid: string, now: number) {
  const [row] = await query<Payload>(sql`
    select payload from oauth_records where workspace = ${workspace} and kind = ${kind} and uid_key = ${hash(uid)}
      and (expires_at is null or expires_at > ${instant(now)})`);
  return row?.payload ?? null;
}

/** Marks a code as used; a second use is told by that. */
export const consumeOauth = ({ workspace, query }: Connection, { kind, name }: Named, now: number): Promise<unknown> =>
  query(sql`
    update oauth_records set payload = payload || ${JSON.stringify({ consumed: Math.floor(now / 1000) })}::jsonb
    where workspace = ${workspace} and kind = ${kind} and key = ${keyOf(kind, name)}`);

/** A client that somebody has connected with is kept as long as what it was given. */
export const keepOauth = ({ workspace, query }: Connection, { kind, name }: Named, until: number): Promise<unknown> =>
  query(sql`
    update oauth_records set expires_at = greatest(expires_at, ${instant(until)}::timestamptz)
    where workspace = ${workspace} and kind = ${kind} and key = ${keyOf(kind, name)}`);

export const removeOauth = ({ workspace, query }: Connection, { kind, name }: Named): Promise<unknown> =>
  query(sql`
    delete from oauth_records where workspace = ${workspace} and kind = ${kind} and key = ${keyOf(kind, name)}`);

export const removeOauthGrant = ({ workspace, query }: Connection, kind: string, grant: string): Promise<unknown> =>
  query(sql`
    delete from oauth_records where workspace = ${workspace} and kind = ${kind} and grant_key = ${hash(grant)}`);

/** Removes some of what has expired; says how many that were. */
export async function sweepOauth({ workspace, query }: Connection, now: number): Promise<number> {
  const rows = await query(sql`
    delete from oauth_records where workspace = ${workspace} and (kind, key) in (
      select kind, key from oauth_records where workspace = ${workspace} and expires_at <= ${instant(now)} limit 1000) returning 1`);
  return rows.length;
}

/** Gives a token another text, unless it was revoked or its time is over meanwhile; whether it did. */
export async function renewToken(
  { workspace, query }: Connection,
  { id, hash: text }: { id: string; hash: Buffer },
  now: number,
): Promise<boolean> {
  const rows = await query(sql`
    update tokens set hash = ${text} where workspace = ${workspace} and id = ${id} and revoked_at is null
      and (expires_at is null or expires_at > ${instant(now)}) returning 1`);
  return rows.length > 0;
}

/** By what a token is found, for who knows it by its id alone. */
export async function hashOfToken({ workspace, query }: Connection, id: string): Promise<Buffer | null> {
  const [row] = await query<{ hash: Buffer }>(
    sql`select hash from tokens where workspace = ${workspace} and id = ${id} and revoked_at is null`,
  );
  return row?.hash ?? null;
}
