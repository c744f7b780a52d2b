import { z } from 'zod';
import type { Actor } from '../../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { findParticipant, lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { stopOverMembers } from '../../store/stops.ts';
import { gather } from '../gather.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { addParticipant } from './add-participant.ts';
import * as fields from './fields.ts';
import { refuseRole, refuseSponsor, requireHuman, resolveTeams } from './subject.ts';

const input = z.object({
  kind: z.enum(['human', 'agent', 'system']),
  name: fields.name,
  sponsor: fields.sponsor.optional().describe('The accountable human of an agent or a system; you unless stated.'),
  skills: fields.skills.default([]),
  teams: fields.teams.default([]),
  email: z.email().max(254).optional(),
  role: fields.role.default('member'),
  wipLimit: fields.wipLimit.default(null),
});

export default command({
  name: 'participant.create',
  summary: 'Add a person, an agent or a system.',
  http: 'POST /v1/participants',
  status: 201,
  locks: true,
  input,
  output: participantResource,
  needs: { action: 'participant.create' },
  refuses: ['unknown_reference', 'not_active', 'already_exists', 'invalid_input'],
  example: {
    input: { kind: 'agent', name: 'cert-bot', sponsor: ids.ana, skills: ['tls'] },
    output: exampleParticipant,
  },

  async load({ connection, actor }, { kind, sponsor, teams, email, role }) {
    await lockPeople(connection);
    const impossible = refuseRole(kind, role) ?? refuseSponsor(kind, sponsor);
    if (impossible) return impossible;
    const standsBehind = sponsor ?? (actor.kind === 'human' ? actor.id : (actor.sponsor ?? ''));
    const found = await gather({
      sponsor: kind === 'human' ? null : requireHuman(connection, 'sponsor', standsBehind, actor),
      teams: resolveTeams(connection, teams),
      holder: email === undefined ? null : findParticipant(connection, email),
    });
    if (isRefusal(found)) return found;
    if (found.holder) return refuse('already_exists', { field: 'email' });
    const stopped = kind === 'agent' ? await stopOverMembers(connection, found.teams) : null;
    return { sponsor: found.sponsor?.id ?? null, teams: found.teams, stopped };
  },

  decide(context, { sponsor, teams, stopped }, { email, ...said }) {
    const refusal = refuseMember(context.actor, { ...said, sponsor });
    if (refusal) return refusal;
    const created = addParticipant(context, { ...said, sponsor, teams, email: email ?? null, stopped });
    return showParticipant(created);
  },
});

/** A member may add agents and systems that they themselves answer for; people, and admins, come from an admin. */
function refuseMember(
  actor: Actor,
  { kind, role, sponsor }: { kind: string; role: string; sponsor: string | null },
): Refusal | null {
  if (actor.role === 'admin') return null;
  const own = kind !== 'human' && role !== 'admin' && sponsor === actor.id;
  return own ? null : refuse('forbidden', { action: 'participant.create', allowed: ['admin'] });
}
