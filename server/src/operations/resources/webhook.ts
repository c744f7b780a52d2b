import { z } from 'zod';
import type { Standing, StoredWebhook } from '../../store/webhooks.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';

export const webhookResource = z
  .object({
    id,
    name: z.string(),
    url: z.string(),
    carries: z
      .enum(['events', 'assignments'])
      .describe('Facts of the ledger; or the work that is assigned or offered to `participant`.'),
    participant: id.describe('Only what they may see is sent; of assignments, whose work it is.'),
    types: z.array(z.string()),
    filter: z.object({ team: id.nullable(), item: id.nullable(), actor: id.nullable() }),
    status: z.enum(['active', 'disabled']),
    disabledBecause: z
      .string()
      .nullable()
      .describe(
        '`by_hand`, `gone` (it answered 410), `failing` (for three days) or `nobody` (its participant has left).',
      ),
    failingSince: instant.nullable().describe('Since when every attempt has failed.'),
    previousSecretUntil: instant.nullable().describe('How long the secret before this one signs as well.'),
    position: z.int().describe('The place in the ledger up to which it has been given what fits.'),
    pending: z.int().describe('Deliveries that wait.'),
    dead: z.int().describe('Dead letters: given up after three days.'),
    createdBy: id,
    version: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Webhook', description: 'Where events are sent, signed, in order for each item.' });

export const showWebhook = (one: StoredWebhook, { pending, dead }: Standing): z.input<typeof webhookResource> => ({
  id: one.id,
  name: one.name,
  url: one.url,
  carries: one.carries,
  participant: one.participant,
  types: [...one.types],
  filter: { team: one.team, item: one.item, actor: one.actor },
  status: one.status,
  disabledBecause: one.disabledBecause,
  failingSince: isoOrNull(one.failingSince),
  previousSecretUntil: isoOrNull(one.previousUntil),
  position: one.cursor,
  pending,
  dead,
  createdBy: one.createdBy,
  version: one.version,
  createdAt: iso(one.createdAt),
  updatedAt: iso(one.updatedAt),
});
