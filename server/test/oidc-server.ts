import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type OidcPerson = { email?: string; email_verified?: boolean; name?: string; groups?: string[] };

export type OidcServer = {
  issuer: string;
  client: { clientId: string; clientSecret: string };
  /** Who can sign in there, by the name that they type; changes count from the next sign-in on. */
  people: Map<string, OidcPerson>;
  close: () => Promise<void>;
};

const client = { clientId: 'coact', clientSecret: 'kept-between-the-two-of-us-only' };

/** A certified provider of OpenID Connect on loopback, which takes any password and asks for consent. */
export async function oidcServer(callback: string): Promise<OidcServer> {
  const people = new Map<string, OidcPerson>();
  let handle: ReturnType<Provider['callback']> | null = null;
  const server = createServer((incoming, outgoing) => void handle?.(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  // For a browser this is another site than 127.0.0.1, as a provider always is.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    cookies: { keys: ['for a test'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  handle = provider.callback();
  return {
    issuer,
    client,
    people,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
