import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { addComment } from '../add-comment.ts';
import { command } from '../define.ts';
import { ids as example } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { requireItem } from '../references.ts';
import { id, idOrKey, instant } from '../resources/basics.ts';

export const commentResource = z
  .object({ id, item: id, author: id.nullable(), authorName: z.string().nullable(), text: z.string(), at: instant })
  .meta({ id: 'Comment', description: 'Something said about an item that changes nothing in its contract.' });

export default command({
  name: 'item.comment',
  summary: 'Say something about an item; whoever works on it hears it with the next heartbeat.',
  http: 'POST /v1/items/{id}/comments',
  status: 201,
  input: z.object({ id: idOrKey, text: line(limits.textLength) }),
  output: commentResource,
  needs: { action: 'item.comment', facts: workFacts },
  refuses: ['not_found'],
  example: {
    input: { id: 'OPS-12', text: 'The supplier answers until noon.' },
    output: {
      id: example.request,
      item: example.item,
      author: example.ana,
      authorName: null,
      text: 'The supplier answers until noon.',
      at: example.at,
    },
  },

  async load({ connection }, { id: idOfItem }) {
    const item = await requireItem(connection, idOfItem);
    return isRefusal(item) ? item : { item };
  },

  decide: (context, { item }, { text }) => addComment(context, item, text),
});
