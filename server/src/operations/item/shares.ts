import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { sharesOf } from '../../store/shares.ts';
import { query } from '../define.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { exampleShare, shareResource, showShare } from '../resources/share.ts';

export default query({
  name: 'item.shares',
  summary: 'List the guests with whom an item is shared; a guest is told of themselves.',
  http: 'GET /v1/items/{id}/shares',
  input: z.object({ id: idOrKey }),
  output: z.object({ items: z.array(shareResource) }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: { items: [exampleShare] } },

  async handle({ connection }, { id }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    return { items: (await sharesOf(connection, item.id)).map(showShare) };
  },
});
