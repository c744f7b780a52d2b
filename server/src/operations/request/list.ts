import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { kinds, requestStates } from '../../domain/request.ts';
import { listRequests } from '../../store/requests.ts';
import { query } from '../define.ts';
import { exampleRequest } from '../examples.ts';
import { requireItem } from '../references.ts';
import { cut, idOrKey, page, pageOf } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

export default query({
  name: 'request.list',
  summary: 'List requests, newest first.',
  http: 'GET /v1/requests',
  input: z.object({
    item: idOrKey.optional(),
    kind: z.enum(kinds).optional(),
    state: z.enum(requestStates).optional(),
    ...page,
  }),
  output: pageOf(requestResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { item: 'OPS-12' }, output: { items: [exampleRequest], next: null } },

  async handle({ connection }, { item: named, kind, state, limit, cursor }) {
    const item = named === undefined ? undefined : await requireItem(connection, named);
    if (isRefusal(item)) return item;
    const before = z.uuid().safeParse(cursor).data;
    const rows = await listRequests(connection, { item: item?.id, kind, state, before, limit: limit + 1 });
    return cut(rows.map(showRequest), limit, ({ id }) => id);
  },
});
