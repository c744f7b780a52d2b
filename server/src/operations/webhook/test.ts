import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { insertDeliveries } from '../../store/deliveries.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleWebhook } from './fields.ts';
import { requireWebhook } from './references.ts';

export default command({
  name: 'webhook.test',
  summary: 'Send a test to a webhook, like any delivery; its attempts say how it went.',
  http: 'POST /v1/webhooks/{id}/test',
  status: 202,
  input: z.object({ id }),
  output: z.object({ delivery: id.describe('Among `webhook.deliveries`.') }),
  needs: { action: 'webhook.manage' },
  refuses: ['not_found', 'not_active'],
  example: { input: { id: exampleWebhook.id }, output: { delivery: '0197a000-0000-7000-8000-000000000072' } },

  async load({ connection }, { id: named }) {
    const webhook = await requireWebhook(connection, named);
    if (isRefusal(webhook)) return webhook;
    return webhook.status === 'active'
      ? { webhook }
      : refuse('not_active', { webhook: webhook.id, status: webhook.status });
  },

  decide({ connection, changes, ids, now }, { webhook }) {
    const delivery = ids.next();
    const row = { id: delivery, place: 0, event: null, type: 'webhook.test', item: null, lane: delivery };
    changes.fact(
      { type: 'webhook.tested', data: { id: webhook.id, delivery } },
      { subject: webhook.id },
      insertDeliveries(connection, webhook.id, [row], now),
    );
    return { delivery };
  },
});
