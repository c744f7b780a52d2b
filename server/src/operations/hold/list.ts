import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { listHolds } from '../../store/holds.ts';
import { isId } from '../../store/items.ts';
import { query } from '../define.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { exampleHold, holdResource, showHold } from '../resources/hold.ts';

export default query({
  name: 'hold.list',
  summary: 'List legal holds, the newest first.',
  http: 'GET /v1/holds',
  input: z.object({
    live: z.boolean().optional().describe('Only those in force, or only those that were lifted.'),
    ...page,
  }),
  output: pageOf(holdResource),
  needs: { action: 'hold.read' },
  refuses: ['invalid_input'],
  example: { input: { live: true }, output: { items: [exampleHold], next: null } },

  async handle({ connection }, { live, limit, cursor: before }) {
    if (before !== undefined && !isId(before))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const { items, next } = cut(await listHolds(connection, { live, before, limit: limit + 1 }), limit, ({ id }) => id);
    return { items: items.map(showHold), next };
  },
});
