import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { query } from '../define.ts';
import { exampleEvent } from '../examples.ts';
import { requireItem } from '../references.ts';
import { cut, idOrKey, page, pageOf } from '../resources/basics.ts';
import { eventResource } from '../resources/event.ts';

export default query({
  name: 'item.history',
  summary: 'Everything that happened to an item, oldest first: by whom, on whose behalf and on what authority.',
  http: 'GET /v1/items/{id}/history',
  input: z.object({ id: idOrKey, ...page }),
  output: pageOf(eventResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: { items: [exampleEvent], next: null } },

  async handle({ connection: { workspace, query: ask }, connection }, { id, limit, cursor }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    const after = Number.parseInt(cursor ?? '0', 10) || 0;
    const rows = await ask<{ seq: number; body: string }>(sql`
      select seq, body from events where workspace = ${workspace} and item = ${item.id} and seq > ${after} order by seq limit ${limit + 1}`);
    const { items, next } = cut(rows, limit, (row) => String(row.seq));
    return { items: items.map(({ body }) => JSON.parse(body) as z.input<typeof eventResource>), next };
  },
});
