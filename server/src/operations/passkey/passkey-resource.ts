import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import type { Passkey } from '../../store/passkeys.ts';
import { id, instant, iso, isoOrNull } from '../resources/basics.ts';

export const passkeyName = z.string().trim().min(1).max(limits.nameLength).describe('Where it is, such as “My phone”.');

export const passkeyResource = z
  .object({
    id,
    name: z.string(),
    host: z.string().describe('The host name under which browsers offer it.'),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'Passkey', description: 'A key, kept by a device or a password manager, with which a person signs in.' });

export const showPasskey = ({ id, name, host, createdAt, lastUsedAt }: Passkey): z.input<typeof passkeyResource> => ({
  id,
  name,
  host,
  createdAt: iso(createdAt),
  lastUsedAt: isoOrNull(lastUsedAt),
});

export const examplePasskey = {
  id: '0197a000-0000-7000-8000-000000000071',
  name: 'My phone',
  host: 'coact.example.com',
  createdAt: '2026-01-05T09:00:00.000Z',
  lastUsedAt: null,
};
