import type { Connection, Database } from './database.ts';
import { join, raw, sql } from './sql.ts';
import { SecretError, type Vault } from './vault.ts';

/** Every column in which something lies sealed, and the place that it is bound to, as its own store writes it. */
const columns = [
  { table: 'providers', column: 'client_secret', place: `'providers ' || id` },
  { table: 'webhooks', column: 'secret', place: `'webhooks ' || id` },
  { table: 'webhooks', column: 'previous_secret', place: `'webhooks ' || id` },
  { table: 'hooks', column: 'secret', place: `'hooks ' || id` },
  { table: 'hooks', column: 'previous_secret', place: `'hooks ' || id` },
  { table: 'a2a_remotes', column: 'credentials', place: `'a2a_remotes ' || participant` },
  { table: 'a2a_pushes', column: 'token', place: `'a2a_pushes.token ' || item || ' ' || id` },
  { table: 'a2a_pushes', column: 'credentials', place: `'a2a_pushes.credentials ' || item || ' ' || id` },
] as const;

const keyIn = (column: string) => raw(`split_part(${column}, '.', 2)`);

/** How many secrets of a workspace were sealed with a key that this server has not. */
export async function countUnreadable({ workspace, query, vault }: Connection): Promise<number> {
  const each = columns.map(
    ({ table, column }) => sql`
      select 1 from ${raw(table)} where workspace = ${workspace} and ${raw(column)} <> '' and ${keyIn(column)} <> all(${vault.keys})`,
  );
  const [row] = await query<{ n: number }>(sql`select count(*) as n from (${join(each, ' union all ')}) unreadable`);
  return row?.n ?? 0;
}

/** Seals anew with the newest key what an older one sealed, so that the older one can be dropped. Gives how many. */
export async function sealAnew({ workspace, query, vault }: Connection): Promise<number> {
  const [newest, ...older] = vault.keys;
  let count = 0;
  if (newest === undefined || older.length === 0) return count;
  for (const { table, column, place } of columns) {
    const rows = await query<{ place: string; sealed: string }>(sql`
      select ${workspace}::text || ' ' || ${raw(place)} as place, ${raw(column)} as sealed from ${raw(table)}
      where workspace = ${workspace} and ${raw(column)} <> '' and ${keyIn(column)} = any(${older})`);
    for (const row of rows) {
      const sealed = resealed(vault, row);
      if (sealed === null) continue;
      // Whoever has changed it meanwhile has sealed it with the newest key already.
      const done = await query(sql`
        update ${raw(table)} set ${raw(column)} = ${sealed} where workspace = ${workspace} and ${raw(column)} = ${row.sealed} returning 1`);
      count += done.length;
    }
  }
  return count;
}

/** Does some work with each workspace, one after the other, and adds up what it gives. */
export async function inAll(database: Database, work: (connection: Connection) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const { id } of await database.global<{ id: string }>(sql`select id from workspaces`))
    sum += await database.within(id, work);
  return sum;
}

/** Null for what was changed or moved in the database: whoever uses it is told. */
function resealed(vault: Vault, { place, sealed }: { place: string; sealed: string }): string | null {
  try {
    return vault.seal(place, vault.at(place, sealed).reveal()).sealed;
  } catch (error) {
    if (error instanceof SecretError) return null;
    throw error;
  }
}
