import { type Refusal, refuse } from './refusals.ts';

/** In how many ways each active admin can sign in: a password, each passkey, each identity of a provider. */
export type WaysIn = { id: string; ways: number };

/** Somebody is about to lose one way to sign in: the last one of the last admin who has any stays. */
export function refuseLastWayIn(participant: string, admins: readonly WaysIn[]): Refusal | null {
  const own = admins.find(({ id }) => id === participant);
  const others = admins.some(({ id, ways }) => id !== participant && ways > 0);
  return own && own.ways <= 1 && !others ? refuse('last_way_in', { participant }) : null;
}

/** Somebody who is an admin or known at a provider: in how many ways they sign in now, and without that provider. */
export type WaysLeft = { id: string; role: string; ways: number; left: number };

/** Of so many it is told who they are. */
const TOLD = 20;

/**
 * A provider is about to go. Some admin who could sign in still can, whatever is said; whoever else knows no other way is left
 * out only by somebody who says that this is meant.
 */
export function refuseLeavingOut(people: readonly WaysLeft[], { meant }: { meant: boolean }): Refusal | null {
  const admins = people.filter(({ role }) => role === 'admin');
  if (admins.some(({ ways }) => ways > 0) && admins.every(({ left }) => left === 0))
    return refuse('last_way_in', { participants: admins.slice(0, TOLD).map(({ id }) => id) });
  const lost = people.filter(({ ways, left }) => ways > 0 && left === 0);
  if (lost.length === 0 || meant) return null;
  return refuse('only_way_in', { count: lost.length, participants: lost.slice(0, TOLD).map(({ id }) => id) });
}
