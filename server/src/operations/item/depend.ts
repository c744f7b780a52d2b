import { z } from 'zod';
import { refuseCycle } from '../../domain/dependencies.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { isOpen } from '../../domain/work-item.ts';
import type { Connection } from '../../store/database.ts';
import { type StoredItem, blockersOf } from '../../store/items.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { addDependencies, blocks, lockGraph, requireBlockers, upstreamEdges } from '../graph-changes.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

export default command({
  name: 'item.depend',
  summary: 'Say what has to be finished before this item can start.',
  http: 'POST /v1/items/{id}/dependencies',
  locks: true,
  input: z.object({
    id: idOrKey,
    blockedBy: z
      .union([idOrKey.transform((one) => [one]), z.array(idOrKey).min(1).max(limits.blockers)])
      .describe('One item, or several.'),
  }),
  output: itemResource,
  needs: { action: 'item.depend', facts: itemFacts },
  refuses: ['not_found', 'unknown_reference', 'wrong_state', 'cycle', 'limit_reached'],
  example: {
    input: { id: 'OPS-12', blockedBy: ['OPS-11'] },
    output: { ...exampleItem, blocked: true, openBlockers: 1, version: 2 },
  },

  async load({ connection }, { id, blockedBy }) {
    await lockGraph(connection);
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    const named = await requireBlockers(connection, blockedBy);
    if (isRefusal(named)) return named;
    const known = new Set((await blockersOf(connection, loaded.item.id)).map((one) => one.id));
    if (known.size + named.length > limits.blockers) return refuse('limit_reached', { limit: limits.blockers });
    const blockers = named.filter((one) => !known.has(one.id));
    const refusal = await refuseCycles(connection, loaded.item, blockers);
    return refusal ?? { ...loaded, blockers };
  },

  decide({ changes, connection, now }, { item, blockers }) {
    if (!isOpen(item.state))
      return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
    if (blockers.length === 0) return showItem(item, now);
    const counters = { openBlockers: blockers.filter(blocks).length };
    const after = changes.item(item, [], { counters });
    addDependencies(changes, connection, after, blockers, now);
    return showItem(changed(item, after, counters), now);
  },
});

async function refuseCycles(
  connection: Connection,
  item: StoredItem,
  blockers: readonly StoredItem[],
): Promise<Refusal | null> {
  const ids = blockers.map(({ id }) => id);
  const upstream = await upstreamEdges(connection, ids);
  for (const blocker of ids) {
    const refusal = refuseCycle({ item: item.id, blocker }, upstream);
    if (refusal) return refusal;
  }
  return null;
}
