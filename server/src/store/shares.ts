import type { May } from '../domain/share.ts';
import type { Connection } from './database.ts';
import { type Sql, sql } from './sql.ts';

export type Share = { item: string; participant: string; may: May; by: string; at: number };

/** With whom an item is shared, the first one first. */
export const sharesOf = ({ workspace, query }: Connection, item: string) =>
  query<Share>(sql`
    select item, participant, may, by, at from item_shares where workspace = ${workspace} and item = ${item} order by at, participant`);

/** Shares an item, or changes how far. */
export const saveShare = ({ workspace }: Connection, { item, participant, may, by, at }: Share): Sql => sql`
  insert into item_shares (workspace, item, participant, may, by, at)
  values (${workspace}, ${item}, ${participant}, ${may}, ${by}, ${new Date(at).toISOString()})
  on conflict (workspace, participant, item) do update set may = excluded.may, by = excluded.by, at = excluded.at returning 1`;

export const deleteShare = (
  { workspace }: Connection,
  { item, participant }: Pick<Share, 'item' | 'participant'>,
): Sql => sql`
  delete from item_shares where workspace = ${workspace} and item = ${item} and participant = ${participant} returning 1`;
