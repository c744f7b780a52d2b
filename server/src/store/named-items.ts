import type { Found } from '../domain/proposal.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { sql } from './sql.ts';

export type NamedItem = Found & { title: string };

/** The items among these ids and keys, as they are now; others are left out. */
export async function namedItems({ workspace, query }: Connection, named: readonly string[]): Promise<NamedItem[]> {
  const [ids, keys] = [named.filter(isId), named.filter((one) => !isId(one))];
  if (named.length === 0) return [];
  return query<NamedItem>(sql`
    select id as item, key, state, revision, version, title from items
    where workspace = ${workspace} and (id = any(${ids}::uuid[]) or key = any(${keys}::text[]))`);
}
