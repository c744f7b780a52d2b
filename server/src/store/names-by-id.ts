import type { Connection } from './database.ts';
import { sql } from './sql.ts';

/** The names of participants, in the order of their ids as given. */
export async function namesById({ workspace, query }: Connection, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await query<{ id: string; name: string }>(sql`
    select id, name from participants where workspace = ${workspace} and id::text = any(${[...ids]}::text[])`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id);
}
