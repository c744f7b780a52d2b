import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { cancelItem, loadSurroundings } from '../ending-changes.ts';
import { exampleItem, ids } from '../examples.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.cancel',
  summary: 'End work that is no longer wanted; the owners of whatever waits for it are told.',
  http: 'POST /v1/items/{id}/cancel',
  locks: true,
  input: z.object({ id: idOrKey, reason: reason.optional() }),
  output: itemResource,
  needs: { action: 'item.cancel', facts: itemFacts },
  refuses: ['not_found', 'wrong_state'],
  example: {
    input: { id: 'OPS-12', reason: 'The service is switched off.' },
    output: { ...exampleItem, state: 'cancelled', endedAt: ids.at, version: 2 },
  },

  async load(context, { id }) {
    const loaded = await loadItemWithPeople(context.connection, id);
    return isRefusal(loaded) ? loaded : { ...loaded, surroundings: await loadSurroundings(context, loaded.item.id) };
  },

  decide(context, { item, surroundings }, { reason: why }) {
    const after = cancelItem(context, { item, reason: why ?? null }, surroundings);
    return isRefusal(after)
      ? after
      : showItem(changed(item, after, { blockingRequests: -item.blockingRequests }), context.now);
  },
});
