import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { standingOf } from '../../store/webhooks.ts';
import { query } from '../define.ts';
import { id } from '../resources/basics.ts';
import { showWebhook, webhookResource } from '../resources/webhook.ts';
import { exampleWebhook } from './fields.ts';
import { requireWebhook } from './references.ts';

export default query({
  name: 'webhook.get',
  summary: 'Read one webhook; its secret is never shown again.',
  http: 'GET /v1/webhooks/{id}',
  input: z.object({ id }),
  output: webhookResource,
  needs: { action: 'webhook.read' },
  refuses: ['not_found'],
  example: { input: { id: exampleWebhook.id }, output: exampleWebhook },

  async handle({ connection }, { id: named }) {
    const webhook = await requireWebhook(connection, named);
    return isRefusal(webhook) ? webhook : showWebhook(webhook, await standingOf(connection, webhook.id));
  },
});
