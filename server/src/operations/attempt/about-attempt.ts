import type { Connection } from '../../store/database.ts';
import { findItem, isId } from '../../store/items.ts';
import { findParticipant } from '../../store/people.ts';
import { findTeam } from '../../store/teams.ts';
import { findRequest } from '../../store/requests.ts';
import { itemOfRun } from '../../store/run-item.ts';
import type { About } from '../record-facts.ts';

type Finder = (connection: Connection, named: string) => Promise<About>;

const anItem: Finder = async (connection, named) => ({ item: await findItem(connection, named) });
const aPerson: Finder = async (connection, named) => ({
  subject: (await findParticipant(connection, named))?.id ?? null,
});

/** What the first part of an operation's name says of the id that it was sent. */
const byArea: Record<string, Finder> = {
  item: anItem,
  work: anItem,
  participant: aPerson,
  token: aPerson,
  async run(connection, named) {
    const item = await itemOfRun(connection, named);
    return item ? anItem(connection, item) : {};
  },
  async request(connection, named) {
    const request = isId(named) ? await findRequest(connection, named) : null;
    if (!request) return {};
    return { request: request.id, item: request.item ? await findItem(connection, request.item) : null };
  },
  async team(connection, named) {
    return { subject: (await findTeam(connection, named))?.id ?? null };
  },
};

/** What an attempt named, by id or key as it was sent. */
export function namedIn(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const { id, item } = input as Record<string, unknown>;
  const named = id ?? item;
  return typeof named === 'string' && named.length <= 100 ? named : null;
}

/** Finds what an attempt was about: only what is here, by its id, never a text that was sent. */
export async function aboutAttempt(connection: Connection, operation: string, input: unknown): Promise<About> {
  const named = namedIn(input);
  if (named === null) return {};
  const isAboutItem = typeof input === 'object' && input !== null && !('id' in input);
  const find = isAboutItem ? anItem : byArea[operation.split('.')[0] ?? ''];
  return find ? find(connection, named) : isId(named) ? { subject: named } : {};
}
