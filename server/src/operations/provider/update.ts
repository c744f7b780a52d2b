import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { isSame } from '../../domain/is-same.ts';
import {
  type StoredProvider,
  listProviders,
  lockProviders,
  sealClientSecret,
  updateProvider,
} from '../../store/providers.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { providerResource, showProvider } from '../resources/provider.ts';
import * as fields from './fields.ts';
import { refuseSameName, requireProvider, resolveMappings } from './references.ts';

export default command({
  name: 'provider.update',
  summary: 'Change a provider; for another issuer, add another provider, since it knows people by other names.',
  http: 'PATCH /v1/sign-in/providers/{id}',
  wantsVersion: true,
  locks: true,
  input: z.object({
    id,
    name: fields.name.optional(),
    clientId: fields.clientId.optional(),
    clientSecret: fields.clientSecret.nullable().optional(),
    scopes: fields.scopes.optional(),
    groupsClaim: fields.groupsClaim.nullable().optional(),
    mappings: fields.mappings.optional(),
    createPeople: fields.createPeople.optional(),
    emailDomains: fields.emailDomains.optional(),
  }),
  output: providerResource,
  secrets: ['clientSecret'],
  needs: { action: 'provider.update' },
  refuses: ['not_found', 'unknown_reference', 'already_exists', 'version_conflict'],
  example: {
    input: { id: fields.exampleProvider.id, createPeople: false },
    output: { ...fields.exampleProvider, createPeople: false, version: 2 },
  },

  async load({ connection }, { id: named, name, mappings: said }) {
    await lockProviders(connection);
    const provider = await requireProvider(connection, named);
    if (isRefusal(provider)) return provider;
    const taken = name && refuseSameName(await listProviders(connection), name, provider.id);
    if (taken) return taken;
    const mappings = said && (await resolveMappings(connection, said));
    return isRefusal(mappings) ? mappings : { provider, mappings };
  },

  decide({ connection, changes, ifMatch, now, server }, { provider, mappings }, { id: _, ...said }) {
    const refused = refuseVersion(ifMatch, provider);
    if (refused) return refused;
    const { clientSecret, ...others } = said;
    const patch = differing(provider, { ...others, mappings });
    // Whether a secret is another one is not asked: it may be entered anew because the one that is kept cannot be opened.
    const secret = clientSecret !== undefined && (clientSecret ?? provider.clientSecret) !== null;
    if (Object.keys(patch).length === 0 && !secret) return showProvider(provider, server);
    const sealed = clientSecret ? sealClientSecret(connection, provider.id, clientSecret) : null;
    const after = { ...provider, ...patch, ...(secret && { clientSecret: sealed }), updatedAt: now };
    changes.fact(
      {
        type: 'provider.updated',
        data: { id: provider.id, ...patch, ...(secret && { hasSecret: clientSecret !== null }) },
      },
      { subject: provider.id },
      updateProvider(connection, provider, after),
    );
    return showProvider({ ...after, version: provider.version + 1 }, server);
  },
});

const refuseVersion = (ifMatch: number | null, { version }: StoredProvider): Refusal | null =>
  ifMatch === null || ifMatch === version ? null : refuse('version_conflict', { version });

type Said = { [Field in keyof StoredProvider]?: StoredProvider[Field] | undefined };

/** What was said and is not so already. */
const differing = (provider: StoredProvider, said: Said) =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([field, value]) => value !== undefined && !isSame(value, provider[field as keyof StoredProvider]),
    ),
  ) as Partial<StoredProvider>;
