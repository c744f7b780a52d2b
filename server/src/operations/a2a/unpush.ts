import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { deletePush, listPushes } from '../../store/a2a-pushes.ts';
import { findTask } from '../../store/a2a-tasks.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';

export default command({
  name: 'task.unpush',
  summary: 'Be told of a task at an address no longer.',
  http: 'DELETE /v1/tasks/{id}/pushes/{push}',
  input: z.object({ id: z.string().min(1).max(100), push: z.string().min(1).max(200) }),
  output: null,
  needs: { action: 'task.push', facts: ({ mine }: { mine: string; item: string }) => ({ creator: mine }) },
  refuses: ['not_found'],
  example: { input: { id: ids.item, push: 'main' }, output: null },

  async load({ connection, actor }, { id, push }): Promise<{ mine: string; item: string } | Refusal> {
    const task = await findTask(connection, id, actor.id);
    if (!task) return refuse('not_found', { field: 'id', task: id });
    const there = await listPushes(connection, task.item);
    return there.some((one) => one.id === push)
      ? { mine: actor.id, item: task.item }
      : refuse('not_found', { field: 'push', push });
  },

  decide({ changes, connection }, { item }, { push }) {
    changes.fact({ type: 'task.push_removed', data: { push } }, { subject: item }, deletePush(connection, item, push));
    return null;
  },
});
