import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { findTask, standingsOf } from '../../store/a2a-tasks.ts';
import { query } from '../define.ts';
import { requireItem } from '../references.ts';
import { taskResource } from '../resources/a2a.ts';
import { id, idOrKey } from '../resources/basics.ts';
import { ids } from '../examples.ts';
import { exampleTask } from './examples.ts';
import { readTask } from './read-task.ts';

export default query({
  name: 'item.conversation',
  summary: 'The conversation that an item came with over A2A: every message with its id and metadata, as it was sent.',
  http: 'GET /v1/items/{id}/conversation',
  input: z.object({ id: idOrKey }),
  output: taskResource.extend({ participant: id.describe('Who sent the work.') }).meta({ id: 'Conversation' }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: { ...exampleTask, participant: ids.bot } },

  async handle({ connection }, { id: of }) {
    const item = await requireItem(connection, of);
    if (isRefusal(item)) return item;
    const task = await findTask(connection, item.id, null);
    const [row] = task ? await standingsOf(connection, { participant: task.participant, item: item.id }) : [];
    const read = task && row && (await readTask(connection, row, { participant: task.participant, contents: false }));
    if (!read) return refuse('not_found', { field: 'id', item: of, problem: 'the item did not come over A2A' });
    return { ...read, participant: task.participant };
  },
});
