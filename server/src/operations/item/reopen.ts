import { z } from 'zod';
import { reopen } from '../../domain/clarify.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { findParticipant } from '../../store/people.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { countChild, findDependants, tellDependants } from '../graph-changes.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.reopen',
  summary: 'Take finished work up again; it counts as a defect that got away, so say why.',
  http: 'POST /v1/items/{id}/reopen',
  locks: true,
  input: z.object({ id: idOrKey, reason }),
  output: itemResource,
  needs: { action: 'item.reopen', facts: itemFacts },
  refuses: ['not_found', 'wrong_state'],
  example: {
    input: { id: 'OPS-12', reason: 'The old certificate is still served in Lyon.' },
    output: { ...exampleItem, state: 'ready', version: 9 },
  },

  async load({ connection }, { id }) {
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    const dependants = await findDependants(connection, loaded.item.id);
    const owner = await findParticipant(connection, loaded.item.contract.owner);
    return { ...loaded, dependants, ownerless: owner?.status === 'retired' };
  },

  decide({ actor, changes, now }, { item, dependants, ownerless }, { reason: why }) {
    // Only its owner or an admin reopens work: with the owner gone, whoever does so answers for it.
    const events = reopen(item, why, ownerless ? actor.id : null);
    if (isRefusal(events)) return events;
    const after = changes.item(item, events);
    tellDependants(changes, after, dependants, 1);
    countChild(changes, item.parent, 1, 'whatever its state');
    return showItem(changed(item, after), now);
  },
});
