import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { addMemberships, lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { who } from '../participant/fields.ts';
import { joinStop, stopJoining } from '../stop-runs.ts';
import * as fields from './fields.ts';
import { requireMember, requirePathTeam, teamFacts } from './references.ts';

export default command({
  name: 'team.add_member',
  summary: 'Make a participant a member of a team.',
  http: 'PUT /v1/teams/{id}/members/{participant}',
  locks: true,
  input: z.object({ id: fields.team, participant: who }),
  output: null,
  needs: { action: 'team.update', facts: teamFacts },
  refuses: ['not_found', 'not_active'],
  example: { input: { id: 'OPS', participant: ids.bot }, output: null },

  async load({ connection, actor }, { id, participant }) {
    await lockPeople(connection);
    const found = await gather({
      team: requirePathTeam(connection, id),
      participant: requireMember(connection, participant, actor),
    });
    if (isRefusal(found)) return found;
    const agents = found.participant.kind === 'agent' ? [found.participant.id] : [];
    return { ...found, joining: await joinStop(connection, { agents, teams: [found.team.id] }) };
  },

  decide(context, { team, participant, joining }) {
    const { connection, changes } = context;
    const { id, status, teams } = participant;
    if (status === 'retired') return refuse('not_active', { participant: id, status });
    if (teams.includes(team.id)) return null;
    changes.fact(
      { type: 'member.added', data: { team: team.id, key: team.key } },
      { subject: id },
      addMemberships(connection, id, [team.id]),
    );
    stopJoining(context, joining);
    changes.forgetParticipants();
    return null;
  },
});
