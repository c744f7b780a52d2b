import { z } from 'zod';
import { costOfDelay } from '../../domain/inbox.ts';
import { limits } from '../../domain/limits.ts';
import { type InboxRow, openRequestsFor } from '../../store/requests.ts';
import { query } from '../define.ts';
import { exampleRequest } from '../examples.ts';
import { pageOf } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

const inboxEntry = requestResource
  .extend({
    itemKey: z.string().nullable(),
    itemTitle: z.string().nullable(),
    blocks: z.int().describe('Open items that wait behind it.'),
    cost: z.number().describe('What leaving it costs: the order of the inbox.'),
    why: z.array(z.string()).describe('Where that cost comes from, in words.'),
  })
  .meta({ id: 'InboxEntry', description: 'A request in the inbox of somebody who may answer it.' });

export default query({
  name: 'inbox.list',
  summary: 'Everything that needs you, the most costly to leave first, and why.',
  http: 'GET /v1/inbox',
  input: z.object({ limit: z.int().min(1).max(limits.pageSize).default(50) }),
  output: pageOf(inboxEntry),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: {
    input: {},
    output: {
      items: [
        {
          ...exampleRequest,
          itemKey: 'OPS-12',
          itemTitle: 'Renew the certificate',
          blocks: 2,
          cost: 26,
          why: ['work stands still until it is answered', '2 other items wait behind it'],
        },
      ],
      next: null,
    },
  },

  async handle({ connection, actor, now }, { limit }) {
    const rows = await openRequestsFor(connection, actor, 1_000);
    const items = rows
      .map((row) => entryOf(row, now))
      .sort((a, b) => b.cost - a.cost || a.createdAt.localeCompare(b.createdAt));
    return { items: items.slice(0, limit), next: null };
  },
});

function entryOf(row: InboxRow, now: number) {
  const { kind, blocking, blocks, due, createdAt, item_due: itemDue, item_priority: priority, item_risk: risk } = row;
  const { cost, why } = costOfDelay({ kind, blocking, blocks, due, itemDue, priority, risk, createdAt }, now);
  return {
    ...showRequest(row),
    itemKey: row.item_key,
    itemTitle: row.item_title,
    blocks,
    cost: Math.round(cost * 10) / 10,
    why,
  };
}
