import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isId } from '../../store/items.ts';
import { readSnapshot } from '../../store/snapshot.ts';
import { query } from '../define.ts';
import { exampleItemSummary, exampleRequest, ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { itemSummary, showListed } from '../resources/item.ts';
import { requestResource, showRequest } from '../resources/request.ts';

export default query({
  name: 'snapshot.get',
  summary: 'Read all open work in one answer, and the position from which the feed goes on.',
  http: 'GET /v1/snapshot',
  input: z.object({
    items: z
      .array(id.refine(isId, 'is not an id'))
      .max(limits.pageSize)
      .optional()
      .describe('Only these items, ended ones too; one that does not exist is left out.'),
  }),
  output: z.object({
    position: z.int().describe('Follow the feed after it, and nothing is missed.'),
    items: z.array(itemSummary),
    requests: z.array(requestResource).describe('The open ones about these items.'),
    dependencies: z
      .array(z.object({ item: id, blocker: id.describe('What has to be finished first.') }))
      .describe('What these items wait for, where both are open.'),
  }),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: {
    input: { items: [ids.item] },
    output: {
      position: 4711,
      items: [exampleItemSummary],
      requests: [exampleRequest],
      dependencies: [{ item: ids.item, blocker: '0197a000-0000-7000-8000-000000000011' }],
    },
  },

  async handle({ connection, now }, { items: named }) {
    const { position, items, requests, dependencies } = await readSnapshot(connection, named);
    return {
      position,
      items: items.map((row) => showListed(row, now)),
      requests: requests.map(showRequest),
      dependencies,
    };
  },
});
