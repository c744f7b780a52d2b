import { z } from 'zod';
import { dateTime } from '../../domain/contract.ts';
import { taskState, taskStates } from '../../domain/a2a/task-state.ts';
import { standingsOf } from '../../store/a2a-tasks.ts';
import { query } from '../define.ts';
import { taskResource } from '../resources/a2a.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { exampleTask } from './examples.ts';
import { readTask } from './read-task.ts';

export default query({
  name: 'task.list',
  summary: 'The tasks that you began by messages, newest first.',
  http: 'GET /v1/tasks',
  input: z.object({
    context: z.string().max(200).optional().describe('Only those of one conversation.'),
    state: z.enum(taskStates).optional(),
    after: dateTime.optional().describe('Only those that changed at that time or later.'),
    contents: z.boolean().default(false).describe('With what was delivered.'),
    ...page,
  }),
  output: pageOf(taskResource).extend({ total: z.int().describe('How many there are on all pages.') }),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: { context: 'c-1' }, output: { items: [exampleTask], next: null, total: 1 } },

  async handle({ connection, actor }, { context, state, after, contents, limit, cursor }) {
    const all = await standingsOf(connection, { participant: actor.id, context, after });
    const fitting = state ? all.filter((row) => taskState(row) === state) : all;
    const rest = cursor ? fitting.filter(({ item }) => item < cursor) : fitting;
    const { items, next } = cut(rest, limit, ({ item }) => item);
    const reading = { participant: actor.id, contents };
    const read = await Promise.all(items.map((row) => readTask(connection, row, reading)));
    return { items: read.filter((one) => one !== null), next, total: fitting.length };
  },
});
