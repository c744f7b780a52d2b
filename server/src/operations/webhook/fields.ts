import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { ids } from '../examples.ts';
import { idOrKey } from '../resources/basics.ts';

/** What may be said of a webhook, when it is added and later. */
export const name = line(limits.nameLength).describe('What it is for.');
export const url = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .describe(
    'Where to send: an https address; http only for this machine itself. Private networks need COACT_PRIVATE_HOSTS.',
  );
export const types = z
  .array(
    z
      .string()
      .max(60)
      .regex(/^[a-z_]+\.([a-z_]+)?$/, 'must be a type such as item.claimed, or an area such as item.'),
  )
  .max(limits.listLength)
  .describe('Types of events such as `item.claimed`, or whole areas such as `item.`; none: all.');
export const filter = z
  .object({
    team: z.string().min(1).max(100).nullish().describe('Only what is about work of this team: an id or key.'),
    item: idOrKey.nullish().describe('Only what is about this item.'),
    actor: z.string().min(1).max(200).nullish().describe('Only what this participant did: an id or name.'),
  })
  .describe('What else a fact has to fit.');
export const secret = z
  .string()
  .describe(
    'What to verify signatures with, as Standard Webhooks say. Shown once: keep it where nobody else reads it.',
  );
export const keepHours = z
  .int()
  .min(0)
  .max(limits.secretOverlapHours)
  .default(24)
  .describe('Hours for which the old secret stays valid; both sign until then.');

export const exampleWebhook = {
  id: '0197a000-0000-7000-8000-000000000071',
  name: 'Chat of operations',
  url: 'https://hooks.example.com/coact',
  carries: 'events' as const,
  participant: ids.ana,
  types: ['item.', 'request.opened'],
  filter: { team: ids.team, item: null, actor: null },
  status: 'active' as const,
  disabledBecause: null,
  failingSince: null,
  previousSecretUntil: null,
  position: 12,
  pending: 0,
  dead: 0,
  createdBy: ids.ana,
  version: 1,
  createdAt: ids.at,
  updatedAt: ids.at,
};
export const exampleSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
