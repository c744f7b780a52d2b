import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, brokenConstraint } from './database.ts';
import type { LedgerEntry } from './ledger.ts';
import { type Sql, join, raw, sql } from './sql.ts';

/** How many facts one statement indexes. */
const BATCH = 2_000;

/**
 * Indexes the next facts that have a place. About 40 µs each, which would be paid while commands go on, so it is done in quiet
 * moments, and before the index is asked. Of several at once one does it. Gives how many are left to do.
 */
export async function fillIndex({ workspace, query }: Connection): Promise<number> {
  const [row] = await query<{ left: number }>(sql`
    with locked as (select pg_try_advisory_xact_lock(hashtextextended(${`${workspace} ledger index`}, 0)) as taken),
    head as (select coalesce((
      select position from ledger_index where workspace = ${workspace} order by position desc limit 1), 0) as position),
    next as (
      select position, seq from ledger_entries
      where workspace = ${workspace} and position > (select position from head) and (select taken from locked)
      order by position limit ${BATCH}),
    filled as (
      insert into ledger_index (workspace, position, id, at, area, type, actor, team, item, request, subject, cause)
      select ${workspace}::uuid, n.position, f.* from next n
      join events e on e.workspace = ${workspace} and e.seq = n.seq, read_fact(e.body) f)
    select (select size from ledger_heads where workspace = ${workspace})
      - coalesce((select max(position) from next), (select position from head)) as left`).catch(alreadyFilled);
  return row?.left ?? 0;
}

/** Somebody else indexed these facts at the same moment; what is left is looked at again. */
function alreadyFilled(error: unknown): { left: number }[] {
  if (brokenConstraint(error) !== 'ledger_index_pkey') throw error;
  return [{ left: 1 }];
}

/** Until every fact that has a place is in the index: before it is asked, so that an answer leaves nothing out. */
export async function completeIndex(connection: Connection): Promise<void> {
  // Whoever asks may see a part of it only; it is completed for everybody.
  await connection.seeing(null, async () => {
    while ((await fillIndex(connection)) > 0) await sleep(1);
  });
}

/** What entries of the ledger are asked by; what is left out filters nothing. */
export type EntryFilter = {
  /** The whole type, or, ending in a dot, the part before it. */
  type?: string | undefined;
  actor?: string | undefined;
  team?: string | undefined;
  item?: string | undefined;
  request?: string | undefined;
  subject?: string | undefined;
  /** Times as ISO 8601, both inclusive. */
  from?: string | undefined;
  until?: string | undefined;
};

export type EntryPage = EntryFilter & {
  order: 'oldest' | 'newest';
  /** Goes on behind this place in the order asked for; null begins with the first one. */
  after: number | null;
  limit: number;
};

/** One page of entries by what they are about. Every filter has an index that is in the order of places. */
export function listEntries({ workspace, query }: Connection, page: EntryPage): Promise<LedgerEntry[]> {
  const { order, after, limit } = page;
  const behind = after !== null && (order === 'oldest' ? sql`x.position > ${after}` : sql`x.position < ${after}`);
  const wanted = [behind, ...conditions(page)].filter((one): one is Sql => Boolean(one));
  const direction = raw(order === 'oldest' ? 'asc' : 'desc');
  return query<LedgerEntry>(sql`
    with page as materialized (
      select x.workspace, x.position from ledger_index x
      where x.workspace = ${workspace} and ${wanted.length > 0 ? join(wanted, ' and ') : raw('true')}
      order by x.position ${direction} limit ${limit})
    select p.position, ${bodyOf('p')} as body from page p order by p.position ${direction}`);
}

function conditions({ type, actor, team, item, request, subject, from, until }: EntryFilter): (Sql | false)[] {
  return [
    type !== undefined && (type.endsWith('.') ? sql`x.area = ${type.slice(0, -1)}` : sql`x.type = ${type}`),
    actor !== undefined && sql`x.actor = ${actor}`,
    team !== undefined && sql`x.team = ${team}`,
    item !== undefined && sql`x.item = ${item}`,
    request !== undefined && sql`x.request = ${request}`,
    subject !== undefined && sql`x.subject = ${subject}`,
    from !== undefined && sql`x.at >= ${from}`,
    until !== undefined && sql`x.at <= ${until}`,
  ];
}

/** The text of the fact at a place. As a subquery it is looked up row by row; as a join the whole ledger may be hashed. */
const bodyOf = (row: string) =>
  raw(`(select e.body from ledger_entries l join events e on e.workspace = l.workspace and e.seq = l.seq
    where l.workspace = ${row}.workspace and l.position = ${row}.position)`);

/** One fact by its id, once it has a place. */
export async function findEntry({ workspace, query }: Connection, id: string): Promise<LedgerEntry | null> {
  const [row] = await query<LedgerEntry>(sql`
    select x.position, ${bodyOf('x')} as body from ledger_index x where x.workspace = ${workspace} and x.id = ${id}`);
  return row ?? null;
}

/** How far back causes are followed. */
const DEPTH = 1_000;

/** What led to a fact, the first cause first; without the fact itself. */
export const causesOf = ({ workspace, query }: Connection, id: string) =>
  query<LedgerEntry>(sql`
    with recursive back as (
      select x.workspace, x.position, x.cause, 0 as depth from ledger_index x where x.workspace = ${workspace} and x.id = ${id}
      union all
      select x.workspace, x.position, x.cause, back.depth + 1 from back
      join ledger_index x on x.workspace = back.workspace and x.id = back.cause where back.depth < ${DEPTH})
    select b.position, ${bodyOf('b')} as body from back b where b.depth > 0 order by b.depth desc`);

/** What a fact caused directly, oldest first. */
export const effectsOf = ({ workspace, query }: Connection, id: string, limit: number) =>
  query<LedgerEntry>(sql`
    select x.position, ${bodyOf('x')} as body from ledger_index x
    where x.workspace = ${workspace} and x.cause = ${id} order by x.position limit ${limit}`);
