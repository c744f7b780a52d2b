import type { ServerFacts } from '../../operations/context.ts';
import { answer } from '../answer.ts';
import type { RequestContext } from '../request-context.ts';
import { addresses, askableScopes } from './addresses.ts';

/** RFC 9728: who gives tokens for /mcp. The guard has let through only names of our own, and clients compare the one they called. */
export function protectedResource(c: RequestContext, { publicUrl }: ServerFacts): Response {
  return answer(c, {
    resource: `${calledOrigin(c, publicUrl)}/mcp`,
    authorization_servers: [publicUrl],
    scopes_supported: askableScopes,
    bearer_methods_supported: ['header'],
    resource_name: 'Coact',
  });
}

/** RFC 8414: what the authorisation server can. */
export function authorizationServer(c: RequestContext, { publicUrl }: ServerFacts): Response {
  const at = (path: string) => `${publicUrl}${path}`;
  return answer(c, {
    issuer: publicUrl,
    authorization_endpoint: at(addresses.authorization),
    token_endpoint: at(addresses.token),
    registration_endpoint: at(addresses.registration),
    revocation_endpoint: at(addresses.revocation),
    scopes_supported: askableScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
  });
}

/** Tells a client that came without a token where to ask for one. */
export function challengeOf(c: RequestContext, { publicUrl }: ServerFacts): string {
  const wrong = c.env.incoming.headers.authorization === undefined ? '' : ' error="invalid_token",';
  const where = `${calledOrigin(c, publicUrl)}/.well-known/oauth-protected-resource/mcp`;
  return `Bearer realm="coact",${wrong} scope="work", resource_metadata="${where}"`;
}

function calledOrigin(c: RequestContext, publicUrl: string): string {
  const { host } = c.env.incoming.headers;
  const own = new URL(publicUrl);
  return host === undefined || host === own.host ? own.origin : `http://${host}`;
}
