import type { Applied } from '../../domain/sign-in/map-groups.ts';
import type { Claims, Provider } from '../../domain/sign-in/provider.ts';
import { type Identity, insertIdentity, useIdentity } from '../../store/identities.ts';
import {
  type Participant,
  addMemberships,
  insertParticipant,
  keepMemberships,
  updateParticipant,
} from '../../store/people.ts';
import type { CommandContext } from '../context.ts';

export type Entering = {
  provider: Pick<Provider, 'id'>;
  claims: Claims;
  applied: Applied;
  /** Null where the provider has not vouched for them before. */
  identity: Identity | null;
  /** The keys of teams by their ids. */
  keys: ReadonlyMap<string, string>;
};

/** Makes the person that a provider vouches for, with what their groups give. */
export function createPerson(context: CommandContext, entering: Entering): Participant {
  const { changes, connection, ids, now } = context;
  const { claims, applied } = entering;
  const created: Participant = {
    id: ids.next(),
    kind: 'human',
    name: claims.name ?? 'Somebody new',
    // One that was not verified may be anybody's.
    email: claims.emailVerified ? claims.email : null,
    role: applied.role,
    status: 'active',
    sponsor: null,
    skills: [],
    teams: applied.teams,
    wipLimit: null,
    autonomy: null,
    origin: null,
    version: 1,
    createdAt: now,
  };
  const { kind, name, role, sponsor, skills, teams, wipLimit } = created;
  changes.actAs(created);
  changes.fact(
    { type: 'participant.created', data: { kind, name, role, sponsor, skills, teams, wipLimit } },
    { subject: created.id },
    insertParticipant(connection, created),
  );
  changes.also(addMemberships(connection, created.id, applied.teams), 'any');
  link(context, created.id, entering);
  return created;
}

/** Lets somebody in who is here already, as their groups have them now. */
export function enterPerson(context: CommandContext, person: Participant, entering: Entering): Participant {
  const { changes, connection, now } = context;
  const { applied, identity } = entering;
  const { role, teams } = applied;
  changes.actAs(person);
  if (identity) changes.also(useIdentity(connection, { ...identity, given: applied.given }, now));
  else link(context, person.id, entering);
  const after = { ...person, role, teams, version: person.version + (role === person.role ? 0 : 1) };
  if (role !== person.role)
    changes.fact(
      { type: 'participant.updated', data: { role } },
      { subject: person.id },
      updateParticipant(connection, person, after),
    );
  moveTeams(context, person.id, entering);
  if (role !== person.role || applied.joined.length > 0 || applied.left.length > 0) changes.forgetParticipants();
  return after;
}

function moveTeams({ changes, connection }: CommandContext, subject: string, { applied, keys }: Entering): void {
  const { joined, left, teams } = applied;
  const told = (team: string) => ({ team, key: keys.get(team) ?? null });
  for (const team of joined) changes.fact({ type: 'member.added', data: told(team) }, { subject });
  for (const team of left) changes.fact({ type: 'member.removed', data: told(team) }, { subject });
  if (joined.length > 0) changes.also(addMemberships(connection, subject, joined), 'any');
  if (left.length > 0) changes.also(keepMemberships(connection, subject, teams), 'any');
}

/** From now on the provider's own name for somebody is how they are known. It stands in no event: it could never be erased. */
function link(
  { changes, connection, now }: CommandContext,
  participant: string,
  { provider, claims: { subject }, applied: { given } }: Entering,
): void {
  changes.fact(
    { type: 'identity.linked', data: { provider: provider.id } },
    { subject: participant },
    insertIdentity(connection, { provider: provider.id, subject, participant, given, createdAt: now }),
  );
}
