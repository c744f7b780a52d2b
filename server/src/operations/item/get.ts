import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { itemResource, showItem } from '../resources/item.ts';

export default query({
  name: 'item.get',
  summary: 'Read one item: its contract and where it stands.',
  http: 'GET /v1/items/{id}',
  input: z.object({ id: idOrKey }),
  output: itemResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: exampleItem },

  async handle({ connection, now }, { id }) {
    const item = await requireItem(connection, id);
    return isRefusal(item) ? item : showItem(item, now);
  },
});
