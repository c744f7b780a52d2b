import type { Facts } from '../../domain/authority.ts';
import { limits } from '../../domain/limits.ts';
import type { Place } from '../../domain/outcome.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type StoredOutcome, findOutcome, outcomeAncestors, outcomeHeight, readingsOf } from '../../store/outcomes.ts';

/** What an operation on outcomes is about or refers to: found, or refused by the field's name. */

/** The outcome in the path. */
export async function requireOutcome(connection: Connection, id: string): Promise<StoredOutcome | Refusal> {
  return (await findOutcome(connection, id)) ?? refuse('not_found', { field: 'id', outcome: id });
}

export const outcomeFacts = ({ outcome }: { outcome: StoredOutcome }): Facts => ({
  owner: outcome.owner,
  creator: outcome.createdBy,
});

/** Where a new outcome, or `moved` with what is under it, shall be: under the one named, or at the top. */
export async function requirePlace(
  connection: Connection,
  parent: string | null | undefined,
  moved: StoredOutcome | null,
): Promise<Place | Refusal> {
  if (!parent) return { above: [], height: 1 };
  const above = await outcomeAncestors(connection, parent);
  if (above.length === 0) return refuse('unknown_reference', { field: 'parent', outcome: parent });
  return { above, height: moved ? await outcomeHeight(connection, moved.id) : 1 };
}

/** The readings that an answer about one outcome carries. */
export const lastReadings = (connection: Connection, outcome: string) =>
  readingsOf(connection, outcome, limits.readings);
