import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { listTeams } from '../../store/teams.ts';
import { query } from '../define.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { showTeam, teamResource } from '../resources/people.ts';
import { exampleTeam } from './fields.ts';

export default query({
  name: 'team.list',
  summary: 'List the teams, the oldest first.',
  http: 'GET /v1/teams',
  input: z.object(page),
  output: pageOf(teamResource),
  needs: { action: 'workspace.read' },
  refuses: ['invalid_input'],
  example: { input: {}, output: { items: [exampleTeam], next: null } },

  async handle({ connection }, { limit, cursor: after }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const { items, next } = cut(await listTeams(connection, { after, limit: limit + 1 }), limit, ({ id }) => id);
    return { items: items.map(showTeam), next };
  },
});
