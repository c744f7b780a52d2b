import type { Connection } from './database.ts';
import { sql } from './sql.ts';

export type LedgerEntry = { position: number; body: string };
export type Head = { size: number; sealedSize: number };

/** The entries after a position, oldest first; `upTo` bounds them from above, inclusive. */
export const readEntries = (
  { workspace, query }: Connection,
  { after, upTo, limit }: { after: number; upTo?: number; limit: number },
) =>
  query<LedgerEntry>(sql`
    select l.position, e.body from ledger_entries l
    join events e on e.workspace = l.workspace and e.seq = l.seq
    where l.workspace = ${workspace} and l.position > ${after} and l.position <= ${upTo ?? Number.MAX_SAFE_INTEGER}
    order by l.position limit ${limit}`);

/** Which of some places hold a fact that the connection sees. */
export async function seenPlaces({ workspace, query }: Connection, positions: readonly number[]): Promise<Set<number>> {
  const rows = await query<{ position: number }>(sql`
    select l.position from ledger_entries l join events e on e.workspace = l.workspace and e.seq = l.seq
    where l.workspace = ${workspace} and l.position = any(${positions}::bigint[])`);
  return new Set(rows.map(({ position }) => position));
}

export async function readHead({ workspace, query }: Connection): Promise<Head> {
  const [head] = await query<Head>(
    sql`select size, sealed_size as "sealedSize" from ledger_heads where workspace = ${workspace}`,
  );
  return head ?? { size: 0, sealedSize: 0 };
}

export type Placed = {
  /** How many facts have a place now; 0 when somebody else is giving places. */
  size: number;
  placed: number;
  /** Whether facts were seen whose order is not settled yet. */
  waiting: boolean;
};

/**
 * Gives the next places in the ledger, in the order of numbers, to facts below which no other can appear any more. A number
 * is taken by a transaction that has its id, so when all with lower ids have ended than this one, which takes its own after it
 * saw a fact, the numbers up to that fact are final: what was seen, and below which id all must end, is kept as a mark. When
 * nobody else is writing, nothing has to be waited for. (The snapshot's `xmax` would not do: ids above it may be running.)
 * Of several servers one does it at a time; whoever finds the lock taken places nothing, and who comes a moment too late
 * breaks the primary key, which is the same. The order does not depend on the batches, so places that a crash takes are
 * given out again as they were: this need not wait for the disk. The bounds are compared as values, since joined with them
 * the whole ledger is read each time. What the ledger is asked by is noted later (`fillIndex`).
 */
export async function placeEvents({ workspace, query }: Connection, limit: number): Promise<Placed> {
  const [row] = await query<Placed>(sql`
    with locked as (
      select pg_try_advisory_xact_lock(hashtextextended(${`${workspace} ledger`}, 0)) as taken, set_config('synchronous_commit', 'off', true)),
    head as (select size, seq, marked, awaited from ledger_heads, locked where workspace = ${workspace} and taken),
    seen as (
      select pg_snapshot_xmin(pg_current_snapshot()) as oldest,
        coalesce((select seq from events where workspace = ${workspace} order by seq desc limit 1), 0) as seq),
    self as (select case when seen.seq > head.seq then pg_current_xact_id() end as xid from head, seen),
    final as (
      select case when seen.oldest >= self.xid then seen.seq when seen.oldest >= head.awaited then head.marked else head.seq end as seq
      from head, seen, self),
    settled as (
      select seq, body from events
      where workspace = ${workspace} and seq > (select seq from head) and seq <= (select seq from final) order by seq limit ${limit}),
    numbered as (select seq, body, row_number() over (order by seq) + (select size from head) as position from settled),
    placed as (
      insert into ledger_entries (workspace, position, seq, leaf_hash)
      select ${workspace}::uuid, position, seq, sha256('\\x00'::bytea || convert_to(body, 'UTF8')) from numbered order by position
      returning position, seq),
    last as (
      select coalesce(max(position), (select size from head)) as size, coalesce(max(seq), (select seq from head)) as seq,
        count(*) as placed from placed),
    kept as (
      update ledger_heads h set size = last.size, seq = last.seq,
        marked = case when seen.oldest >= h.awaited then seen.seq else h.marked end,
        awaited = case when seen.oldest >= h.awaited then self.xid else h.awaited end
      from last, seen, self where h.workspace = ${workspace} and h.seq = (select seq from head) and h.seq < seen.seq)
    select last.size, last.placed, last.seq < seen.seq as waiting from last, seen, head`);
  return row ?? { size: 0, placed: 0, waiting: false };
}

