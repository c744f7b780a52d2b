import { z } from 'zod';
import { commit } from '../../domain/clarify.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.commit',
  summary: 'Say that the work is clear enough to be handed out; refused with every part that is missing.',
  http: 'POST /v1/items/{id}/commit',
  input: z.object({ id: idOrKey }),
  output: itemResource,
  needs: { action: 'item.commit', facts: itemFacts },
  refuses: ['not_found', 'wrong_state', 'not_ready'],
  example: { input: { id: 'OPS-12' }, output: { ...exampleItem, state: 'ready', version: 2 } },

  load: ({ connection }, { id }) => loadItemWithPeople(connection, id),

  decide({ changes, now }, { item }) {
    const events = commit(item);
    if (isRefusal(events)) return events;
    return showItem(changed(item, changes.item(item, events)), now);
  },
});
