import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { mintSecret } from '../../domain/webhook/sign.ts';
import { ifOpens } from '../../store/vault.ts';
import { sealWebhookSecret, updateWebhook } from '../../store/webhooks.ts';
import { command } from '../define.ts';
import { id, instant, iso } from '../resources/basics.ts';
import { exampleSecret, exampleWebhook, keepHours, secret } from './fields.ts';
import { requireWebhook } from './references.ts';

export default command({
  name: 'webhook.rotate',
  summary: 'Give a webhook a new secret; until the old one ends, deliveries carry a signature of each.',
  http: 'POST /v1/webhooks/{id}/rotate',
  input: z.object({ id, keepHours }),
  output: z.object({ id, secret, previousSecretUntil: instant, version: z.int() }),
  secrets: ['secret'],
  needs: { action: 'webhook.manage' },
  refuses: ['not_found'],
  example: {
    input: { id: exampleWebhook.id, keepHours: 24 },
    output: {
      id: exampleWebhook.id,
      secret: exampleSecret,
      previousSecretUntil: '2026-01-06T09:00:00.000Z',
      version: 2,
    },
  },

  async load({ connection }, { id: named }) {
    const webhook = await requireWebhook(connection, named);
    return isRefusal(webhook) ? webhook : { webhook };
  },

  decide({ connection, changes, now }, { webhook }, { keepHours: hours }) {
    const previousUntil = now + hours * 3_600_000;
    const minted = mintSecret();
    const kept = { secret: sealWebhookSecret(connection, webhook.id, minted), previousSecret: ifOpens(webhook.secret) };
    const after = { ...webhook, ...kept, previousUntil, updatedAt: now };
    changes.fact(
      { type: 'webhook.secret_rotated', data: { id: webhook.id, previousUntil: iso(previousUntil) } },
      { subject: webhook.id },
      updateWebhook(connection, webhook, after),
    );
    return {
      id: webhook.id,
      secret: minted,
      previousSecretUntil: iso(previousUntil),
      version: webhook.version + 1,
    };
  },
});
