import type { Connection } from './database.ts';
import { sql } from './sql.ts';

export type EndedRun = {
  id: string;
  item: string;
  /** Epoch milliseconds. */ at: number;
  ending: string;
  reason: string | null;
};

/** The runs of an executor that ended with some facts: an item's run ends at the very time that the fact says. */
export const runsEndedWith = (
  { workspace, query }: Connection,
  executor: string,
  facts: readonly { item: string; at: string }[],
) =>
  query<EndedRun>(sql`
    select r.id, r.item, r.ended_at as at, r.ending, r.ending_note as reason
    from unnest(${facts.map(({ item }) => item)}::uuid[], ${facts.map(({ at }) => at)}::timestamptz[]) as f(item, at)
    join runs r on r.workspace = ${workspace} and r.item = f.item and r.ended_at = f.at and r.executor = ${executor}`);
