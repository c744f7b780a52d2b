import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { itemAbilities } from '../abilities.ts';
import { query } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { loadItemWithPeople } from '../item-facts.ts';
import { idOrKey } from '../resources/basics.ts';
import { openedItem, showItem } from '../resources/item.ts';

export default query({
  name: 'item.get',
  summary: 'Read one item: its contract, where it stands and what you may do with it.',
  http: 'GET /v1/items/{id}',
  input: z.object({ id: idOrKey }),
  output: openedItem,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: { ...exampleItem, abilities: ['item.update', 'item.commit'] } },

  async handle({ actor, connection, now }, { id }) {
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    return { ...showItem(loaded.item, now), abilities: await itemAbilities(actor, loaded) };
  },
});
