import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';
import type { Secret } from './vault.ts';

/** An agent elsewhere, with what it is called with, which never leaves the server but to it. */
export type Remote = {
  participant: string;
  url: string;
  scheme: string;
  /** Null where it needs none. */
  credentials: Secret | null;
  updatedAt: number;
  /** When it answered last, and what went wrong since, in words. */
  heardAt: number | null;
  trouble: string | null;
  troubleAt: number | null;
};

/** A run that an agent elsewhere does. */
export type Delegation = {
  run: string;
  item: string;
  participant: string;
  fence: number;
  /** What it calls the work; null before it has taken it. */
  task: string | null;
  context: string | null;
  /** What it said last. */
  told: string | null;
  /** The request that its last question has become, until it is answered. */
  question: string | null;
  /** Looks in a row that brought nothing new. */
  misses: number;
  /** Whether the run still lives. */
  live: boolean;
  /** Whether it has ended because nothing was heard of it. */
  lost: boolean;
};

const instant = (ms: number) => new Date(ms).toISOString();
const columns = raw('d.run, d.item, d.participant, d.fence, d.task, d.context, d.told, d.question, d.misses');

const remoteColumns =
  raw(`participant, url, scheme, credentials, updated_at as "updatedAt", heard_at as "heardAt", trouble,
  trouble_at as "troubleAt"`);

type RemoteRow = Omit<Remote, 'credentials'> & { credentials: string };

const placeOf = (workspace: string, participant: string) => `${workspace} a2a_remotes ${participant}`;
const readRemote =
  ({ workspace, vault }: Connection) =>
  ({ credentials, ...row }: RemoteRow): Remote => ({
    ...row,
    credentials: credentials === '' ? null : vault.at(placeOf(workspace, row.participant), credentials),
  });

/** With what an agent elsewhere is called, as it is kept. */
export const sealCredentials = ({ workspace, vault }: Connection, participant: string, secret: string): Secret =>
  vault.seal(placeOf(workspace, participant), secret);

export async function findRemote(connection: Connection, participant: string): Promise<Remote | null> {
  const { workspace, query } = connection;
  const rows = await query<RemoteRow>(
    sql`select ${remoteColumns} from a2a_remotes where workspace = ${workspace} and participant = ${participant}`,
  );
  return rows.map(readRemote(connection))[0] ?? null;
}

export async function listRemotes(connection: Connection): Promise<Remote[]> {
  const { workspace, query } = connection;
  const rows = await query<RemoteRow>(
    sql`select ${remoteColumns} from a2a_remotes where workspace = ${workspace} order by participant`,
  );
  return rows.map(readRemote(connection));
}

/** Writes an agent elsewhere down: what was heard of it at another address, or with other credentials, says nothing of this one. */
export const saveRemote = (
  { workspace }: Connection,
  one: Pick<Remote, 'participant' | 'url' | 'scheme' | 'credentials' | 'updatedAt'>,
): Sql => sql`
  insert into a2a_remotes (workspace, participant, url, scheme, credentials, updated_at)
  values (${workspace}, ${one.participant}, ${one.url}, ${one.scheme}, ${one.credentials?.sealed ?? ''}, ${instant(one.updatedAt)})
  on conflict (workspace, participant) do update set url = excluded.url, scheme = excluded.scheme, credentials = excluded.credentials,
    updated_at = excluded.updated_at, heard_at = null, trouble = null, trouble_at = null returning 1`;

/** How often it is written down that nothing is wrong. */
const CONTACT_MS = 10_000;

/** Writes down that it answered, or what went wrong. */
export const noteContact = (
  { workspace, query }: Connection,
  { participant, url }: Remote,
  { now, trouble }: { now: number; trouble: string | null },
) =>
  trouble === null
    ? query(sql`
        update a2a_remotes set heard_at = ${instant(now)}, trouble = null, trouble_at = null
        where workspace = ${workspace} and participant = ${participant} and url = ${url}
          and (trouble is not null or heard_at is null or heard_at < ${instant(now - CONTACT_MS)})`)
    : query(sql`
        update a2a_remotes set trouble = ${trouble}, trouble_at = coalesce(trouble_at, ${instant(now)})
        where workspace = ${workspace} and participant = ${participant} and url = ${url} and trouble is distinct from ${trouble}`);

export const deleteRemote = ({ workspace }: Connection, participant: string): Sql =>
  sql`delete from a2a_remotes where workspace = ${workspace} and participant = ${participant} returning 1`;

export type Waiting = { participant: string; item: string; handoff: string | null };

