import type { Actor, Facts } from '../../domain/authority.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type Participant, findParticipant } from '../../store/people.ts';
import { findTeam } from '../../store/teams.ts';
import { requireParticipant } from '../references.ts';

/** The participants and teams that an operation on people is about or refers to: found, or refused by the field's name. */

/** The participant in the path: by id, name, e-mail address or `me`. */
export async function requireSubject(
  connection: Connection,
  who: string,
  actor: Actor,
): Promise<Participant | Refusal> {
  return (
    (await findParticipant(connection, who === 'me' ? actor.id : who)) ??
    refuse('not_found', { field: 'id', participant: who })
  );
}

export const subjectFacts = ({ subject }: { subject: Participant }): Facts => ({
  subject: subject.id,
  subjectSponsor: subject.sponsor,
});

/** Coact itself: its jobs act as this participant, so nobody changes it or speaks in its name. */
export function refuseCoact({ kind, role }: Participant, action: string): Refusal | null {
  return kind === 'system' && role === 'admin'
    ? refuse('forbidden', { action, allowed: [], problem: 'Coact itself acts as this participant' })
    : null;
}

/** Somebody who can be accountable: human and active. */
export async function requireHuman(
  connection: Connection,
  field: string,
  who: string,
  actor: Actor,
): Promise<Participant | Refusal> {
  const found = await requireParticipant(connection, field, who, actor);
  if ('refused' in found) return found;
  const { id, kind, name, status } = found;
  if (kind !== 'human') return refuse('unknown_reference', { field, participant: id, problem: `${name} is not human` });
  if (found.role === 'guest')
    return refuse('unknown_reference', {
      field,
      participant: id,
      problem: `${name} is a guest, who answers for nobody`,
    });
  return status === 'active' ? found : refuse('not_active', { field, participant: id, status });
}

/** The ids of teams named by id or key, each once. */
export async function resolveTeams(connection: Connection, named: readonly string[]): Promise<string[] | Refusal> {
  const found = await Promise.all(named.map((idOrKey) => findTeam(connection, idOrKey)));
  const missing = found.indexOf(null);
  if (missing >= 0) return refuse('unknown_reference', { field: `teams.${missing}`, team: named[missing] });
  return [...new Set(found.flatMap((team) => team?.id ?? []))];
}

/** Agents and systems cannot be admins: the base policy lets nobody but humans decide about people and work. */
export function refuseRole(kind: string, role: string | undefined): Refusal | null {
  if (kind === 'human' || role !== 'admin') return null;
  return refuse('invalid_input', { errors: [{ field: 'role', problem: 'only a human can be an admin' }] });
}

/** Humans answer for themselves; everybody else has exactly one human who does. */
export function refuseSponsor(kind: string, sponsor: string | undefined): Refusal | null {
  if (kind !== 'human' || sponsor === undefined) return null;
  return refuse('invalid_input', { errors: [{ field: 'sponsor', problem: 'a human has no sponsor' }] });
}
