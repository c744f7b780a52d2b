import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { ids as example } from '../examples.ts';
import { requireItem } from '../references.ts';
import { id, idOrKey, instant, iso } from '../resources/basics.ts';

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
  needs: { action: 'item.comment' },
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

  decide({ actor, changes, connection: { workspace }, ids, now }, { item }, { text }) {
    const comment = { id: ids.next(), item: item.id, author: actor.id, authorName: null, text, at: iso(now) };
    changes.fact(
      { type: 'item.commented', data: { comment: comment.id, text } },
      { item },
      sql`insert into comments (workspace, id, item, author, body, at)
        values (${workspace}, ${comment.id}, ${item.id}, ${actor.id}, ${text}, ${comment.at}) returning 1`,
    );
    if (item.run && item.run.executor !== actor.id) changes.signal(item.run.id, 'message', { from: actor.id, text });
    return comment;
  },
});
