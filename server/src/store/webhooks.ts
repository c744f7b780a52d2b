import type { WebhookFilter } from '../domain/webhook/matches.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';
import type { Secret } from './vault.ts';

/** A webhook with what never leaves the server: its secrets. Times are epoch milliseconds. */
export type StoredWebhook = WebhookFilter & {
  id: string;
  name: string;
  url: string;
  carries: 'events' | 'assignments';
  /** With whose eyes facts are chosen; of assignments, whose work they are. */
  participant: string;
  status: 'active' | 'disabled';
  disabledBecause: string | null;
  secret: Secret;
  previousSecret: Secret | null;
  previousUntil: number | null;
  cursor: number;
  failingSince: number | null;
  createdBy: string;
  version: number;
  createdAt: number;
  updatedAt: number;
};

const columns = raw(`
  w.id, w.name, w.url, w.carries, w.participant, w.types, w.team, w.item, w.actor, w.status, w.disabled_because as "disabledBecause",
  w.secret, w.previous_secret as "previousSecret", w.previous_until as "previousUntil", w.cursor, w.failing_since as "failingSince",
  w.created_by as "createdBy", w.version, w.created_at as "createdAt", w.updated_at as "updatedAt"`);

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

type Secrets = Pick<StoredWebhook, 'secret' | 'previousSecret' | 'previousUntil'>;
/** A row whose secrets are still texts. */
export type SealedRow<Row extends Secrets> = Omit<Row, 'secret' | 'previousSecret'> & {
  secret: string;
  previousSecret: string | null;
};

/** With what deliveries are signed now, the newest first. Throws SecretError. */
export const secretsOf = ({ secret, previousSecret, previousUntil }: Secrets, now: number): string[] =>
  [secret, ...(previousSecret !== null && previousUntil !== null && previousUntil > now ? [previousSecret] : [])].map(
    ({ reveal }) => reveal(),
  );

const placeOf = (workspace: string, id: string) => `${workspace} webhooks ${id}`;
const read =
  ({ workspace, vault }: Connection) =>
  <Row extends SealedRow<StoredWebhook>>({ secret, previousSecret, ...row }: Row) => ({
    ...row,
    secret: vault.at(placeOf(workspace, row.id), secret),
    previousSecret: previousSecret === null ? null : vault.at(placeOf(workspace, row.id), previousSecret),
  });

/** The secret of a webhook, as it is kept. */
export const sealWebhookSecret = ({ workspace, vault }: Connection, id: string, secret: string): Secret =>
  vault.seal(placeOf(workspace, id), secret);

export async function findWebhook(connection: Connection, id: string): Promise<StoredWebhook | null> {
  if (!isId(id)) return null;
  const { workspace, query } = connection;
  const rows = await query<SealedRow<StoredWebhook>>(
    sql`select ${columns} from webhooks w where w.workspace = ${workspace} and w.id = ${id}`,
  );
  return rows.map(read(connection))[0] ?? null;
}

export type Standing = { pending: number; dead: number };

/** All of them, the oldest first, with how many deliveries wait and how many were given up: there are few. */
export async function listWebhooks(connection: Connection): Promise<(StoredWebhook & Standing)[]> {
  const { workspace, query } = connection;
  const rows = await query<SealedRow<StoredWebhook> & Standing>(sql`
    select ${columns},
      (select count(*) from webhook_deliveries d where d.workspace = w.workspace and d.webhook = w.id and d.state = 'pending') as pending,
      (select count(*) from webhook_deliveries d where d.workspace = w.workspace and d.webhook = w.id and d.state = 'dead') as dead
    from webhooks w where w.workspace = ${workspace} order by w.id`);
  return rows.map(read(connection));
}

export async function standingOf({ workspace, query }: Connection, webhook: string): Promise<Standing> {
  const [row] = await query<Standing>(sql`
    select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'dead') as dead
    from webhook_deliveries where workspace = ${workspace} and webhook = ${webhook} and state in ('pending', 'dead')`);
  return row ?? { pending: 0, dead: 0 };
}

/** One change of webhooks at a time, until the transaction ends: two at once could pass the bound together. */
export const lockWebhooks = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} webhooks`}, 0))`);

export const insertWebhook = ({ workspace }: Connection, one: StoredWebhook): Sql => sql`
  insert into webhooks (workspace, id, name, url, carries, participant, types, team, item, actor, secret, cursor, created_by, created_at, updated_at)
  values (${workspace}, ${one.id}, ${one.name}, ${one.url}, ${one.carries}, ${one.participant}, ${one.types}, ${one.team}, ${one.item},
    ${one.actor}, ${one.secret.sealed}, ${one.cursor}, ${one.createdBy}, ${instant(one.createdAt)}, ${instant(one.updatedAt)}) returning 1`;

/** Writes what may change as one version on. Where it is switched on anew, what waits is tried at once, for as long as at first. */
export const updateWebhook = ({ workspace }: Connection, before: StoredWebhook, after: StoredWebhook): Sql => sql`
  update webhooks set version = version + 1, name = ${after.name}, url = ${after.url}, types = ${after.types}, team = ${after.team},
    item = ${after.item}, actor = ${after.actor}, status = ${after.status}, disabled_because = ${after.disabledBecause},
    secret = ${after.secret.sealed}, previous_secret = ${after.previousSecret?.sealed ?? null}, previous_until = ${instant(after.previousUntil)},
    failing_since = ${instant(after.failingSince)}, retry_at = null, updated_at = ${instant(after.updatedAt)}
  where workspace = ${workspace} and id = ${before.id} and version = ${before.version} returning 1`;

export const deleteWebhook = ({ workspace }: Connection, { id, version }: StoredWebhook): Sql => sql`
  delete from webhooks where workspace = ${workspace} and id = ${id} and version = ${version} returning 1`;

/** Active webhooks, in the order of their ids. */
export async function activeWebhooks(connection: Connection): Promise<StoredWebhook[]> {
  const { workspace, query } = connection;
  const rows = await query<SealedRow<StoredWebhook>>(
    sql`select ${columns} from webhooks w where w.workspace = ${workspace} and w.status = 'active' order by w.id`,
  );
  return rows.map(read(connection));
}

/** Takes a webhook that is behind for oneself until the transaction ends; null where another server has it, or it is no longer so. */
export async function lockBehind(connection: Connection, id: string): Promise<StoredWebhook | null> {
  const { workspace, query } = connection;
  const rows = await query<SealedRow<StoredWebhook>>(sql`
    select ${columns} from webhooks w where w.workspace = ${workspace} and w.id = ${id} and w.status = 'active'
    for update skip locked`);
  return rows.map(read(connection))[0] ?? null;
}

export const moveCursor = ({ workspace, query }: Connection, id: string, cursor: number) =>
  query(sql`update webhooks set cursor = ${cursor} where workspace = ${workspace} and id = ${id}`);

/** That an attempt has succeeded: nothing holds the others up any longer. */
export const noteSuccess = ({ workspace, query }: Connection, id: string) =>
  query(sql`
    update webhooks set failing_since = null, retry_at = null
    where workspace = ${workspace} and id = ${id} and failing_since is not null`);

/** That an attempt has failed; where the one before it did so too, the whole webhook is left alone until `retryAt`. */
export const noteFailure = (
  { workspace, query }: Connection,
  id: string,
  { at, retryAt }: { at: number; retryAt: number },
) =>
  query(sql`
    update webhooks set failing_since = coalesce(failing_since, ${instant(at)}::timestamptz),
      retry_at = case when failing_since is not null then ${instant(retryAt)}::timestamptz end
    where workspace = ${workspace} and id = ${id}`);
