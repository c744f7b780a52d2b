import { z } from 'zod';
import { move } from '../../domain/clarify.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { isOpen } from '../../domain/work-item.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { ancestors, countChild, lockGraph } from '../graph-changes.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { requireParent } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.move',
  summary: 'File the item as a part of a larger one, or of none.',
  http: 'POST /v1/items/{id}/move',
  locks: true,
  input: z.object({ id: idOrKey, parent: idOrKey.nullable() }),
  output: itemResource,
  needs: { action: 'item.depend', facts: itemFacts },
  refuses: ['not_found', 'unknown_reference', 'wrong_state', 'cycle'],
  example: { input: { id: 'OPS-12', parent: null }, output: exampleItem },

  async load({ connection }, { id, parent: named }) {
    await lockGraph(connection);
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    const parent = await requireParent(connection, named);
    if (isRefusal(parent)) return parent;
    return { ...loaded, parent, above: parent ? await ancestors(connection, parent.id) : [] };
  },

  decide({ changes, now }, { item, parent, above }) {
    const events = move(item, parent?.id ?? null, above);
    if (isRefusal(events)) return events;
    if (events.length === 0) return showItem(item, now);
    const after = changes.item(item, events);
    if (isOpen(item.state)) {
      countChild(changes, item.parent, -1);
      countChild(changes, after.parent, 1);
    }
    return showItem(changed(item, after), now);
  },
});
