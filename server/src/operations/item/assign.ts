import { z } from 'zod';
import { assign } from '../../domain/clarify.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem, ids } from '../examples.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { resolveAssignee } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.assign',
  summary: 'Name who shall do the work; null leaves it to anybody able.',
  http: 'POST /v1/items/{id}/assign',
  input: z.object({
    id: idOrKey,
    assignee: z.string().max(200).nullable().describe('An id, name or e-mail address, or null.'),
  }),
  output: itemResource,
  needs: { action: 'item.assign', facts: itemFacts },
  refuses: ['not_found', 'unknown_reference', 'not_active', 'wrong_state'],
  example: { input: { id: 'OPS-12', assignee: 'cert-bot' }, output: { ...exampleItem, assignee: ids.bot, version: 2 } },

  async load({ connection, actor }, input) {
    const loaded = await loadItemWithPeople(connection, input.id);
    if (isRefusal(loaded)) return loaded;
    const assignee = await resolveAssignee(connection, input.assignee, actor);
    return isRefusal(assignee) ? assignee : { ...loaded, assignee };
  },

  decide({ changes, now }, { item, assignee }) {
    const events = assign(item, assignee);
    if (isRefusal(events)) return events;
    const after = changes.item(item, events);
    return showItem(events.length > 0 ? changed(item, after) : item, now);
  },
});
