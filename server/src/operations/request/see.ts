import { z } from 'zod';
import { see } from '../../domain/request.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { type LoadedRequest, loadRequest } from '../respond-changes.ts';
import { id } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

export default command({
  name: 'request.see',
  summary:
    'Say that you have looked at a request: the first look is kept, so that thinking and waiting can be told apart.',
  http: 'POST /v1/requests/{id}/see',
  input: z.object({ id }),
  output: requestResource,
  needs: {
    action: 'request.see',
    facts: ({ addressed, item }: LoadedRequest) => ({ addressed, ...workFacts({ item }) }),
  },
  refuses: ['not_found'],
  example: { input: { id: ids.request }, output: { ...exampleRequest, firstSeenAt: ids.at } },

  load: (context, input) => loadRequest(context, input.id),

  decide: ({ changes }, { request, item }) => showRequest(changes.request(request, see(request), item)),
});
