import { z } from 'zod';
import type { Token } from '../../store/tokens.ts';
import { id, instant, iso, isoOrNull } from '../resources/basics.ts';

export const tokenResource = z
  .object({
    id,
    name: z.string(),
    purpose: z.enum(['token', 'session', 'operator', 'setup', 'reset']),
    createdAt: instant,
    expiresAt: instant.nullable().describe('Null: does not expire by itself.'),
    lastUsedAt: instant.nullable().describe('Within an hour; null: not yet.'),
    scopes: z.array(z.string()).nullable().describe('What it may be used for; null: all that its participant may.'),
    teams: z.array(id).nullable().describe('The teams that it is kept to, with those below them; null: every team.'),
  })
  .meta({ id: 'Token', description: 'A token or session; its text is shown only when it is made.' });

export const showToken = ({
  id,
  name,
  purpose,
  createdAt,
  expiresAt,
  lastUsedAt,
  scopes,
  teams,
}: Token): z.input<typeof tokenResource> => ({
  id,
  name,
  purpose,
  createdAt: iso(createdAt),
  expiresAt: isoOrNull(expiresAt),
  lastUsedAt: isoOrNull(lastUsedAt),
  scopes,
  teams,
});
