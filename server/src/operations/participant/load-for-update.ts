import { isRefusal } from '../../domain/refusals.ts';
import { findItems } from '../../store/items.ts';
import {
  type Participant,
  activeAdmins,
  dutiesOf,
  itemsHeldBy,
  itemsHeldFor,
  lockAccountable,
  lockParticipant,
  lockPeople,
} from '../../store/people.ts';
import { type Joining, joinStop } from '../stop-runs.ts';
import { listTokens } from '../../store/tokens.ts';
import type { CommandContext } from '../context.ts';
import { gather } from '../gather.ts';
import { requireHuman, requireSubject, resolveTeams } from './subject.ts';

export type UpdateInput = {
  id: string;
  teams?: string[] | undefined;
  sponsor?: string | undefined;
  status?: Participant['status'] | undefined;
  role?: Participant['role'] | undefined;
};

/** More than anybody has: all of the tokens end with their holder. */
const ALL = 100_000;

/** What a change of a participant is judged on, read while nobody else changes people. */
export async function loadForUpdate(
  { connection, actor }: CommandContext,
  { id, teams, sponsor, status, role }: UpdateInput,
) {
  await lockPeople(connection);
  const subject = await requireSubject(connection, id, actor);
  if (isRefusal(subject)) return subject;
  const leaving = status === 'paused' || status === 'retired';
  const retiring = status === 'retired';
  if (retiring) await lockAccountable(connection, subject.id);
  if (leaving) await lockParticipant(connection, subject.id);
  // An agent is taken up again only under somebody who can answer for it.
  const standsBehind = sponsor ?? (status === 'active' && subject.status !== 'active' ? subject.sponsor : null);
  const found = await gather({
    teams: teams && resolveTeams(connection, teams),
    sponsor: standsBehind ? requireHuman(connection, 'sponsor', standsBehind, actor) : null,
    admins: activeAdmins(connection),
    held: leaving ? itemsHeldBy(connection, subject.id).then((items) => findItems(connection, items)) : [],
    /** What others do for somebody who is about to answer for nobody. */
    heldFor:
      leaving || role === 'guest'
        ? itemsHeldFor(connection, subject.id).then((items) => findItems(connection, items))
        : [],
    duties: retiring ? dutiesOf(connection, subject.id) : null,
    tokens: retiring ? listTokens(connection, { participant: subject.id, limit: ALL }) : [],
  });
  if (isRefusal(found)) return found;
  const joins = subject.kind === 'agent' && found.teams !== undefined;
  const joining: Joining | null = joins
    ? await joinStop(connection, { agents: [subject.id], teams: found.teams ?? [] })
    : null;
  return { ...found, subject, joining };
}

export type LoadedForUpdate = Exclude<Awaited<ReturnType<typeof loadForUpdate>>, { refused: string }>;
