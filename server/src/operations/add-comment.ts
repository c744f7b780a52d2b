import type { StoredItem } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';
import { iso } from './resources/basics.ts';

/** Says something about an item, in the name of whoever acts; whoever works on it hears it with the next heartbeat. */
export function addComment(
  { actor, changes, connection: { workspace }, ids, now }: CommandContext,
  item: StoredItem,
  text: string,
) {
  const comment = { id: ids.next(), item: item.id, author: actor.id, authorName: null, text, at: iso(now) };
  changes.fact(
    { type: 'item.commented', data: { comment: comment.id, text } },
    { item },
    sql`insert into comments (workspace, id, item, author, body, at)
      values (${workspace}, ${comment.id}, ${item.id}, ${actor.id}, ${text}, ${comment.at}) returning 1`,
  );
  if (item.run && item.run.executor !== actor.id) changes.signal(item.run.id, 'message', { from: actor.id, text });
  return comment;
}
