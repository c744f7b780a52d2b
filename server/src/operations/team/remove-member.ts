import { z } from 'zod';
import { keepMemberships, lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { who } from '../participant/fields.ts';
import * as fields from './fields.ts';
import { requireMember, requirePathTeam, teamFacts } from './references.ts';

export default command({
  name: 'team.remove_member',
  summary: 'End a membership; whoever is in no team works for every team.',
  http: 'DELETE /v1/teams/{id}/members/{participant}',
  locks: true,
  input: z.object({ id: fields.team, participant: who }),
  output: null,
  needs: { action: 'team.update', facts: teamFacts },
  refuses: ['not_found'],
  example: { input: { id: 'OPS', participant: ids.bot }, output: null },

  async load({ connection, actor }, { id, participant }) {
    await lockPeople(connection);
    return gather({
      team: requirePathTeam(connection, id),
      participant: requireMember(connection, participant, actor),
    });
  },

  decide({ connection, changes }, { team, participant }) {
    if (!participant.teams.includes(team.id)) return null;
    const others = participant.teams.filter((id) => id !== team.id);
    changes.fact(
      { type: 'member.removed', data: { team: team.id, key: team.key } },
      { subject: participant.id },
      keepMemberships(connection, participant.id, others),
    );
    changes.forgetParticipants();
    return null;
  },
});
