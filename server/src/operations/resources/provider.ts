import { z } from 'zod';
import type { StoredProvider } from '../../store/providers.ts';
import { id, instant, iso } from './basics.ts';

export const providerResource = z
  .object({
    id,
    name: z.string().describe('As it stands on the button.'),
    issuer: z.string(),
    clientId: z.string(),
    hasSecret: z.boolean().describe('Whether a client secret is kept; it is never shown.'),
    scopes: z.array(z.string()),
    groupsClaim: z.string().nullable(),
    mappings: z.array(
      z.object({ group: z.string(), role: z.enum(['admin', 'member', 'guest']).nullable(), teams: z.array(id) }),
    ),
    createPeople: z.boolean(),
    emailDomains: z.array(z.string()),
    callback: z.string().describe('The redirect URI to register with the provider.'),
    version: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Provider', description: 'A provider of OpenID Connect through which people sign in.' });

/** Where every provider sends people back to. */
export const callbackOf = (publicUrl: string): string => `${publicUrl}/sign-in/callback`;

export const showProvider = (
  one: StoredProvider,
  { publicUrl }: { publicUrl: string },
): z.input<typeof providerResource> => ({
  id: one.id,
  name: one.name,
  issuer: one.issuer,
  clientId: one.clientId,
  hasSecret: one.clientSecret !== null,
  scopes: one.scopes,
  groupsClaim: one.groupsClaim,
  mappings: one.mappings,
  createPeople: one.createPeople,
  emailDomains: one.emailDomains,
  callback: callbackOf(publicUrl),
  version: one.version,
  createdAt: iso(one.createdAt),
  updatedAt: iso(one.updatedAt),
});
