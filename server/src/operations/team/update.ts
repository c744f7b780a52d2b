import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { lockPeople } from '../../store/people.ts';
import { updateTeam } from '../../store/teams.ts';
import { agentsCovered } from '../../store/stops.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { requireHuman } from '../participant/subject.ts';
import { joinStop, stopJoining } from '../stop-runs.ts';
import { showTeam, teamResource } from '../resources/people.ts';
import * as fields from './fields.ts';
import { requireParentTeam, requirePathTeam, teamFacts } from './references.ts';

export default command({
  name: 'team.update',
  summary: 'Rename a team, give it another lead, or move it under another team.',
  http: 'PATCH /v1/teams/{id}',
  locks: true,
  input: z.object({
    id: fields.team,
    name: fields.name.optional(),
    lead: fields.lead.nullable().optional(),
    parent: fields.team.nullable().optional().describe('The larger team; null for none.'),
  }),
  output: teamResource,
  needs: { action: 'team.update', facts: teamFacts },
  refuses: ['not_found', 'unknown_reference', 'not_active', 'version_conflict', 'cycle', 'limit_reached'],
  example: { input: { id: 'OPS', name: 'Platform' }, output: { ...fields.exampleTeam, name: 'Platform', version: 2 } },

  async load({ connection, actor }, { id, lead, parent }) {
    await lockPeople(connection);
    const team = await requirePathTeam(connection, id);
    if (isRefusal(team)) return team;
    const found = await gather({
      parent: parent ? requireParentTeam(connection, parent, team) : null,
      lead: lead ? requireHuman(connection, 'lead', lead, actor) : null,
    });
    if (isRefusal(found)) return found;
    const { parent: above } = found;
    const agents = above ? await agentsCovered(connection, { participant: null, team: team.id }) : [];
    const joining = above && (await joinStop(connection, { agents, teams: [above.id] }));
    return { ...found, team, joining };
  },

  decide(context, { team, parent, lead, joining }, said) {
    const { connection, changes, ifMatch } = context;
    if (ifMatch !== null && ifMatch !== team.version) return refuse('version_conflict', { version: team.version });
    const wanted = {
      name: said.name ?? team.name,
      lead: said.lead === undefined ? team.lead : (lead?.id ?? null),
      parent: said.parent === undefined ? team.parent : (parent?.id ?? null),
    };
    const unchanged = wanted.name === team.name && wanted.lead === team.lead && wanted.parent === team.parent;
    if (unchanged) return showTeam(team);
    const after = { ...team, ...wanted, version: team.version + 1 };
    changes.fact({ type: 'team.updated', data: wanted }, { subject: team.id }, updateTeam(connection, team, after));
    if (joining && wanted.parent !== team.parent) stopJoining(context, joining);
    // Where a team belongs says which stops cover its agents and which tokens reach it.
    if (wanted.parent !== team.parent) changes.forgetParticipants();
    return showTeam(after);
  },
});
