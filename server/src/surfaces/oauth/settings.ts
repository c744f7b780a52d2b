import {
  type ClientMetadata,
  type Configuration,
  type KoaContextWithOIDC,
  errors,
  interactionPolicy,
} from 'oidc-provider';
import { fetchOutside } from '../../operations/outbound/fetch-outside.ts';
import type { ServerFacts } from '../../operations/context.ts';
import { addresses, askableScopes, consentPage, isLoopback, isOwnResource } from './addresses.ts';

/** How long a client stays connected before a person is asked again. */
export const CONNECTED_S = 90 * 86_400;
/** How long a person may take to consent. */
const CONSENT_S = 15 * 60;

export type SettingsOptions = {
  server: ServerFacts;
  adapter: NonNullable<Configuration['adapter']>;
  cookieKey: string;
  jwks: NonNullable<Configuration['jwks']>;
};

/** OAuth 2.1 for clients of MCP: authorisation codes with PKCE, for our one resource, after a person consented for an agent. */
export function settingsOf({ server, adapter, cookieKey, jwks }: SettingsOptions): Configuration {
  return {
    adapter,
    jwks,
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    scopes: [...askableScopes],
    // Few clients say what they are. Of a program, only https, loopback and its own scheme are taken as addresses.
    clientDefaults: { application_type: 'native', id_token_signed_response_alg: 'ES256' },
    extraClientMetadata: { properties: [CHECKED], validator: refuseOpenAddress },
    pkce: { required: () => true },
    routes: addresses,
    cookies: {
      keys: [cookieKey],
      names: { interaction: 'coact_connect', resume: 'coact_connect_on', session: 'coact_oauth' },
    },
    interactions: { policy: askEachTime(), url: (_context, { uid }) => consentPage(uid) },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      registration: { enabled: true, issueRegistrationAccessToken: false },
      clientIdMetadataDocument: { enabled: true, ack: 'draft-02' },
      resourceIndicators: resources(server),
    },
    fetch: (url, { method = 'GET', headers, signal } = {}) =>
      fetchOutside(
        String(url),
        { method, headers: Object.fromEntries(new Headers(headers ?? {})), ...(signal && { signal }) },
        { privateHosts: server.privateHosts ?? [], timeout: 5_000, maxBytes: 64_000 },
      ),
    ttl: {
      AuthorizationCode: 60,
      Interaction: CONSENT_S,
      Session: CONSENT_S,
      Grant: CONNECTED_S,
      AccessToken: CONNECTED_S,
    },
    // The account is the agent that a person chose; nothing is told of it.
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // A token of ours is looked up at each use and revoked at once: a second secret to renew it would add nothing.
    issueRefreshToken: () => false,
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    renderError,
  };
}

/** The library calls the check for each property of ours, whether a client has it or not. */
const CHECKED = 'coact_checked';

/** Of a site, the library would take plain http as well: whoever listens on the way would have the code. */
function refuseOpenAddress(_context: unknown, _key: string, _value: unknown, metadata: ClientMetadata): void {
  const open = metadata.redirect_uris?.some((uri) => /^http:/i.test(uri) && !isLoopback(uri));
  if (open)
    throw new errors.InvalidClientMetadata('redirect_uris must be https, loopback, or of the program’s own scheme');
}

type Resources = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>;

const resources = (server: ServerFacts): Resources => ({
  enabled: true,
  defaultResource: () => `${server.publicUrl}/mcp`,
  useGrantedResource: () => true,
  getResourceServerInfo(_context, resource) {
    if (!isOwnResource(resource, server.publicUrl)) throw new errors.InvalidTarget();
    return { scope: askableScopes.join(' '), accessTokenFormat: 'opaque', accessTokenTTL: CONNECTED_S };
  },
});

/** That a client was let in before says nothing about the agent of this time, so a person is always asked. */
function askEachTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('choose_agent', 'A person chooses the agent.', ({ oidc }) => oidc.result?.login === undefined),
    );
  return policy;
}

/** What cannot be told to the client, since where to is in doubt: a person reads it. */
function renderError(
  context: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  const { error, error_description: said } = out;
  context.type = 'text/plain; charset=utf-8';
  context.body = `This connection cannot be made: ${said ?? error}.\nGo back to your client and begin again.\n`;
}
