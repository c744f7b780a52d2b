import type { Named } from '../../domain/scopes.ts';

/** Doors of their own that a scope counts for as well, beside the operations. */
export const ownDoors: readonly Named[] = [
  { name: 'event.stream', kind: 'query' },
  { name: 'ledger.export', kind: 'query' },
  { name: 'artifact.content', kind: 'query' },
  { name: 'metrics.read', kind: 'query' },
  { name: 'scim.use', kind: 'command' },
];

/** All that a token's scopes can name. Imported when it is asked for: the registry lists the operation that asks. */
export async function scopable(): Promise<Named[]> {
  const { operations } = await import('../registry.ts');
  return [...operations.filter(({ internal }) => !internal).map(({ name, kind }) => ({ name, kind })), ...ownDoors];
}
