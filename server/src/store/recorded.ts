import type { Connection } from './database.ts';
import { sql } from './sql.ts';

/** What a simulation needs of the ledger before the period that it replays, by the index. */

/** The place before the first fact of a time, or of the newest `most` facts where there are more. */
export async function placeBefore(
  { workspace, query }: Connection,
  { from, most }: { from: string; most: number },
): Promise<{ after: number; size: number; isCut: boolean }> {
  const [row] = await query<{ first: number | null; size: number }>(sql`
    select (select min(position) from ledger_index where workspace = ${workspace} and at >= ${from}) as first,
      coalesce((select max(position) from ledger_index where workspace = ${workspace}), 0) as size`);
  const size = row?.size ?? 0;
  const after = (row?.first ?? size + 1) - 1;
  return { after: Math.max(after, size - most), size, isCut: size - after > most };
}

const told = ['item.created', 'item.imported', 'item.revised', 'item.triaged'];

/** What was told of the terms of some items before a place, oldest first. */
export const termsBefore = (
  { workspace, query }: Connection,
  { items, before }: { items: readonly string[]; before: number },
) =>
  query<{ body: string }>(sql`
    select (select e.body from ledger_entries l join events e on e.workspace = l.workspace and e.seq = l.seq
      where l.workspace = x.workspace and l.position = x.position) as body
    from ledger_index x where x.workspace = ${workspace} and x.item = any(${items}::uuid[]) and x.type = any(${told}::text[])
      and x.position < ${before} order by x.position`);

/** What was told of people before a place, a page of it, oldest first. */
export const peopleBefore = (
  { workspace, query }: Connection,
  { after, before, limit }: { after: number; before: number; limit: number },
) =>
  query<{ position: number; body: string }>(sql`
    select x.position, (select e.body from ledger_entries l join events e on e.workspace = l.workspace and e.seq = l.seq
      where l.workspace = x.workspace and l.position = x.position) as body
    from ledger_index x where x.workspace = ${workspace} and x.area = 'participant' and x.position > ${after} and x.position < ${before}
    order by x.position limit ${limit}`);

export const kindsOf = ({ workspace, query }: Connection, requests: readonly string[]) =>
  query<{ id: string; kind: string }>(sql`
    select id, kind from requests where workspace = ${workspace} and id = any(${requests}::uuid[])`);
