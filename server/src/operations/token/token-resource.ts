import { z } from 'zod';
import type { Token } from '../../store/tokens.ts';
import { id, instant, iso, isoOrNull } from '../resources/basics.ts';

export const tokenResource = z
  .object({
    id,
    name: z.string(),
    purpose: z.enum(['token', 'session', 'operator', 'setup']),
    createdAt: instant,
    expiresAt: instant.nullable().describe('Null: does not expire by itself.'),
  })
  .meta({ id: 'Token', description: 'A token or session; its text is shown only when it is made.' });

export const showToken = ({ id, name, purpose, createdAt, expiresAt }: Token): z.input<typeof tokenResource> => ({
  id,
  name,
  purpose,
  createdAt: iso(createdAt),
  expiresAt: isoOrNull(expiresAt),
});
