import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { findParticipant } from '../../store/people.ts';
import { updateWebhook } from '../../store/webhooks.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleWebhook } from './fields.ts';
import { requireWebhook } from './references.ts';

const because = {
  gone: 'It answered 410: it is gone for good.',
  failing: 'It has failed for three days.',
  nobody: 'Whoever it sends for is no longer here.',
} as const;

export default command({
  name: 'webhook.disable',
  summary: 'Switch off a webhook that cannot be delivered to, and tell whoever made it.',
  http: 'POST /v1/webhooks/{id}/disable',
  internal: true,
  input: z.object({ id, because: z.enum(['gone', 'failing', 'nobody']) }),
  output: null,
  needs: { action: 'job.run' },
  refuses: ['not_found'],
  example: { input: { id: exampleWebhook.id, because: 'failing' }, output: null },

  async load({ connection }, { id: named }) {
    const webhook = await requireWebhook(connection, named);
    if (isRefusal(webhook)) return webhook;
    return { webhook, maker: await findParticipant(connection, webhook.createdBy) };
  },

  decide({ connection, changes, ids, now }, { webhook, maker }, { because: why }) {
    if (webhook.status !== 'active') return null;
    const after = { ...webhook, status: 'disabled' as const, disabledBecause: why, updatedAt: now };
    changes.fact(
      { type: 'webhook.disabled', data: { id: webhook.id, because: why } },
      { subject: webhook.id },
      updateWebhook(connection, webhook, after),
    );
    const to = maker?.status === 'active' ? { participant: maker.id } : { role: 'admin' as const };
    const body = {
      text: `The webhook “${webhook.name}” was switched off. ${because[why]}`,
      class: 'external',
      severity: 'medium',
      needed:
        'Mend the receiver and switch the webhook on again (webhook.update), or remove it. Until then what happens waits in the ledger.',
    };
    const asked = {
      kind: 'exception' as const,
      from: null,
      to,
      item: null,
      run: null,
      blocking: false,
      due: null,
      ladder: null,
    };
    changes.request(null, [{ type: 'request.opened', data: { id: ids.next(), ...asked, body } }]);
    return null;
  },
});
