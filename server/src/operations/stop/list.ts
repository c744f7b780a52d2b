import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { listStops } from '../../store/stops.ts';
import { query } from '../define.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { showStop, stopResource } from '../resources/stop.ts';
import { exampleStop } from './example.ts';

export default query({
  name: 'stop.list',
  summary: 'List the stops of agents, the newest first.',
  http: 'GET /v1/stops',
  input: z.object({
    live: z.boolean().optional().describe('Only those in force, or only those that were lifted.'),
    ...page,
  }),
  output: pageOf(stopResource),
  needs: { action: 'workspace.read' },
  refuses: ['invalid_input'],
  example: { input: { live: true }, output: { items: [exampleStop], next: null } },

  async handle({ connection }, { live, limit, cursor: before }) {
    if (before !== undefined && !isId(before))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const { items, next } = cut(await listStops(connection, { live, before, limit: limit + 1 }), limit, ({ id }) => id);
    return { items: items.map(showStop), next };
  },
});
