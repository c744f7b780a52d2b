import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { rightsOf } from '../../store/rights.ts';
import { query } from '../define.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { exampleRights, rightsResource, showRights } from '../resources/rights.ts';

export default query({
  name: 'item.rights',
  summary: 'Read who has which part in the decisions about an item, by kind; where nothing is said, its owner decides.',
  http: 'GET /v1/items/{id}/rights',
  input: z.object({ id: idOrKey }),
  output: z.object({ items: z.array(rightsResource) }),
  needs: { action: 'policy.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: { items: [exampleRights] } },

  async handle({ connection }, input) {
    const item = await requireItem(connection, input.id);
    if (isRefusal(item)) return item;
    return { items: (await rightsOf(connection, item.id)).map(showRights) };
  },
});
