import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { sql } from './sql.ts';

/** The id of the item that a run is, or was, about; null where there is no such run. */
export async function itemOfRun({ workspace, query }: Connection, run: string): Promise<string | null> {
  if (!isId(run)) return null;
  const [row] = await query<{ item: string }>(
    sql`select item from runs where workspace = ${workspace} and id = ${run}`,
  );
  return row?.item ?? null;
}
