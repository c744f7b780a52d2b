import { type Refusal, refuse } from './refusals.ts';

/** In how many ways each active admin can sign in: a password, each passkey, each identity of a provider. */
export type WaysIn = { id: string; ways: number };

/** Somebody is about to lose one way to sign in: the last one of the last admin who has any stays. */
export function refuseLastWayIn(participant: string, admins: readonly WaysIn[]): Refusal | null {
  const own = admins.find(({ id }) => id === participant);
  const others = admins.some(({ id, ways }) => id !== participant && ways > 0);
  return own && own.ways <= 1 && !others ? refuse('last_way_in', { participant }) : null;
}
