import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

/** The outbox of webhooks: what waits to be delivered, what was, and every attempt. Times are epoch milliseconds. */
export type Delivery = {
  id: string;
  webhook: string;
  /** The place of the fact in the ledger; 0 for a test. */
  place: number;
  event: string | null;
  type: string;
  item: string | null;
  state: 'pending' | 'delivered' | 'dead' | 'skipped';
  attempts: number;
  firstAt: number | null;
  nextAt: number;
  endedAt: number | null;
  createdAt: number;
};

export type NewDelivery = Pick<Delivery, 'id' | 'place' | 'event' | 'type' | 'item'> & {
  /** What is delivered in order among itself. */
  lane: string;
};

const columns = raw(`
  d.id, d.webhook, d.place, d.event, d.type, d.item, d.state, d.attempts, d.first_at as "firstAt", d.next_at as "nextAt",
  d.ended_at as "endedAt", d.created_at as "createdAt"`);
const instant = (ms: number) => new Date(ms).toISOString();

/** Puts facts into the outbox; one that is there already stays as it is. */
export const insertDeliveries = (
  { workspace }: Connection,
  webhook: string,
  some: readonly NewDelivery[],
  now: number,
): Sql => sql`
  insert into webhook_deliveries (workspace, id, webhook, place, event, type, lane, item, next_at, created_at)
  select ${workspace}::uuid, n.id, ${webhook}::uuid, n.place, n.event, n.type, n.lane, n.item, ${instant(now)}::timestamptz, ${instant(now)}::timestamptz
  from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ place }) => place)}::bigint[], ${some.map(({ event }) => event)}::uuid[],
    ${some.map(({ type }) => type)}::text[], ${some.map(({ lane }) => lane)}::uuid[], ${some.map(({ item }) => item)}::uuid[])
    as n(id, place, event, type, lane, item)
  on conflict do nothing returning 1`;

export type Leased = Delivery & { lease: string };

/** Webhooks for which something is due now; one that keeps failing is left alone for a while, but for tests. */
export async function dueWebhooks({ workspace, query }: Connection, now: number): Promise<Set<string>> {
  const rows = await query<{ id: string }>(sql`
    select w.id from webhooks w where w.workspace = ${workspace} and w.status = 'active' and exists (
      select from webhook_deliveries d where d.workspace = w.workspace and d.webhook = w.id and d.state = 'pending'
        and d.next_at <= ${instant(now)} and (d.leased_until is null or d.leased_until <= ${instant(now)})
        and (w.retry_at is null or w.retry_at <= ${instant(now)} or d.place = 0))`);
  return new Set(rows.map(({ id }) => id));
}

export type LeaseAsked = { webhook: string; lease: string; now: number; until: number; limit: number };

/**
 * Takes what is due for oneself, of each lane only the first that waits, so that an item's facts arrive in order. Several
 * servers may ask at once: what one has taken the others pass over, and whoever dies loses it when the lease is over.
 */
export const leaseDue = ({ workspace, query }: Connection, { webhook, lease, now, until, limit }: LeaseAsked) =>
  query<Leased>(sql`
    with due as (
      select d.id from webhook_deliveries d
      where d.workspace = ${workspace} and d.webhook = ${webhook} and d.state = 'pending' and d.next_at <= ${instant(now)}
        and (d.leased_until is null or d.leased_until <= ${instant(now)})
        and not exists (
          select from webhook_deliveries e where e.workspace = d.workspace and e.webhook = d.webhook and e.lane = d.lane
            and e.state = 'pending' and e.place < d.place)
      order by d.place = 0 desc, d.next_at, d.place limit ${limit} for update skip locked)
    update webhook_deliveries d set lease = ${lease}, leased_until = ${instant(until)}, first_at = coalesce(d.first_at, ${instant(now)}::timestamptz)
    from due where d.workspace = ${workspace} and d.id = due.id returning ${columns}, d.lease`);

export type Ended = {
  delivery: Leased;
  state: Delivery['state'];
  /** When it is tried again, or when it ended. */
  at: number;
  attempt: { at: number; status: number | null; ms: number; error: string | null };
};

/** Writes down an attempt and what follows from it, if nobody else has taken the delivery over meanwhile. */
export async function endAttempt(
  { workspace, query }: Connection,
  { delivery, state, at, attempt }: Ended,
): Promise<boolean> {
  const ended = state === 'pending' ? null : instant(at);
  const rows = await query(sql`
    with kept as (
      update webhook_deliveries set state = ${state}, attempts = attempts + 1, next_at = ${instant(at)}, ended_at = ${ended},
        lease = null, leased_until = null
      where workspace = ${workspace} and id = ${delivery.id} and lease = ${delivery.lease} returning id, attempts)
    insert into webhook_attempts (workspace, delivery, n, at, status, ms, error)
    select ${workspace}::uuid, id, (select coalesce(max(n), 0) + 1 from webhook_attempts a where a.workspace = ${workspace} and a.delivery = kept.id),
      ${instant(attempt.at)}::timestamptz, ${attempt.status}::int, ${attempt.ms}::int, ${attempt.error}::text from kept returning 1`);
  return rows.length > 0;
}

