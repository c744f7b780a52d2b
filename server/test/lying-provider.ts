import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWK, type JWTPayload, SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { atEnd } from './server.ts';

/** What a provider says instead of the truth; nothing, unless stated. */
export type Lie = {
  /** Members of the metadata instead of the true ones. */
  metadata?: Record<string, unknown>;
  /** Claims instead of the true ones; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** With what the ID token is signed: a key that is not in the list, nothing at all, or the client's secret. */
  signed?: 'by another' | 'not at all' | 'with the secret';
  /** What somebody comes back with instead of a code. */
  back?: Record<string, string>;
  /** What an answer waits for. */
  waits?: Promise<unknown>;
  /** How a path is answered instead: `/token`, `/jwks` … */
  answers?: Record<string, { status: number; body?: string; headers?: Record<string, string> }>;
};

export type LyingProvider = {
  issuer: string;
  /** Lies from now on, or tells the truth. */
  lie: (lie?: Lie) => void;
  /** Who signs in there: the claims, in the ID token unless `onlyAsked`. */
  person: Record<string, unknown>;
  /** Whether what is told of a person is only in the userinfo answer. */
  onlyAsked: boolean;
  /** The paths that were asked for so far. */
  asked: string[];
  close: () => Promise<void>;
};

type Grant = { nonce: string; client: string };

/** A provider of OpenID Connect on loopback, with one client `coact`, that can be told to lie. It does not look at secrets. */
export async function lyingProvider(): Promise<LyingProvider> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk: JWK = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const asked: string[] = [];
  let lie: Lie = {};

  const sign = (claims: JWTPayload): Promise<string> | string => {
    if (lie.signed === 'not at all') return new UnsecuredJWT(claims).encode();
    if (lie.signed === 'with the secret')
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(Buffer.from('a secret of some length, at least 32'));
    const key = lie.signed === 'by another' ? other.privateKey : own.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  };

  const pages: Record<string, (url: URL, incoming: IncomingMessage) => Promise<object | URL> | object> = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      userinfo_endpoint: `${provider.issuer}/userinfo`,
      jwks_uri: `${provider.issuer}/jwks`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...lie.metadata,
    }),
    '/jwks': () => ({ keys: [jwk] }),
    '/userinfo': () => ({ sub: 'ana-1', ...provider.person }),
    '/authorize': ({ searchParams }) => {
      const code = `code-${grants.size}`;
      grants.set(code, { nonce: searchParams.get('nonce') ?? '', client: searchParams.get('client_id') ?? '' });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      const said = { state: searchParams.get('state') ?? '', ...(lie.back ?? { code }) };
      for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
      return back;
    },
    // A code is good any number of times, which no honest provider does.
    '/token': async (_, incoming) => {
      const grant = grants.get(new URLSearchParams(await textOf(incoming)).get('code') ?? '');
      if (!grant) return { error: 'invalid_grant' };
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: provider.issuer,
        aud: grant.client,
        sub: 'ana-1',
        nonce: grant.nonce,
        iat: now,
        exp: now + 60,
        ...(!provider.onlyAsked && provider.person),
        ...lie.claims,
      };
      return { access_token: 'x', token_type: 'Bearer', id_token: await sign(claims) };
    },
  };

  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', provider.issuer);
    asked.push(url.pathname);
    await lie.waits;
    const instead = lie.answers?.[url.pathname];
    if (instead) return void outgoing.writeHead(instead.status, instead.headers).end(instead.body);
    const said = await pages[url.pathname]?.(url, incoming);
    if (said instanceof URL) return void outgoing.writeHead(302, { location: said.href }).end();
    const status = said === undefined ? 404 : 'error' in said ? 400 : 200;
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said ?? {}));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: LyingProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lie: (said = {}) => void (lie = said),
    person: { email: 'ana@example.com', email_verified: true, name: 'Ana Keller' },
    onlyAsked: false,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  atEnd(() => provider.close().catch(() => undefined));
  return provider;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
