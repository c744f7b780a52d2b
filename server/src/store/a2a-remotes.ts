import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

/** An agent elsewhere, with what it is called with, which never leaves the server but to it. */
export type Remote = { participant: string; url: string; scheme: string; credentials: string; updatedAt: number };

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
  /** Calls in a row that came to nothing. */
  misses: number;
  /** Whether the run still lives. */
  live: boolean;
};

const instant = (ms: number) => new Date(ms).toISOString();
const columns = raw('d.run, d.item, d.participant, d.fence, d.task, d.context, d.told, d.question, d.misses');

export async function findRemote({ workspace, query }: Connection, participant: string): Promise<Remote | null> {
  const [row] = await query<Remote>(sql`
    select participant, url, scheme, credentials, updated_at as "updatedAt" from a2a_remotes
    where workspace = ${workspace} and participant = ${participant}`);
  return row ?? null;
}

export const saveRemote = ({ workspace }: Connection, one: Remote): Sql => sql`
  insert into a2a_remotes (workspace, participant, url, scheme, credentials, updated_at)
  values (${workspace}, ${one.participant}, ${one.url}, ${one.scheme}, ${one.credentials}, ${instant(one.updatedAt)})
  on conflict (workspace, participant) do update set url = excluded.url, scheme = excluded.scheme, credentials = excluded.credentials,
    updated_at = excluded.updated_at returning 1`;

export const deleteRemote = ({ workspace }: Connection, participant: string): Sql =>
  sql`delete from a2a_remotes where workspace = ${workspace} and participant = ${participant} returning 1`;

export type Waiting = { participant: string; item: string; handoff: string | null };

/** Work that waits for an agent elsewhere: assigned to it and ready, or offered to it by a handoff. */
export const waitingForRemotes = ({ workspace, query }: Connection, limit: number) =>
  query<Waiting>(sql`
    select r.participant, i.id as item, null as handoff from a2a_remotes r
    join items i on i.workspace = r.workspace and i.assignee = r.participant and i.state = 'ready' and i.open_blockers = 0
      and i.blocking_requests = 0 and not (r.participant = any(i.failed_by))
    where r.workspace = ${workspace}
    union all
    select r.participant, q.item, q.id from a2a_remotes r
    join requests q on q.workspace = r.workspace and q.to_participant = r.participant and q.kind = 'handoff' and q.state = 'open'
    where r.workspace = ${workspace} limit ${limit}`);

/** Every live run of an agent elsewhere is followed, however it began, and also if the server died just after. */
export const adoptRuns = ({ workspace, query }: Connection, now: number) =>
  query(sql`
    insert into a2a_delegations (workspace, run, item, participant, fence, next_at)
    select r.workspace, r.id, r.item, r.executor, r.fence, ${instant(now)} from runs r
    join a2a_remotes m on m.workspace = r.workspace and m.participant = r.executor
    where r.workspace = ${workspace} and r.ended_at is null on conflict do nothing`);

/** Takes what is due, for as long as a lease: whoever dies meanwhile leaves it to another. */
export const leaseDelegations = (
  { workspace, query }: Connection,
  { lease, now, until, limit }: { lease: string; now: number; until: number; limit: number },
) =>
  query<Delegation>(sql`
    update a2a_delegations d set lease = ${lease}, leased_until = ${instant(until)}
    from (select w.run from a2a_delegations w where w.workspace = ${workspace} and not w.ended
        and (w.leased_until is null or w.leased_until <= ${instant(now)})
        and (w.next_at <= ${instant(now)} or exists (select from requests q where q.workspace = w.workspace and q.id = w.question and q.state <> 'open'))
      order by w.next_at limit ${limit} for update skip locked) due
    where d.workspace = ${workspace} and d.run = due.run
    returning ${columns}, exists (select from runs r where r.workspace = d.workspace and r.id = d.run and r.ended_at is null) as live`);

export type Noted = Pick<Delegation, 'task' | 'context' | 'told' | 'question' | 'misses'> & {
  ended: boolean;
  next: number;
};

/** Writes down what a call has come to, unless somebody else has taken over meanwhile. */
export const noteDelegation = ({ workspace, query }: Connection, { run }: Delegation, lease: string, noted: Noted) =>
  query(sql`
    update a2a_delegations set task = ${noted.task}, context = ${noted.context}, told = ${noted.told}, question = ${noted.question},
      misses = ${noted.misses}, ended = ${noted.ended}, next_at = ${instant(noted.next)}, lease = null, leased_until = null
    where workspace = ${workspace} and run = ${run} and lease = ${lease}`);
