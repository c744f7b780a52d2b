import type { Facts } from '../../domain/authority.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type StoredView, findView } from '../../store/views.ts';
import { requireTeam } from '../references.ts';

/** The view in the path. */
export async function requireView(connection: Connection, id: string): Promise<StoredView | Refusal> {
  return (await findView(connection, id)) ?? refuse('not_found', { field: 'id', view: id });
}

export const viewFacts = ({ view }: { view: StoredView }): Facts => ({ creator: view.creator });

/** The team that a view is shared with: `undefined` where nothing is said of it, null for none. */
export const resolveViewTeam = async (connection: Connection, named: string | null | undefined) =>
  named ? requireTeam(connection, named, []) : null;
