import { z } from 'zod';
import { withdraw } from '../../domain/clarify.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.withdraw',
  summary: 'Take ready work back to be clarified.',
  http: 'POST /v1/items/{id}/withdraw',
  input: z.object({ id: idOrKey, reason: reason.optional() }),
  output: itemResource,
  needs: { action: 'item.withdraw', facts: itemFacts },
  refuses: ['not_found', 'wrong_state'],
  example: { input: { id: 'OPS-12' }, output: { ...exampleItem, state: 'draft', version: 2 } },

  load: ({ connection }, { id }) => loadItemWithPeople(connection, id),

  decide({ changes, now }, { item }, { reason: why }) {
    const events = withdraw(item, why ?? null);
    if (isRefusal(events)) return events;
    return showItem(changed(item, changes.item(item, events)), now);
  },
});
