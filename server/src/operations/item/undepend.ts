import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { blockersOf } from '../../store/items.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { lockGraph } from '../graph-changes.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.undepend',
  summary: 'Say that the item need not wait for another one any longer.',
  http: 'DELETE /v1/items/{id}/dependencies/{blocker}',
  locks: true,
  input: z.object({ id: idOrKey, blocker: idOrKey }),
  output: itemResource,
  needs: { action: 'item.depend', facts: itemFacts },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12', blocker: 'OPS-11' }, output: { ...exampleItem, version: 2 } },

  async load({ connection }, { id, blocker: named }) {
    await lockGraph(connection);
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    const blocker = (await blockersOf(connection, loaded.item.id)).find(
      (one) => one.id === named || one.key === named.toUpperCase(),
    );
    return blocker ? { ...loaded, blocker } : refuse('not_found', { field: 'blocker', item: named });
  },

  decide({ changes, connection: { workspace }, now }, { item, blocker }) {
    const counters = { openBlockers: blocker.state === 'done' ? 0 : -1 };
    const after = changes.item(item, [], { counters });
    changes.fact(
      { type: 'dependency.removed', data: { blocker: blocker.id, blockerKey: blocker.key } },
      { item },
      sql`delete from dependencies where workspace = ${workspace} and item = ${item.id} and blocker = ${blocker.id} returning 1`,
    );
    changes.move(blocker.id, { done: blocker.state === 'done' });
    return showItem(changed(item, after, counters), now);
  },
});
