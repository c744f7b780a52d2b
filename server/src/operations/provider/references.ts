import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Mapping, Role } from '../../domain/sign-in/provider.ts';
import type { Connection } from '../../store/database.ts';
import { type StoredProvider, findProvider } from '../../store/providers.ts';
import { resolveTeams } from '../participant/subject.ts';

/** The provider in the path. */
export async function requireProvider(connection: Connection, id: string): Promise<StoredProvider | Refusal> {
  return (await findProvider(connection, id)) ?? refuse('not_found', { field: 'id', provider: id });
}

/** The mappings with the ids of their teams. */
export async function resolveMappings(
  connection: Connection,
  said: readonly { group: string; role: Role | null; teams: readonly string[] }[],
): Promise<Mapping[] | Refusal> {
  const resolved: Mapping[] = [];
  for (const [place, { group, role, teams }] of said.entries()) {
    const found = await resolveTeams(connection, teams);
    if (isRefusal(found)) return { ...found, field: `mappings.${place}.${String(found['field'])}` };
    resolved.push({ group, role, teams: found });
  }
  return resolved;
}

/** Two buttons with the same name could not be told apart. */
export const refuseSameName = (all: readonly StoredProvider[], name: string, own?: string): Refusal | null =>
  all.some((one) => one.id !== own && one.name.toLowerCase() === name.toLowerCase())
    ? refuse('already_exists', { field: 'name' })
    : null;
