import { z } from 'zod';
import type { StoredHook } from '../../store/hooks.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';

export const acts = ['intake', 'check', 'finish'] as const;

export const hookResource = z
  .object({
    id,
    name: z.string(),
    form: z.enum(['generic', 'github']),
    address: z.string().describe('Where the other system sends to.'),
    participant: id.describe('The system in whose name it acts.'),
    allows: z.array(z.enum(acts)),
    team: id.nullable().describe('Where intake goes; null: the first team of the participant.'),
    labels: z.array(z.string()),
    criteria: z.array(z.object({ check: z.string(), criterion: z.string() })),
    enabled: z.boolean(),
    previousSecretUntil: instant.nullable(),
    createdBy: id,
    version: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Hook', description: 'An address at which another system tells of something, signed.' });

export const showHook = (one: StoredHook, { publicUrl }: { publicUrl: string }): z.input<typeof hookResource> => ({
  id: one.id,
  name: one.name,
  form: one.form,
  address: `${publicUrl}/hooks/${one.id}`,
  participant: one.participant,
  allows: one.allows,
  team: one.team,
  labels: one.labels,
  criteria: one.criteria,
  enabled: one.enabled,
  previousSecretUntil: isoOrNull(one.previousUntil),
  createdBy: one.createdBy,
  version: one.version,
  createdAt: iso(one.createdAt),
  updatedAt: iso(one.updatedAt),
});
