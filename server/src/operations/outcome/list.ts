import { z } from 'zod';
import { outcomeStates } from '../../domain/outcome.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { listOutcomes } from '../../store/outcomes.ts';
import { query } from '../define.ts';
import { gather } from '../gather.ts';
import { requireOutcomeIn, requireParticipant } from '../references.ts';
import { cut, id, page, pageOf } from '../resources/basics.ts';
import { outcomeResource, showOutcome } from '../resources/outcome.ts';
import { exampleOutcome } from './fields.ts';

export default query({
  name: 'outcome.list',
  summary: 'List outcomes, the oldest first, with how many items serve each.',
  http: 'GET /v1/outcomes',
  input: z.object({
    state: z.enum(outcomeStates).optional(),
    owner: z.string().max(254).optional().describe('Who is accountable: an id, name, e-mail address or `me`.'),
    parent: id.max(100).optional().describe('Only those directly under this one.'),
    ...page,
  }),
  output: pageOf(outcomeResource),
  needs: { action: 'workspace.read' },
  refuses: ['unknown_reference', 'invalid_input'],
  example: { input: { state: 'open' }, output: { items: [exampleOutcome], next: null } },

  async handle({ connection, actor, now }, { state, owner, parent, cursor: after, limit }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const found = await gather({
      owner: owner === undefined ? undefined : requireParticipant(connection, 'owner', owner, actor),
      parent: parent === undefined ? undefined : requireOutcomeIn(connection, 'parent', parent),
    });
    if (isRefusal(found)) return found;
    const filter = { state, owner: found.owner?.id, parent: found.parent?.id, after, limit: limit + 1 };
    const { items, next } = cut(await listOutcomes(connection, filter), limit, (row) => row.id);
    return { items: items.map((row) => showOutcome(row, now)), next };
  },
});
