import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { insertProvider, listProviders, lockProviders, sealClientSecret } from '../../store/providers.ts';
import { command } from '../define.ts';
import { providerResource, showProvider } from '../resources/provider.ts';
import * as fields from './fields.ts';
import { refuseSameName, resolveMappings } from './references.ts';

export default command({
  name: 'provider.create',
  summary: 'Let people sign in through a provider of OpenID Connect.',
  http: 'POST /v1/sign-in/providers',
  status: 201,
  locks: true,
  input: z.object({
    name: fields.name,
    issuer: fields.issuer,
    clientId: fields.clientId,
    clientSecret: fields.clientSecret.nullish(),
    scopes: fields.scopes.default(['profile', 'email']),
    groupsClaim: fields.groupsClaim.nullish(),
    mappings: fields.mappings.default([]),
    createPeople: fields.createPeople.default(false),
    emailDomains: fields.emailDomains.default([]),
  }),
  output: providerResource,
  secrets: ['clientSecret'],
  needs: { action: 'provider.create' },
  refuses: ['unknown_reference', 'already_exists', 'limit_reached'],
  example: {
    input: {
      name: 'Keller ID',
      issuer: 'https://login.example.com',
      clientId: 'coact',
      clientSecret: 'from-the-provider',
      groupsClaim: 'groups',
      mappings: [{ group: 'operations', role: 'member', teams: ['OPS'] }],
      createPeople: true,
      emailDomains: ['example.com'],
    },
    output: fields.exampleProvider,
  },

  async load({ connection }, { name, mappings: said }) {
    await lockProviders(connection);
    const all = await listProviders(connection);
    if (all.length >= limits.providers) return refuse('limit_reached', { limit: limits.providers });
    const mappings = await resolveMappings(connection, said);
    return isRefusal(mappings) ? mappings : (refuseSameName(all, name) ?? { mappings });
  },

  decide({ connection, changes, ids, now, server }, { mappings }, { clientSecret, groupsClaim, ...said }) {
    const data = { id: ids.next(), ...said, groupsClaim: groupsClaim ?? null, mappings };
    const sealed = clientSecret ? sealClientSecret(connection, data.id, clientSecret) : null;
    const kept = { clientSecret: sealed, seal: randomBytes(32) };
    const provider = { ...data, ...kept, version: 1, createdAt: now, updatedAt: now };
    changes.fact(
      { type: 'provider.created', data: { ...data, hasSecret: kept.clientSecret !== null } },
      { subject: data.id },
      insertProvider(connection, provider),
    );
    return showProvider(provider, server);
  },
});
