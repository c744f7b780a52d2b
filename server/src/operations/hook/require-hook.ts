import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type StoredHook, findHook } from '../../store/hooks.ts';

/** The address in the path. */
export async function requireHook(connection: Connection, id: string): Promise<StoredHook | Refusal> {
  return (await findHook(connection, id)) ?? refuse('not_found', { field: 'id', hook: id });
}
