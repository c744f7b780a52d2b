import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { countReplayable, replayDeliveries } from '../../store/deliveries.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { id } from '../resources/basics.ts';
import { exampleWebhook } from './fields.ts';
import { requireWebhook } from './references.ts';

export default command({
  name: 'webhook.replay',
  summary: 'Send dead letters again, or any deliveries by their ids; each keeps its `webhook-id`.',
  http: 'POST /v1/webhooks/{id}/replay',
  input: z.object({
    id,
    deliveries: z
      .array(z.uuid({ error: 'is not a UUID' }))
      .min(1)
      .max(limits.listLength)
      .optional()
      .describe('All dead letters, unless stated.'),
  }),
  output: z.object({ replayed: z.int().describe('How many were put back.') }),
  needs: { action: 'webhook.manage' },
  refuses: ['not_found'],
  example: { input: { id: exampleWebhook.id }, output: { replayed: 3 } },

  load: async ({ connection }, { id: named, deliveries = null }) => {
    const webhook = await requireWebhook(connection, named);
    if (isRefusal(webhook)) return webhook;
    return gather({ webhook, count: countReplayable(connection, webhook.id, deliveries) });
  },

  decide({ connection, changes, now }, { webhook, count }, { deliveries = null }) {
    if (count === 0) return { replayed: 0 };
    changes.fact({ type: 'webhook.replayed', data: { id: webhook.id, deliveries: count } }, { subject: webhook.id });
    changes.also(replayDeliveries(connection, webhook.id, deliveries, now), 'any');
    return { replayed: count };
  },
});
