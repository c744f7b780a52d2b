import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { showTeam, teamResource } from '../resources/people.ts';
import * as fields from './fields.ts';
import { requirePathTeam } from './references.ts';

export default query({
  name: 'team.get',
  summary: 'Read one team.',
  http: 'GET /v1/teams/{id}',
  input: z.object({ id: fields.team }),
  output: teamResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS' }, output: fields.exampleTeam },

  async handle({ connection }, { id }) {
    const team = await requirePathTeam(connection, id);
    return isRefusal(team) ? team : showTeam(team);
  },
});
