import { z } from 'zod';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import { type Addressee, type Request, forwardRequest } from '../../domain/request.ts';
import { namedAddressee, resolveAddressee, whoMayBeAsked } from '../addressee.ts';
import { isHeldRequest } from '../answer-held.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { id, reason } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';
import { type LoadedRequest, loadRequest } from '../respond-changes.ts';

type Loaded = LoadedRequest & { to: Addressee };

export default command({
  name: 'request.forward',
  summary: 'Escalate a request: pass it on to somebody who is better placed to answer, with the reason.',
  http: 'POST /v1/requests/{id}/forward',
  input: z.object({ id, to: namedAddressee.describe(`${whoMayBeAsked}.`), reason }),
  output: requestResource,
  needs: {
    action: 'request.forward',
    facts: ({ addressed, request, item }: Loaded) => ({ addressed, creator: asker(request), ...workFacts({ item }) }),
  },
  refuses: ['not_found', 'unknown_reference', 'wrong_state', 'not_active'],
  example: {
    input: { id: ids.request, to: 'role:admin', reason: 'It costs more than I may decide on.' },
    output: { ...exampleRequest, to: { role: 'admin' } },
  },

  async load(context, input): Promise<Loaded | Refusal> {
    const loaded = await loadRequest(context, input.id);
    if (isRefusal(loaded)) return loaded;
    const to = await resolveAddressee(context, input.to);
    return isRefusal(to) ? to : { ...loaded, to };
  },

  decide({ changes }, { request, item, to }, { reason: why }) {
    const events = forwardRequest(request, to, why);
    return isRefusal(events) ? events : showRequest(changes.request(request, events, item));
  },
});

/** Whoever asked may ask somebody else, but nobody chooses who judges what they did or want to do. */
const asker = (request: Request) => (request.kind === 'review' || isHeldRequest(request) ? null : request.from);
