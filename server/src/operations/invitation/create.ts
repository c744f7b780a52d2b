import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { findParticipant, lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { addParticipant } from '../participant/add-participant.ts';
import * as fields from '../participant/fields.ts';
import { resolveTeams } from '../participant/subject.ts';
import { instant, iso } from '../resources/basics.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { exampleAdmin } from '../session/session-resource.ts';
import { issueSetupLink, setupUrl } from '../setup/issue-setup-link.ts';

export default command({
  name: 'invitation.create',
  summary: 'Invite a person: adds them with a role and teams, and makes the link with which they come in, once.',
  http: 'POST /v1/invitations',
  status: 201,
  locks: true,
  input: z.object({
    name: fields.name,
    email: z.email().max(254).optional(),
    role: fields.role.default('member'),
    teams: fields.teams.default([]),
    days: fields.invitationDays,
  }),
  output: z.object({
    participant: participantResource,
    url: z.string().describe('Shown once: give it to nobody else.'),
    expiresAt: instant,
  }),
  secrets: ['url'],
  needs: { action: 'invitation.create' },
  refuses: ['unknown_reference', 'already_exists'],
  example: {
    input: { name: 'Ana', role: 'admin', days: 7 },
    output: {
      participant: { ...exampleAdmin, email: null },
      url: 'http://127.0.0.1:4180/setup#coact_0197a00000007000800000000000000a_fJ3kq0yqv1t2s8nYHq7g0Q5m0p9xLr3bWc6dZeTuVxA',
      expiresAt: ids.at,
    },
  },

  async load({ connection }, { teams, email }) {
    await lockPeople(connection);
    const found = await gather({
      teams: resolveTeams(connection, teams),
      holder: email === undefined ? null : findParticipant(connection, email),
    });
    if (isRefusal(found)) return found;
    return found.holder ? refuse('already_exists', { field: 'email' }) : { teams: found.teams };
  },

  decide(context, { teams }, { name, email, role, days }) {
    const invited = addParticipant(context, {
      kind: 'human',
      name,
      email: email ?? null,
      role,
      sponsor: null,
      skills: [],
      teams,
      wipLimit: null,
      stopped: null,
    });
    const { token, expiresAt } = issueSetupLink({ ...context, days }, invited.id);
    const url = setupUrl(context.server.publicUrl, token);
    return { participant: showParticipant(invited), url, expiresAt: iso(expiresAt) };
  },
});