export type StoredHash = { level: number; index: number; hash: Buffer };

/** Stored hashes of the tree: level 0 are leaves, level k roots of complete subtrees of height 8k; `to` is exclusive. */
export const readHashes = (
  { workspace, query }: Connection,
  { level, from, to }: { level: number; from: number; to: number },
) =>
  level === 0
    ? query<StoredHash>(sql`
        select 0 as level, position - 1 as index, leaf_hash as hash from ledger_entries
        where workspace = ${workspace} and position > ${from} and position <= ${to} order by position`)
    : query<StoredHash>(sql`
        select level, index, hash from ledger_tiles
        where workspace = ${workspace} and level = ${level} and index >= ${from} and index < ${to} order by index`);

export type LedgerKey = { name: string; publicKey: string; privateKey: string };

export async function readKey({ workspace, query }: Connection): Promise<LedgerKey | null> {
  const [key] = await query<LedgerKey>(sql`
    select name, public_key as "publicKey", private_key as "privateKey" from ledger_keys where workspace = ${workspace}`);
  return key ?? null;
}

export type SealInput = {
  from: number;
  to: number;
  frontier: readonly Uint8Array[];
  tiles: readonly { level: number; index: number; hash: Uint8Array }[];
  root: Uint8Array;
  note: string;
  at: number;
};

/** Keeps what sealing computed; `from` is the size that it started from, so that two sealers cannot both win. */
export async function keepSeal(
  { workspace, query }: Connection,
  { from, to, frontier, tiles, root, note, at }: SealInput,
): Promise<boolean> {
  const moved = await query(sql`
    update ledger_heads set sealed_size = ${to}, frontier = ${frontier.map((hash) => Buffer.from(hash))}
    where workspace = ${workspace} and sealed_size = ${from} returning 1`);
  if (moved.length === 0) return false;
  await query(sql`
    insert into ledger_tiles (workspace, level, index, hash)
    select ${workspace}::uuid, * from unnest(${tiles.map((tile) => tile.level)}::int[], ${tiles.map((tile) => tile.index)}::bigint[],
      ${tiles.map((tile) => Buffer.from(tile.hash))}::bytea[])`);
  await query(sql`
    insert into ledger_checkpoints (workspace, size, root, note, at)
    values (${workspace}, ${to}, ${Buffer.from(root)}, ${note}, ${new Date(at).toISOString()})`);
  return true;
}

export async function readFrontier({
  workspace,
  query,
}: Connection): Promise<{ size: number; sealedSize: number; frontier: Buffer[] } | null> {
  const [row] = await query<{ size: number; sealedSize: number; frontier: Buffer[] }>(sql`
    select size, sealed_size as "sealedSize", frontier from ledger_heads where workspace = ${workspace}`);
  return row ?? null;
}

export type Checkpoint = { size: number; root: Buffer; note: string; at: number };

/** The newest checkpoint, or the newest that covers no more than `upTo` entries. */
export async function readCheckpoint(
  { workspace, query }: Connection,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<Checkpoint | null> {
  const [row] = await query<Checkpoint>(sql`
    select size, root, note, at from ledger_checkpoints where workspace = ${workspace} and size <= ${upTo} order by size desc limit 1`);
  return row ?? null;
}

/** Checkpoints up to a size, thinned to about `most`, the last one always among them. */
export const readCheckpoints = ({ workspace, query }: Connection, { upTo, most }: { upTo: number; most: number }) =>
  query<Checkpoint>(sql`
    with numbered as (
      select size, root, note, at, row_number() over (order by size desc) - 1 as back, count(*) over () as total
      from ledger_checkpoints where workspace = ${workspace} and size <= ${upTo})
    select size, root, note, at from numbered where back % greatest(1, ceil(total::numeric / ${most})::int) = 0 order by size`);
