import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import { mintToken } from '../../operations/token/token-text.ts';
import type { Connection } from '../../store/database.ts';
import { firstOauth } from '../../store/oauth.ts';
import type { AppOptions } from '../http.ts';
import { createAdapter, hashSecret } from './adapter.ts';
import { type Connections, createConnections } from './connections.ts';

export type Authority = { provider: Provider; connections: Connections; workspace: string };
type Options = Pick<AppOptions, 'database' | 'execute' | 'authenticate' | 'server'>;

/** The authorisation server, made when somebody first asks for it: a server that nobody connects to so does not load it. */
export function createAuthority(options: Options): () => Promise<Authority> {
  let made: { publicUrl: string; authority: Promise<Authority> } | null = null;
  return function authority() {
    const { publicUrl } = options.server;
    // A server that took any free port learns its address after it was made.
    if (made?.publicUrl !== publicUrl) made = { publicUrl, authority: make(options) };
    const { authority: current } = made;
    current.catch(() => (made = null));
    return current;
  };
}

async function make({ database, execute, authenticate, server }: Options): Promise<Authority> {
  const now = Date.now;
  const { workspace } = await authenticate(null);
  const within = <T>(work: (connection: Connection) => Promise<T>) => database.within(workspace, work);
  const connections = createConnections({ workspace, within, execute, now });
  const [library, { settingsOf }] = await Promise.all([import('oidc-provider'), import('./settings.ts')]);
  const key = { kind: 'CookieKey', name: 'first', payload: { key: randomBytes(32).toString('base64url') } };
  const { key: cookieKey } = await within((connection) => firstOauth(connection, { ...key, expiresAt: null }));
  const provider = new library.Provider(
    server.publicUrl,
    settingsOf({
      server,
      adapter: createAdapter({ within, connections, now }),
      cookieKey: String(cookieKey),
      jwks: { keys: [unusedKey()] },
    }),
  );
  // Behind a proxy it has to be told how people reach us; `delegate` says it.
  provider.proxy = true;
  useOurTokens(provider, workspace);
  return { provider, connections, workspace };
}

/** The library wants a key for identity tokens, which we never give. */
const unusedKey = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' };
};

/** An access token has the form of every token here, and a client's secret is compared by its hash. */
function useOurTokens({ AccessToken, Client }: Provider, workspace: string): void {
  const tokens = AccessToken.prototype as unknown as { generateTokenId: () => string };
  const generate = tokens.generateTokenId;
  tokens.generateTokenId = function generateTokenId() {
    generate.call(this);
    return mintToken(workspace).text;
  };
  const clients = Client.prototype as unknown as { compareClientSecret: (shown: string) => boolean };
  clients.compareClientSecret = function compareClientSecret(this: { clientSecret?: string }, shown) {
    return this.clientSecret === hashSecret(shown);
  };
}
