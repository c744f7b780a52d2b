import { createHash } from 'node:crypto';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Connection } from '../../store/database.ts';
import {
  consumeOauth,
  findOauth,
  findOauthByUid,
  removeOauth,
  removeOauthGrant,
  saveOauth,
} from '../../store/oauth.ts';
import type { Connections } from './connections.ts';

export type AdapterOptions = {
  within: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  connections: Connections;
  now: () => number;
};

/** How long a registration is kept that nobody connects with. */
const UNUSED_MS = 24 * 3_600_000;

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

/**
 * What the library keeps, in our database. Its access tokens are tokens of agents like all others: kept as hashes in `tokens`,
 * shown on the agent's page, and revoked there.
 */
export const createAdapter =
  ({ within, connections, now }: AdapterOptions) =>
  (kind: string): Adapter => ({
    async upsert(name, payload, expiresIn) {
      const life = kind === 'Client' ? UNUSED_MS : expiresIn ? expiresIn * 1000 : null;
      const { jti: _, ...kept } = payload;
      if (kind === 'AccessToken') await connections.hand(String(payload.grantId), name);
      await within((connection) =>
        saveOauth(connection, {
          kind,
          name,
          payload: kind === 'Client' ? withHashedSecret(kept) : kept,
          grant: payload.grantId,
          uid: payload.uid,
          expiresAt: life === null ? null : now() + life,
        }),
      );
    },
    find: async (name) => named(await within((connection) => findOauth(connection, { kind, name }, now())), name),
    findByUid: async (uid) => named(await within((connection) => findOauthByUid(connection, kind, uid, now()))),
    findByUserCode: async () => undefined,
    consume: async (name) => void (await within((connection) => consumeOauth(connection, { kind, name }, now()))),
    async destroy(name) {
      const kept = await within((connection) => findOauth(connection, { kind, name }, 0));
      if (kind === 'AccessToken' && kept) await connections.end(String(kept['grantId']));
      await within((connection) => removeOauth(connection, { kind, name }));
    },
    async revokeByGrantId(grant) {
      if (kind === 'AccessToken') await connections.end(grant);
      await within((connection) => removeOauthGrant(connection, kind, grant));
    },
  });

/** The name is a secret, so it is not kept; whoever asks by it knows it. */
const named = (payload: Record<string, unknown> | null, name?: string): AdapterPayload | undefined =>
  payload ? { ...payload, ...(name !== undefined && { jti: name }) } : undefined;

const withHashedSecret = (client: AdapterPayload): AdapterPayload =>
  client.client_secret ? { ...client, client_secret: hashSecret(client.client_secret) } : client;
