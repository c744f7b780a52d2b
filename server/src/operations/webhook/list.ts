import { z } from 'zod';
import { listWebhooks } from '../../store/webhooks.ts';
import { query } from '../define.ts';
import { showWebhook, webhookResource } from '../resources/webhook.ts';
import { exampleWebhook } from './fields.ts';

export default query({
  name: 'webhook.list',
  summary: 'List the webhooks, the oldest first, with what waits and what was given up.',
  http: 'GET /v1/webhooks',
  input: z.object({}),
  output: z.object({ items: z.array(webhookResource) }),
  needs: { action: 'webhook.read' },
  refuses: [],
  example: { input: {}, output: { items: [exampleWebhook] } },

  async handle({ connection }) {
    const all = await listWebhooks(connection);
    return { items: all.map((one) => showWebhook(one, one)) };
  },
});
