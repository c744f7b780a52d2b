import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Scope } from '../../domain/policy/rule.ts';
import { findItem } from '../../store/items.ts';
import type { Connection } from '../../store/database.ts';
import { type Place, type StoredPolicy, policyVersions } from '../../store/policies.ts';
import { requireTeam } from '../references.ts';

export type NamedPlace = { scope: Scope; target?: string | undefined };

/** What a set of rules is for, by its id: found, or refused. */
export async function requirePlace(connection: Connection, { scope, target }: NamedPlace): Promise<Place | Refusal> {
  if (scope === 'workspace')
    return target === undefined ? { scope, target: null } : wrongTarget('is not for the whole workspace');
  if (target === undefined) return wrongTarget(`is needed: which ${scope}?`);
  if (scope === 'type') return { scope, target: target.trim() };
  if (scope === 'item') {
    const item = await findItem(connection, target);
    return item ? { scope, target: item.id } : refuse('unknown_reference', { field: 'target', item: target });
  }
  const team = await requireTeam(connection, target, []);
  return isRefusal(team) ? { ...team, field: 'target' } : { scope, target: team.id };
}

const wrongTarget = (problem: string) => refuse('invalid_input', { errors: [{ field: 'target', problem }] });

/** The version in force, or null where none was ever made. */
export async function currentPolicy(connection: Connection, place: Place): Promise<StoredPolicy | null> {
  const [policy] = await policyVersions(connection, place, { limit: 1 });
  return policy ?? null;
}
