import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';

/** A passkey as it is kept: the key is the public half. Times are epoch milliseconds. */
export type Passkey = {
  id: string;
  participant: string;
  /** The authenticator's name for it, base64url. */
  credential: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  /** The host that it belongs to. */
  host: string;
  name: string;
  createdAt: number;
  lastUsedAt: number | null;
};

/** What an authenticator has to sign: at `origin`, by whoever is named, or by anybody who has a passkey. */
export type Challenge = { challenge: string; participant: string | null; origin: string; expiresAt: number };

const columns = raw(`
  k.id, k.participant, k.credential, k.public_key as "publicKey", k.counter, k.transports, k.host, k.name,
  k.created_at as "createdAt", k.last_used_at as "lastUsedAt"`);

const instant = (ms: number) => new Date(ms).toISOString();

/** Challenges of one workspace that are kept at once: more than anybody signs in within their lifetime. */
const MOST_CHALLENGES = 10_000;

export async function findPasskey(
  { workspace, query }: Connection,
  by: { credential: string } | { participant: string; id: string },
): Promise<Passkey | null> {
  if ('id' in by && !isId(by.id)) return null;
  const which =
    'id' in by ? sql`k.id = ${by.id} and k.participant = ${by.participant}` : sql`k.credential = ${by.credential}`;
  const [row] = await query<Passkey>(
    sql`select ${columns} from passkeys k where k.workspace = ${workspace} and ${which}`,
  );
  return row ?? null;
}

/** Somebody's passkeys, the oldest first. */
export const listPasskeys = ({ workspace, query }: Connection, participant: string) =>
  query<Passkey>(sql`
    select ${columns} from passkeys k where k.workspace = ${workspace} and k.participant = ${participant} order by k.id`);

/** Whether anybody here has a passkey. */
export async function hasPasskeys({ workspace, query }: Connection): Promise<boolean> {
  return (await query(sql`select 1 from passkeys where workspace = ${workspace} limit 1`)).length > 0;
}

/** Ends without a row when the credential is known already, so that the command is decided again. */
export const insertPasskey = ({ workspace }: Connection, one: Passkey): Sql => sql`
  insert into passkeys (workspace, id, participant, credential, public_key, counter, transports, host, name, created_at)
  values (${workspace}, ${one.id}, ${one.participant}, ${one.credential}, ${one.publicKey}, ${one.counter}, ${one.transports},
    ${one.host}, ${one.name}, ${instant(one.createdAt)}) on conflict do nothing returning 1`;

export const renamePasskey = ({ workspace }: Connection, { id }: Passkey, name: string): Sql =>
  sql`update passkeys set name = ${name} where workspace = ${workspace} and id = ${id} returning 1`;

/** Ends without a row when the passkey has signed meanwhile: of two answers with the same count one is a copy's. */
export const countPasskey = ({ workspace }: Connection, before: Passkey, counter: number, now: number): Sql => sql`
  update passkeys set counter = ${counter}, last_used_at = ${instant(now)}
  where workspace = ${workspace} and id = ${before.id} and counter = ${before.counter} returning 1`;

export const deletePasskey = ({ workspace }: Connection, { id }: Passkey): Sql =>
  sql`delete from passkeys where workspace = ${workspace} and id = ${id} returning 1`;

export async function findChallenge(
  { workspace, query }: Connection,
  challenge: string,
  now: number,
): Promise<Challenge | null> {
  const [row] = await query<Challenge>(sql`
    select challenge, participant, origin, expires_at as "expiresAt" from passkey_challenges
    where workspace = ${workspace} and challenge = ${challenge} and expires_at > ${instant(now)}`);
  return row ?? null;
}

export const insertChallenge = ({ workspace }: Connection, one: Challenge): Sql => sql`
  insert into passkey_challenges (workspace, challenge, participant, origin, expires_at)
  values (${workspace}, ${one.challenge}, ${one.participant}, ${one.origin}, ${instant(one.expiresAt)}) returning 1`;

/** Ends without a row when somebody else has used it first. */
export const spendChallenge = ({ workspace }: Connection, { challenge }: Challenge): Sql =>
  sql`delete from passkey_challenges where workspace = ${workspace} and challenge = ${challenge} returning 1`;

/** Takes away what nobody answered in time, and the oldest where a stranger asks for very many. Any number of rows. */
export const sweepChallenges = ({ workspace }: Connection, now: number): Sql => sql`
  delete from passkey_challenges where workspace = ${workspace} and (expires_at <= ${instant(now)} or expires_at < (
    select c.expires_at from passkey_challenges c where c.workspace = ${workspace}
    order by c.expires_at desc offset ${MOST_CHALLENGES - 1} limit 1)) returning 1`;
