import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { causesOf, completeIndex, effectsOf, findEntry } from '../../store/ledger-index.ts';
import { query } from '../define.ts';
import { exampleEvent, ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { feedEntry, showEntry } from '../resources/event.ts';

export default query({
  name: 'event.chain',
  summary: 'Follow a fact to what led to it, back to the first cause, and to what it caused itself.',
  http: 'GET /v1/events/{id}/chain',
  input: z.object({ id }),
  output: z
    .object({
      causes: z.array(feedEntry).describe('What led to it, the first cause first; empty where somebody simply did it.'),
      event: feedEntry,
      effects: z
        .array(feedEntry)
        .describe(`What it caused itself, oldest first; the first ${limits.pageSize} of them.`),
    })
    .meta({ id: 'EventChain', description: 'A fact between its causes and its effects.' }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: exampleEvent.id },
    output: {
      causes: [],
      event: { ...exampleEvent, position: 1 },
      effects: [{ ...exampleEvent, id: ids.request, cause: exampleEvent.id, position: 2 }],
    },
  },

  async handle({ connection }, { id: named }) {
    if (!isId(named)) return refuse('not_found', { field: 'id', event: named });
    await completeIndex(connection);
    const [entry, causes, effects] = await Promise.all([
      findEntry(connection, named),
      causesOf(connection, named),
      effectsOf(connection, named, limits.pageSize),
    ]);
    if (!entry) return refuse('not_found', { field: 'id', event: named });
    return { causes: causes.map(showEntry), event: showEntry(entry), effects: effects.map(showEntry) };
  },
});
