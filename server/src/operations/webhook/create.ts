import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { mintSecret } from '../../domain/webhook/sign.ts';
import { readHead } from '../../store/ledger.ts';
import { insertWebhook, listWebhooks, lockWebhooks, sealWebhookSecret } from '../../store/webhooks.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { requireParticipant } from '../references.ts';
import { showWebhook, webhookResource } from '../resources/webhook.ts';
import * as fields from './fields.ts';
import { refuseAddress, resolveFilter } from './references.ts';

export default command({
  name: 'webhook.create',
  summary: 'Send what happens to an address: signed, in order for each item, tried again for three days.',
  http: 'POST /v1/webhooks',
  status: 201,
  locks: true,
  input: z.object({
    name: fields.name,
    url: fields.url,
    carries: z
      .enum(['events', 'assignments'])
      .default('events')
      .describe(
        '`assignments`: the work that is assigned or offered to `participant`, with its brief and a token for an hour.',
      ),
    participant: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Only what they may see is sent; of assignments, whose work it is. You, unless stated.'),
    types: fields.types.default([]),
    filter: fields.filter.default({}),
  }),
  output: webhookResource.extend({ secret: fields.secret }),
  secrets: ['secret'],
  needs: { action: 'webhook.manage' },
  refuses: ['unknown_reference', 'not_active', 'limit_reached', 'invalid_input'],
  example: {
    input: {
      name: 'Chat of operations',
      url: 'https://hooks.example.com/coact',
      types: ['item.', 'request.opened'],
      filter: { team: 'OPS' },
    },
    output: { ...fields.exampleWebhook, secret: fields.exampleSecret },
  },

  async load({ connection, actor, server }, { url, carries, participant, filter }) {
    const unsafe = refuseAddress(url, server.privateHosts);
    if (unsafe) return unsafe;
    await lockWebhooks(connection);
    if ((await listWebhooks(connection)).length >= limits.webhooks)
      return refuse('limit_reached', { limit: limits.webhooks });
    const found = await gather({
      whose: requireParticipant(connection, 'participant', participant ?? 'me', actor),
      filter: resolveFilter(connection, filter, actor),
    });
    if (isRefusal(found)) return found;
    const { whose } = found;
    if (whose.status === 'retired') return refuse('not_active', { participant: whose.id, status: whose.status });
    if (carries === 'assignments' && whose.kind === 'human')
      return refuse('invalid_input', {
        errors: [{ field: 'participant', problem: 'must be an agent or a system: it gets a token that acts for it' }],
      });
    return { ...found, cursor: (await readHead(connection)).size };
  },

  decide({ actor, connection, changes, ids, now }, { whose, filter, cursor }, { name, url, carries, types }) {
    const own = ids.next();
    const secret = mintSecret();
    const webhook = {
      id: own,
      name,
      url,
      carries,
      types,
      participant: whose.id,
      team: null,
      item: null,
      actor: null,
      ...filter,
      status: 'active' as const,
      disabledBecause: null,
      failingSince: null,
      cursor,
      secret: sealWebhookSecret(connection, own, secret),
      previousSecret: null,
      previousUntil: null,
      createdBy: actor.id,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const { id, participant, team, item, actor: by } = webhook;
    changes.fact(
      {
        type: 'webhook.created',
        data: { id, name, host: new URL(url).host, carries, participant, types, filter: { team, item, actor: by } },
      },
      { subject: id },
      insertWebhook(connection, webhook),
    );
    return { ...showWebhook(webhook, { pending: 0, dead: 0 }), secret };
  },
});
