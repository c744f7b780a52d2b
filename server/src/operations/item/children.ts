import { z } from 'zod';
import { rollUp } from '../../domain/roll-up.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { states } from '../../domain/work-item.ts';
import { childrenOf } from '../../store/items.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { requireItem } from '../references.ts';
import { id, idOrKey } from '../resources/basics.ts';

export const itemReference = z
  .object({ id, key: z.string(), title: z.string(), state: z.enum(states) })
  .meta({ id: 'ItemReference', description: 'Another item: its name and where it stands.' });

export default query({
  name: 'item.children',
  summary: 'The parts of a larger work, and how far it is by those that are verified.',
  http: 'GET /v1/items/{id}/children',
  input: z.object({ id: idOrKey }),
  output: z.object({
    items: z.array(itemReference),
    total: z.int().describe('Parts that are wanted: all but the cancelled ones.'),
    done: z.int(),
    progress: z.number().nullable().describe('From 0 to 1; null without parts.'),
  }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: 'OPS-12' },
    output: {
      items: [{ id: ids.request, key: 'OPS-13', title: 'Order the certificate', state: 'done' }],
      total: 1,
      done: 1,
      progress: 1,
    },
  },

  async handle({ connection }, { id: named }) {
    const item = await requireItem(connection, named);
    if (isRefusal(item)) return item;
    const items = await childrenOf(connection, item.id);
    return { items, ...rollUp(items) };
  },
});
