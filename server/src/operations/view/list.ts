import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { listViews } from '../../store/views.ts';
import { query } from '../define.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { showView, viewResource } from '../resources/view.ts';
import { exampleView } from './fields.ts';

export default query({
  name: 'view.list',
  summary: 'List the saved views that you see, the oldest first: your own, your teams’ and everybody’s.',
  http: 'GET /v1/views',
  input: z.object(page),
  output: pageOf(viewResource),
  needs: { action: 'workspace.read' },
  refuses: ['invalid_input'],
  example: { input: {}, output: { items: [exampleView], next: null } },

  async handle({ connection, actor }, { limit, cursor: after }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const rows = await listViews(connection, { reader: actor, after, limit: limit + 1 });
    const { items, next } = cut(rows, limit, ({ id }) => id);
    return { items: items.map(showView), next };
  },
});
