import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';
import type { Secret } from './vault.ts';

/** Where somebody wants to be told of a task, with what never leaves the server but in a notification. */
export type StoredPush = {
  item: string;
  id: string;
  participant: string;
  url: string;
  /** Null where none was given. */
  token: Secret | null;
  scheme: string;
  credentials: Secret | null;
  told: string | null;
  attempts: number;
  firstAt: number | null;
  createdAt: number;
};

const columns =
  raw(`p.item, p.id, p.participant, p.url, p.token, p.scheme, p.credentials, p.told, p.attempts, p.first_at as "firstAt",
  p.created_at as "createdAt"`);
const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

type Row = Omit<StoredPush, 'token' | 'credentials'> & { token: string; credentials: string };
type Part = 'token' | 'credentials';
type Named = Pick<StoredPush, 'item' | 'id'>;

const placeOf = (workspace: string, { item, id }: Named, part: Part) => `${workspace} a2a_pushes.${part} ${item} ${id}`;
const read =
  ({ workspace, vault }: Connection) =>
  ({ token, credentials, ...row }: Row): StoredPush => {
    const at = (part: Part, kept: string) => (kept === '' ? null : vault.at(placeOf(workspace, row, part), kept));
    return { ...row, token: at('token', token), credentials: at('credentials', credentials) };
  };

/** What is sent with notifications, as it is kept; nothing stays nothing. */
export const sealPush = ({ workspace, vault }: Connection, push: Named, said: Record<Part, string>) => {
  const seal = (part: Part) => (said[part] === '' ? null : vault.seal(placeOf(workspace, push, part), said[part]));
  return { token: seal('token'), credentials: seal('credentials') };
};

export async function listPushes(connection: Connection, item: string): Promise<StoredPush[]> {
  const { workspace, query } = connection;
  const rows = await query<Row>(
    sql`select ${columns} from a2a_pushes p where p.workspace = ${workspace} and p.item = ${item} order by p.id`,
  );
  return rows.map(read(connection));
}

/** Writes down where to tell; the first one in a workspace begins at the head of the ledger, as nobody had to be told before. */
export const insertPush = ({ workspace }: Connection, one: StoredPush): Sql[] => [
  sql`insert into a2a_cursors (workspace, place)
    select ${workspace}, size from ledger_heads where workspace = ${workspace}
    on conflict (workspace) do update set place = excluded.place
      where not exists (select from a2a_pushes q where q.workspace = excluded.workspace) returning 1`,
  sql`insert into a2a_pushes (workspace, item, id, participant, url, token, scheme, credentials, next_at, created_at)
    values (${workspace}, ${one.item}, ${one.id}, ${one.participant}, ${one.url}, ${one.token?.sealed ?? ''}, ${one.scheme}, ${one.credentials?.sealed ?? ''},
      ${instant(one.createdAt)}, ${instant(one.createdAt)})
    on conflict (workspace, item, id) do update set url = excluded.url, token = excluded.token, scheme = excluded.scheme,
      credentials = excluded.credentials, pending = true, attempts = 0, first_at = null, next_at = excluded.next_at returning 1`,
];

export const deletePush = ({ workspace }: Connection, item: string, id: string): Sql =>
  sql`delete from a2a_pushes where workspace = ${workspace} and item = ${item} and id = ${id} returning 1`;

/** Of one look at the ledger. */
const FACTS = 2_000;

/**
 * Marks what has to be told since the last look: pushes of items about which the ledger says something new. The row of the
 * cursor is locked meanwhile, so of several servers one looks at a time and none looks twice.
 */
export async function markPending({ workspace, query }: Connection, now: number): Promise<void> {
  await query(sql`
    with known as (select place from a2a_cursors where workspace = ${workspace}
        and exists (select from a2a_pushes where workspace = ${workspace}) for update skip locked),
    fresh as (select l.position, e.item from ledger_entries l join events e on e.workspace = l.workspace and e.seq = l.seq
      where l.workspace = ${workspace} and l.position > (select place from known) order by l.position limit ${FACTS}),
    marked as (update a2a_pushes p set pending = true, next_at = case when p.pending then p.next_at else ${instant(now)}::timestamptz end
      where p.workspace = ${workspace} and p.item in (select item from fresh) returning 1)
    update a2a_cursors c set place = (select max(position) from fresh)
      where c.workspace = ${workspace} and exists (select from fresh) and (select count(*) from marked) >= 0`);
}

/** Takes what is due, for as long as a lease: whoever dies meanwhile leaves it to another. */
export async function leasePushes(
  connection: Connection,
  { lease, now, until, limit }: { lease: string; now: number; until: number; limit: number },
): Promise<StoredPush[]> {
  const { workspace, query } = connection;
  const rows = await query<Row>(sql`
    update a2a_pushes p set lease = ${lease}, leased_until = ${instant(until)}, pending = false, first_at = coalesce(p.first_at, ${instant(now)})
    from (select item, id from a2a_pushes where workspace = ${workspace} and next_at <= ${instant(now)}
        and ((pending and (leased_until is null or leased_until <= ${instant(now)})) or leased_until <= ${instant(now)})
      order by next_at limit ${limit} for update skip locked) due
    where p.workspace = ${workspace} and p.item = due.item and p.id = due.id returning ${columns}`);
  return rows.map(read(connection));
}

/** Told: what changed meanwhile is still to be told. `over` ends it, as nothing follows. */
export const endPush = (
  { workspace, query }: Connection,
  push: StoredPush,
  lease: string,
  { told, over }: { told: string; over: boolean },
) =>
  over
    ? query(
        sql`delete from a2a_pushes where workspace = ${workspace} and item = ${push.item} and id = ${push.id} and lease = ${lease}`,
      )
    : query(sql`update a2a_pushes set told = ${told}, attempts = 0, first_at = null, lease = null, leased_until = null
        where workspace = ${workspace} and item = ${push.item} and id = ${push.id} and lease = ${lease}`);

/** Not told: tried again later, or given up. */
export const retryPush = ({ workspace, query }: Connection, push: StoredPush, lease: string, next: number | null) =>
  next === null
    ? query(
        sql`delete from a2a_pushes where workspace = ${workspace} and item = ${push.item} and id = ${push.id} and lease = ${lease}`,
      )
    : query(sql`update a2a_pushes set pending = true, attempts = attempts + 1, next_at = ${instant(next)}, lease = null, leased_until = null
        where workspace = ${workspace} and item = ${push.item} and id = ${push.id} and lease = ${lease}`);