/** Work that waits for an agent elsewhere: assigned to it and ready, or offered to it by a handoff; without what was `tried` just now. */
export const waitingForRemotes = (
  { workspace, query }: Connection,
  { tried, limit }: { tried: readonly string[]; limit: number },
) =>
  query<Waiting>(sql`
    select r.participant, i.id as item, null as handoff from a2a_remotes r
    join participants p on p.workspace = r.workspace and p.id = r.participant and p.status = 'active'
    join items i on i.workspace = r.workspace and i.assignee = r.participant and i.state = 'ready' and i.open_blockers = 0
      and i.blocking_requests = 0 and not (r.participant = any(i.failed_by)) and not (i.id = any(${tried}::uuid[]))
    where r.workspace = ${workspace}
    union all
    select r.participant, q.item, q.id from a2a_remotes r
    join participants p on p.workspace = r.workspace and p.id = r.participant and p.status = 'active'
    join requests q on q.workspace = r.workspace and q.to_participant = r.participant and q.kind = 'handoff' and q.state = 'open'
      and not (q.item = any(${tried}::uuid[]))
    where r.workspace = ${workspace} limit ${limit}`);

/** Every live run of an agent elsewhere is followed, however it began, and also if the server died just after. */
export const adoptRuns = ({ workspace, query }: Connection, now: number) =>
  query(sql`
    insert into a2a_delegations (workspace, run, item, participant, fence, next_at)
    select r.workspace, r.id, r.item, r.executor, r.fence, ${instant(now)} from runs r
    join a2a_remotes m on m.workspace = r.workspace and m.participant = r.executor
    where r.workspace = ${workspace} and r.ended_at is null on conflict do nothing`);

const lives = raw(
  `exists (select from runs r where r.workspace = d.workspace and r.id = d.run and r.ended_at is null)`,
);

/**
 * Takes what is due, for as long as a lease: whoever dies meanwhile leaves it to another. An answer, and the end of a run, are
 * heard of elsewhere at once.
 */
export const leaseDelegations = (
  { workspace, query }: Connection,
  { lease, now, until, limit }: { lease: string; now: number; until: number; limit: number },
) =>
  query<Delegation>(sql`
    update a2a_delegations d set lease = ${lease}, leased_until = ${instant(until)}
    from (select d.run from a2a_delegations d where d.workspace = ${workspace} and not d.ended
        and (d.leased_until is null or d.leased_until <= ${instant(now)})
        and (d.next_at <= ${instant(now)} or (d.told is not null and not ${lives})
          or exists (select from requests q where q.workspace = d.workspace and q.id = d.question and q.state <> 'open'))
      order by d.next_at limit ${limit} for update skip locked) due
    where d.workspace = ${workspace} and d.run = due.run returning ${columns}, ${lives} as live,
      exists (select from runs r where r.workspace = d.workspace and r.id = d.run and r.ending = 'lost') as lost`);

export type Held = { run: string; lease: string };

/** Of what is being followed, the runs that are still followed here and still live; leases are renewed when half of them is over. */
export const renewDelegations = (
  { workspace, query }: Connection,
  { held, half, until }: { held: readonly Held[]; half: number; until: number },
) =>
  query<{ run: string }>(sql`
    with ours as (select d.run, d.leased_until, ${lives} as live from a2a_delegations d
        join unnest(${held.map(({ run }) => run)}::uuid[], ${held.map(({ lease }) => lease)}::uuid[]) as h (run, lease)
          on h.run = d.run and h.lease = d.lease
        where d.workspace = ${workspace}),
      renewed as (update a2a_delegations d set leased_until = ${instant(until)} from ours
        where d.workspace = ${workspace} and d.run = ours.run and ours.leased_until <= ${instant(half)} returning 1)
    select run from ours where live and (select count(*) from renewed) >= 0`);

export type Noted = Pick<Delegation, 'task' | 'context' | 'told' | 'question' | 'misses'> & {
  ended: boolean;
  next: number;
};

/** Writes down what is known so far and goes on; false where somebody else has taken over meanwhile. */
export async function keepDelegation(
  { workspace, query }: Connection,
  { run, lease }: Held,
  { task, context, told }: Pick<Noted, 'task' | 'context' | 'told'>,
): Promise<boolean> {
  const kept = await query(sql`
    update a2a_delegations set task = ${task}, context = ${context}, told = ${told}
    where workspace = ${workspace} and run = ${run} and lease = ${lease} returning 1`);
  return kept.length > 0;
}

/** Writes down what a call has come to, unless somebody else has taken over meanwhile. */
export const noteDelegation = ({ workspace, query }: Connection, { run }: Delegation, lease: string, noted: Noted) =>
  query(sql`
    update a2a_delegations set task = ${noted.task}, context = ${noted.context}, told = ${noted.told}, question = ${noted.question},
      misses = ${noted.misses}, ended = ${noted.ended}, next_at = ${instant(noted.next)}, lease = null, leased_until = null
    where workspace = ${workspace} and run = ${run} and lease = ${lease}`);
