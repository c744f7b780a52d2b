import assert from 'node:assert/strict';
import type { Connection } from '../src/store/database.ts';
import { listProviders } from '../src/store/providers.ts';
import { sql } from '../src/store/sql.ts';
import type { LedgerEvent } from './database.ts';

/** Outside of what a provider's events tell: its secret, its version, its times and its seal. */
export async function checkProviders(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = new Map<string, Record<string, unknown>>();
  for (const { type, subject, data } of events) {
    if (!type.startsWith('provider.') || !subject) continue;
    if (type === 'provider.deleted') told.delete(subject);
    else told.set(subject, { ...told.get(subject), ...data });
  }
  const stored = (await listProviders(connection)).map(
    ({ clientSecret, version, createdAt, updatedAt, seal, ...one }) => ({ ...one, hasSecret: clientSecret !== null }),
  );
  assert.deepEqual(
    stored,
    [...told.values()].toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1)),
    'replaying the events of the providers gives what is stored',
  );
  await checkIdentities(connection, events);
}

/** Whoever is known at a provider is told to be, once, and only people are. */
async function checkIdentities({ workspace, query }: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const rows = await query<{ provider: string; participant: string; kind: string }>(sql`
    select i.provider, i.participant, p.kind from identities i
    join participants p on p.workspace = i.workspace and p.id = i.participant where i.workspace = ${workspace}`);
  const linked = events.filter(({ type }) => type === 'identity.linked');
  for (const { provider, participant, kind } of rows) {
    assert.equal(kind, 'human', 'only people sign in');
    const own = linked.filter(({ subject, data }) => subject === participant && data['provider'] === provider);
    assert.equal(own.length, 1, 'becoming known at a provider is told once');
  }
}
