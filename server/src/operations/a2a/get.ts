import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { standingsOf } from '../../store/a2a-tasks.ts';
import { isId } from '../../store/items.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { taskResource } from '../resources/a2a.ts';
import { exampleTask } from './examples.ts';
import { readTask } from './read-task.ts';

export default query({
  name: 'task.get',
  summary: 'Read a task that you began by a message: where it stands, what was said, and what was delivered.',
  http: 'GET /v1/tasks/{id}',
  input: z.object({ id: z.string().min(1).max(100).describe('The id of the task, which is that of its item.') }),
  output: taskResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: ids.item }, output: exampleTask },

  async handle({ connection, actor }, { id }) {
    const [row] = isId(id) ? await standingsOf(connection, { participant: actor.id, item: id }) : [];
    const task = row && (await readTask(connection, row, { participant: actor.id, contents: true }));
    return task ?? refuse('not_found', { field: 'id', task: id });
  },
});
