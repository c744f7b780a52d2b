import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { query } from '../define.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { MOST_FACTS, exampleProv, provDocument, showProv } from '../resources/prov.ts';

export default query({
  name: 'item.prov',
  summary: 'The provenance of an item as W3C PROV-JSON: what was made from what, in which run, by whom and for whom.',
  http: 'GET /v1/items/{id}/prov',
  input: z.object({ id: idOrKey }),
  output: provDocument,
  needs: { action: 'workspace.read' },
  refuses: ['not_found', 'too_many_facts'],
  example: { input: { id: 'OPS-12' }, output: exampleProv },

  async handle({ connection }, { id }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    const { workspace, query: ask } = connection;
    const rows = await ask<{ body: string }>(sql`
      select body from events where workspace = ${workspace} and item = ${item.id} order by seq limit ${MOST_FACTS + 1}`);
    return rows.length > MOST_FACTS
      ? refuse('too_many_facts', { field: 'id', limit: MOST_FACTS })
      : showProv(workspace, rows);
  },
});
