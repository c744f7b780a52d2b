import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { completeIndex, findEntry } from '../../store/ledger-index.ts';
import { query } from '../define.ts';
import { exampleEvent } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { feedEntry, showEntry } from '../resources/event.ts';

export default query({
  name: 'event.get',
  summary: 'Read one fact of the ledger with its place; a fact has it moments after it happened.',
  http: 'GET /v1/events/{id}',
  input: z.object({ id }),
  output: feedEntry,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: exampleEvent.id }, output: { ...exampleEvent, position: 1 } },

  async handle({ connection }, { id: named }) {
    await completeIndex(connection);
    const entry = isId(named) ? await findEntry(connection, named) : null;
    return entry ? showEntry(entry) : refuse('not_found', { field: 'id', event: named });
  },
});
