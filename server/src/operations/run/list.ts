import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { listRuns } from '../../store/list-runs.ts';
import { query } from '../define.ts';
import { exampleRun, ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { requireItem, requireParticipant } from '../references.ts';
import { cut, idOrKey, page, pageOf } from '../resources/basics.ts';
import { runRecord, showRunRecord } from '../resources/run.ts';

export default query({
  name: 'run.list',
  summary: 'Attempts at work, live and ended, newest first: who did what, how far they came and how it ended.',
  http: 'GET /v1/runs',
  input: z.object({
    item: idOrKey.optional().describe('Only attempts at this item.'),
    executor: z.string().max(200).optional().describe('Only theirs: an id, name, e-mail address or `me`.'),
    live: z.boolean().optional().describe('Only those that live, or only those that have ended.'),
    ...page,
  }),
  output: pageOf(runRecord),
  needs: { action: 'workspace.read' },
  refuses: ['not_found', 'unknown_reference'],
  example: { input: { executor: ids.bot, live: true }, output: { items: [exampleRun], next: null } },

  async handle({ connection, actor }, { item, executor, live, limit, cursor }) {
    const found = await gather({
      item: item === undefined ? undefined : requireItem(connection, item),
      executor: executor === undefined ? undefined : requireParticipant(connection, 'executor', executor, actor),
    });
    if (isRefusal(found)) return found;
    const rows = await listRuns(connection, {
      item: found.item?.id,
      executor: found.executor?.id,
      live,
      before: z.uuid().safeParse(cursor).data,
      limit: limit + 1,
    });
    const { items, next } = cut(rows, limit, (row) => row.id);
    return { items: items.map(showRunRecord), next };
  },
});
