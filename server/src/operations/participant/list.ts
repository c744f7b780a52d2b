import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { listParticipants } from '../../store/people.ts';
import { findTeam } from '../../store/teams.ts';
import { query } from '../define.ts';
import { exampleParticipant } from '../examples.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { participantResource, showParticipant } from '../resources/people.ts';

export default query({
  name: 'participant.list',
  summary: 'List people, agents and systems, the longest known first.',
  http: 'GET /v1/participants',
  input: z.object({
    kind: z.enum(['human', 'agent', 'system']).optional(),
    team: z.string().max(100).optional().describe('Only members of this team, by id or key.'),
    q: z.string().trim().max(limits.nameLength).optional().describe('How the name begins, in capitals or not.'),
    ...page,
  }),
  output: pageOf(participantResource),
  needs: { action: 'workspace.read' },
  refuses: ['unknown_reference', 'invalid_input'],
  example: { input: { kind: 'agent' }, output: { items: [exampleParticipant], next: null } },

  async handle({ connection }, { kind, team: named, q: name, limit, cursor: after }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const team = named === undefined ? null : await findTeam(connection, named);
    if (named !== undefined && !team) return refuse('unknown_reference', { field: 'team', team: named });
    const rows = await listParticipants(connection, { kind, team: team?.id, name, after, limit: limit + 1 });
    const { items, next } = cut(rows, limit, ({ id }) => id);
    return { items: items.map(showParticipant), next };
  },
});
