import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { deleteWebhook } from '../../store/webhooks.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleWebhook } from './fields.ts';
import { requireWebhook } from './references.ts';

export default command({
  name: 'webhook.delete',
  summary: 'Remove a webhook, with what waits, its dead letters and its attempts.',
  http: 'DELETE /v1/webhooks/{id}',
  input: z.object({ id }),
  output: null,
  needs: { action: 'webhook.manage' },
  refuses: ['not_found'],
  example: { input: { id: exampleWebhook.id }, output: null },

  async load({ connection }, { id: named }) {
    const webhook = await requireWebhook(connection, named);
    return isRefusal(webhook) ? webhook : { webhook };
  },

  decide({ connection, changes }, { webhook }) {
    const { id: deleted, name } = webhook;
    changes.fact(
      { type: 'webhook.deleted', data: { id: deleted, name } },
      { subject: deleted },
      deleteWebhook(connection, webhook),
    );
    return null;
  },
});
