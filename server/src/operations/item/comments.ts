import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { requireItem } from '../references.ts';
import { cut, idOrKey, iso, page, pageOf } from '../resources/basics.ts';
import { commentResource } from './comment.ts';

type Row = { id: string; item: string; author: string | null; authorName: string | null; text: string; at: number };

export default query({
  name: 'item.comments',
  summary: 'What was said about an item, oldest first.',
  http: 'GET /v1/items/{id}/comments',
  input: z.object({ id: idOrKey, ...page }),
  output: pageOf(commentResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: 'OPS-12' },
    output: {
      items: [
        {
          id: ids.request,
          item: ids.item,
          author: ids.ana,
          authorName: null,
          text: 'The supplier answers until noon.',
          at: ids.at,
        },
      ],
      next: null,
    },
  },

  async handle({ connection: { workspace, query: ask }, connection }, { id, limit, cursor }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    const after = z.uuid().safeParse(cursor).data ?? '00000000-0000-0000-0000-000000000000';
    const rows = await ask<Row>(sql`
      select id, item, author, author_name as "authorName", body as text, at from comments
      where workspace = ${workspace} and item = ${item.id} and id > ${after} order by id limit ${limit + 1}`);
    return cut(
      rows.map((row) => ({ ...row, at: iso(row.at) })),
      limit,
      (row) => row.id,
    );
  },
});
