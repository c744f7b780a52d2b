import { type Participant, addMemberships, insertParticipant } from '../../store/people.ts';
import type { CommandContext } from '../context.ts';

type Given = Pick<
  Participant,
  'kind' | 'name' | 'email' | 'role' | 'sponsor' | 'skills' | 'teams' | 'wipLimit' | 'stopped'
>;

/** Queues somebody new, who is active at once, with the fact that tells it. */
export function addParticipant(
  { connection, changes, ids, now }: Pick<CommandContext, 'connection' | 'changes' | 'ids' | 'now'>,
  given: Given,
): Participant {
  const id = ids.next();
  const created = {
    ...given,
    id,
    status: 'active' as const,
    autonomy: null,
    origin: null,
    version: 1,
    createdAt: now,
  };
  const { kind, name, role, sponsor, skills, teams, wipLimit } = given;
  // Not the e-mail address: it could never be erased from a ledger that only grows.
  const data = { kind, name, role, sponsor, skills, teams, wipLimit };
  changes.fact({ type: 'participant.created', data }, { subject: id }, insertParticipant(connection, created));
  changes.also(addMemberships(connection, id, teams), 'any');
  return created;
}
