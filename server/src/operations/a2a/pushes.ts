import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { listPushes } from '../../store/a2a-pushes.ts';
import { findTask } from '../../store/a2a-tasks.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { pushResource } from '../resources/a2a.ts';
import { pageOf } from '../resources/basics.ts';
import { showPush } from './show-push.ts';

export default query({
  name: 'task.pushes',
  summary: 'Where you are told of a task.',
  http: 'GET /v1/tasks/{id}/pushes',
  input: z.object({ id: z.string().min(1).max(100) }),
  output: pageOf(pushResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: ids.item },
    output: {
      items: [
        { task: ids.item, id: 'main', url: 'https://agent.example.com/told', scheme: 'Bearer', createdAt: ids.at },
      ],
      next: null,
    },
  },

  async handle({ connection, actor }, { id }) {
    const task = await findTask(connection, id, actor.id);
    if (!task) return refuse('not_found', { field: 'id', task: id });
    return { items: (await listPushes(connection, task.item)).map(showPush), next: null };
  },
});