/** What waits behind a delivery in its lane is not looked at before it. */
export const holdLane = ({ workspace, query }: Connection, { id, webhook }: Delivery, until: number) =>
  query(sql`
    update webhook_deliveries d set next_at = greatest(d.next_at, ${instant(until)}::timestamptz) from webhook_deliveries h
    where h.workspace = ${workspace} and h.id = ${id} and d.workspace = ${workspace} and d.webhook = ${webhook} and d.lane = h.lane
      and d.state = 'pending' and d.place > h.place returning 1`);

/** Gives a delivery back without an attempt: it is skipped for good, or looked at again later. */
export const putBack = (
  { workspace, query }: Connection,
  { id, lease }: Leased,
  state: 'pending' | 'skipped',
  at: number,
) =>
  query(sql`
    update webhook_deliveries set state = ${state}, next_at = ${instant(at)}, lease = null, leased_until = null,
      first_at = case when attempts = 0 then null else first_at end, ended_at = ${state === 'skipped' ? instant(at) : null}
    where workspace = ${workspace} and id = ${id} and lease = ${lease} returning 1`);

export type DeliveryFilter = {
  webhook: string;
  state?: Delivery['state'] | undefined;
  item?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/** Deliveries of a webhook, the newest first. */
export const listDeliveries = (
  { workspace, query }: Connection,
  { webhook, state, item, after, limit }: DeliveryFilter,
) =>
  query<Delivery>(sql`
    select ${columns} from webhook_deliveries d where d.workspace = ${workspace} and d.webhook = ${webhook}
      ${state ? sql`and d.state = ${state}` : sql``} ${item ? sql`and d.item = ${item}` : sql``}
      ${after ? sql`and d.id < ${after}` : sql``} order by d.id desc limit ${limit}`);

export type StoredAttempt = {
  delivery: string;
  n: number;
  at: number;
  status: number | null;
  ms: number;
  error: string | null;
};

/** The attempts of some deliveries, the newest first, of each at most so many. */
export const attemptsOf = ({ workspace, query }: Connection, deliveries: readonly string[], most: number) =>
  query<StoredAttempt>(sql`
    select a.delivery, a.n, a.at, a.status, a.ms, a.error from unnest(${deliveries}::uuid[]) as d(id)
    cross join lateral (
      select * from webhook_attempts a where a.workspace = ${workspace} and a.delivery = d.id order by a.n desc limit ${most}) a`);

/** How many of some deliveries, or of all dead letters, would be sent again. */
export async function countReplayable(
  { workspace, query }: Connection,
  webhook: string,
  some: readonly string[] | null,
) {
  const [row] = await query<{ count: number }>(sql`
    select count(*) as count from webhook_deliveries d where d.workspace = ${workspace} and d.webhook = ${webhook}
      and ${some ? sql`d.id = any(${some}::uuid[]) and d.state in ('dead', 'delivered', 'skipped')` : sql`d.state = 'dead'`}`);
  return row?.count ?? 0;
}

/** Sends them again from now on, with the ids that they had. */
export const replayDeliveries = (
  { workspace }: Connection,
  webhook: string,
  some: readonly string[] | null,
  now: number,
): Sql => sql`
  update webhook_deliveries d set state = 'pending', next_at = ${instant(now)}, first_at = null, attempts = 0, ended_at = null
  where d.workspace = ${workspace} and d.webhook = ${webhook}
    and ${some ? sql`d.id = any(${some}::uuid[]) and d.state in ('dead', 'delivered', 'skipped')` : sql`d.state = 'dead'`} returning 1`;

/** Tries what waits at once, for as long as at first: for a webhook that is switched on anew. */
export const wakeDeliveries = ({ workspace }: Connection, webhook: string, now: number): Sql => sql`
  update webhook_deliveries set next_at = ${instant(now)}, first_at = null, attempts = 0
  where workspace = ${workspace} and webhook = ${webhook} and state = 'pending' returning 1`;

/** Removes what ended well before a time; dead letters stay until somebody replays them or removes the webhook. */
export async function sweepDeliveries(
  { workspace, query }: Connection,
  before: number,
  limit: number,
): Promise<number> {
  const gone = await query(sql`
    with old as (
      select id from webhook_deliveries where workspace = ${workspace} and state in ('delivered', 'skipped') and ended_at < ${instant(before)}
      limit ${limit})
    delete from webhook_deliveries d using old where d.workspace = ${workspace} and d.id = old.id returning 1`);
  return gone.length;
}
