import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { withdrawRequest } from '../../domain/request.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { type LoadedRequest, loadRequest, unblock } from '../respond-changes.ts';
import { id, reason } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

export default command({
  name: 'request.withdraw',
  summary: 'Take back a request that needs no answer any longer.',
  http: 'POST /v1/requests/{id}/withdraw',
  input: z.object({ id, reason: reason.optional() }),
  output: requestResource,
  needs: {
    action: 'request.withdraw',
    facts: ({ request, item }: LoadedRequest) => ({ creator: request.from, ...workFacts({ item }) }),
  },
  refuses: ['not_found', 'wrong_state'],
  example: { input: { id: ids.request }, output: { ...exampleRequest, state: 'withdrawn', answeredAt: ids.at } },

  load: (context, input) => loadRequest(context, input.id),

  decide({ changes }, { request, item }, { reason: why }) {
    const events = withdrawRequest(request, why ?? null);
    if (isRefusal(events)) return events;
    if (item && request.blocking) changes.item(item, [], unblock(request));
    return showRequest(changes.request(request, events, item));
  },
});
