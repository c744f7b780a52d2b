import { z } from 'zod';
import { expireRequest } from '../../domain/request.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { answerItem, loadRequest } from '../respond-changes.ts';
import { id } from '../resources/basics.ts';

export default command({
  name: 'request.expire',
  summary: 'Let a question whose deadline is over be answered by its default.',
  http: 'POST /v1/requests/{id}/expire',
  internal: true,
  input: z.object({ id }),
  output: null,
  needs: { action: 'job.run' },
  refuses: ['not_found'],
  example: { input: { id: ids.request }, output: null },

  load: (context, input) => loadRequest(context, input.id),

  decide(context, { request, item }) {
    const events = expireRequest(request, context.now);
    if (events.length === 0) return null;
    const answered = context.changes.request(request, events, item);
    if (item) answerItem(context, item, answered, String(answered.response?.['answer'] ?? ''));
    return null;
  },
});
