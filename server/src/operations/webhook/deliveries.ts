import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { type Delivery, type StoredAttempt, attemptsOf, listDeliveries } from '../../store/deliveries.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { requireItem } from '../references.ts';
import { cut, id, idOrKey, instant, iso, isoOrNull, page, pageOf } from '../resources/basics.ts';
import { exampleWebhook } from './fields.ts';
import { requireWebhook } from './references.ts';

/** As many of the newest attempts as an answer tells of each delivery: three days hold fewer. */
const MOST = 30;

const attempt = z.object({
  at: instant,
  status: z.int().nullable().describe('Of the answer; null where none came.'),
  ms: z.int(),
  error: z.string().nullable().describe('Why it counts as failed; null where it does not.'),
});
const resource = z
  .object({
    id: id.describe('The `webhook-id` of every attempt.'),
    type: z.string(),
    event: id.nullable(),
    position: z.int().describe('The place of the fact in the ledger; 0 for a test.'),
    item: id.nullable(),
    state: z
      .enum(['pending', 'delivered', 'dead', 'skipped'])
      .describe(
        '`skipped`: by the time it could be sent, it was no longer to be seen, or the work was no longer theirs.',
      ),
    nextAt: instant.nullable().describe('When it is tried next.'),
    endedAt: instant.nullable(),
    createdAt: instant,
    attempts: z.array(attempt).describe('The newest first.'),
  })
  .meta({ id: 'WebhookDelivery', description: 'One fact on its way to a webhook, with every attempt.' });

export default query({
  name: 'webhook.deliveries',
  summary: 'List what was sent to a webhook, the newest first: every attempt with its time, status and error.',
  http: 'GET /v1/webhooks/{id}/deliveries',
  input: z.object({
    id,
    state: z.enum(['pending', 'delivered', 'dead', 'skipped']).optional().describe('`dead`: the dead letters.'),
    item: idOrKey.optional(),
    ...page,
    cursor: z.uuid({ error: 'is not a UUID' }).optional().describe('`next` of the page before.'),
  }),
  output: pageOf(resource),
  needs: { action: 'webhook.read' },
  refuses: ['not_found'],
  example: {
    input: { id: exampleWebhook.id },
    output: {
      items: [
        {
          id: '0197a000-0000-7000-8000-000000000072',
          type: 'item.committed',
          event: '0197a000-0000-7000-8000-000000000041',
          position: 12,
          item: ids.item,
          state: 'delivered',
          nextAt: null,
          endedAt: ids.at,
          createdAt: ids.at,
          attempts: [{ at: ids.at, status: 204, ms: 38, error: null }],
        },
      ],
      next: null,
    },
  },

  async handle({ connection }, { id: named, state, item, limit, cursor }) {
    const found = await gather({
      webhook: requireWebhook(connection, named),
      item: item === undefined ? undefined : requireItem(connection, item),
    });
    if (isRefusal(found)) return found;
    const { webhook, item: about } = found;
    const rows = await listDeliveries(connection, {
      webhook: webhook.id,
      state,
      item: about?.id,
      after: cursor,
      limit: limit + 1,
    });
    const attempts = await attemptsOf(
      connection,
      rows.map((row) => row.id),
      MOST,
    );
    const byDelivery = Map.groupBy(attempts, ({ delivery }) => delivery);
    return cut(
      rows.map((row) => show(row, byDelivery.get(row.id) ?? [])),
      limit,
      (row) => row.id,
    );
  },
});

const show = (one: Delivery, attempts: readonly StoredAttempt[]): z.input<typeof resource> => ({
  id: one.id,
  type: one.type,
  event: one.event,
  position: one.place,
  item: one.item,
  state: one.state,
  nextAt: one.state === 'pending' ? iso(one.nextAt) : null,
  endedAt: isoOrNull(one.endedAt),
  createdAt: iso(one.createdAt),
  attempts: attempts.map(({ at, status, ms, error }) => ({ at: iso(at), status, ms, error })),
});
