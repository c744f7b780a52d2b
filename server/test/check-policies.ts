import assert from 'node:assert/strict';
import type { Connection } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import type { LedgerEvent } from './database.ts';

/** Every version of every policy is one event, and no version is missing. */
export async function checkPolicies(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = events
    .filter(({ type }) => type === 'policy.updated')
    .map(({ data, actor, at }) => ({ ...data, by: actor.id, at: Date.parse(at) }));
  const stored = await connection.query<{ scope: string; target: string | null; version: number }>(sql`
    select scope, nullif(target, '') as target, version, rules, by, at, note from policies order by at, version`);
  const named = (all: readonly object[]) => new Set(all.map((one) => JSON.stringify(inOrder(one))));
  assert.deepEqual(named(stored), named(told), 'the policies are those the ledger tells');
  for (const { scope, target, version } of stored.filter((one) => one.version > 1))
    assert(stored.some((one) => one.scope === scope && one.target === target && one.version === version - 1));
}

/** The same value with the members of every object in one order: the database keeps them in its own. */
const inOrder = (value: object): object =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) as object;

/** An agent's autonomy is what was said last. */
export async function checkAutonomy({ query }: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const said = events.filter(({ type }) => type === 'participant.autonomy_set');
  const told = new Map(said.map(({ subject, data }) => [subject, data['after']]));
  const rows = await query<{ id: string; autonomy: unknown }>(
    sql`select id, autonomy from participants where autonomy is not null`,
  );
  assert.deepEqual(new Map(rows.map(({ id, autonomy }) => [id, autonomy])), told, 'autonomy is what the ledger tells');
}
