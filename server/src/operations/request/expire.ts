import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { expireRequest } from '../../domain/request.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { answerItem, loadRequest } from '../respond-changes.ts';
import { aboveDecider, silence } from '../silent-decision.ts';
import { id } from '../resources/basics.ts';

export default command({
  name: 'request.expire',
  summary: 'Let what was stated for silence hold where the deadline of a question or a decision is over.',
  http: 'POST /v1/requests/{id}/expire',
  internal: true,
  input: z.object({ id }),
  output: null,
  needs: { action: 'job.run' },
  refuses: ['not_found'],
  example: { input: { id: ids.request }, output: null },

  async load(context, input) {
    const loaded = await loadRequest(context, input.id);
    return isRefusal(loaded) ? loaded : { ...loaded, above: await aboveDecider(context, loaded) };
  },

  async decide(context, loaded) {
    const { request, item } = loaded;
    if (request.kind === 'decision') {
      await silence(context, loaded);
      return null;
    }
    const events = expireRequest(request, context.now);
    if (events.length === 0) return null;
    const answered = context.changes.request(request, events, item);
    if (item) answerItem(context, item, answered, String(answered.response?.['answer'] ?? ''));
    return null;
  },
});
