import type { AppOptions } from '../http.ts';
import type { RequestContext } from '../request-context.ts';
import { addresses } from './addresses.ts';
import { createAuthority } from './create-authority.ts';
import { delegate } from './delegate.ts';
import { authorizationServer, protectedResource } from './metadata.ts';
import { createRegister } from './register.ts';

export type OauthRoute = { method: string; path: string; handle: (c: RequestContext) => Response | Promise<Response> };

/** OAuth 2.1 for clients of MCP: they need only our address, and a person chooses which agent they stand for. */
export function oauthRoutes(options: AppOptions): OauthRoute[] {
  const { server } = options;
  const authority = createAuthority(options);
  const consenting = { ...options, authority };
  const consent = () => import('./consent.ts');
  const library = async (c: RequestContext) => {
    c.set('operation', 'oauth');
    return delegate(c, await authority(), server.publicUrl);
  };
  const get = (path: string, handle: OauthRoute['handle']) => ({ method: 'GET', path, handle });
  const post = (path: string, handle: OauthRoute['handle']) => ({ method: 'POST', path, handle });
  return [
    get('/.well-known/oauth-protected-resource', (c) => protectedResource(c, server)),
    get('/.well-known/oauth-protected-resource/mcp', (c) => protectedResource(c, server)),
    get('/.well-known/oauth-authorization-server', (c) => authorizationServer(c, server)),
    get(addresses.authorization, library),
    get(`${addresses.authorization}/:uid`, library),
    post(addresses.token, library),
    post(addresses.revocation, library),
    post(addresses.registration, createRegister(options, authority)),
    get('/connect/:uid/request', async (c) => (await consent()).showConsent(c, consenting)),
    post('/connect/:uid/consent', async (c) => (await consent()).giveConsent(c, consenting)),
    post('/connect/:uid/refuse', async (c) => (await consent()).refuseConsent(c, consenting)),
  ];
}
