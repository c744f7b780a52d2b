/** Where the authorisation server answers. The page on which a person consents is the web app’s own. */
export const addresses = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  registration: '/oauth/register',
  revocation: '/oauth/revoke',
  jwks: '/oauth/jwks',
} as const;

export const consentPage = (uid: string) => `/connect/${uid}`;

/** The sets of scopes that a client may ask for; what a person grants is what counts. */
export const askableScopes = ['read', 'work', 'manage'] as const;

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

export const isLoopback = (url: string) => LOOPBACK.test(URL.parse(url)?.hostname ?? '');

/** Whether a resource that a client names is our MCP door, by the address of the configuration or by a name of this machine. */
export function isOwnResource(resource: string, publicUrl: string): boolean {
  const [asked, own] = [URL.parse(resource), new URL(publicUrl)];
  if (!asked || !/^\/(?:mcp\/?)?$/.test(asked.pathname) || asked.hash !== '') return false;
  if (asked.origin === own.origin) return true;
  return asked.protocol === 'http:' && LOOPBACK.test(asked.hostname) && asked.port === own.port;
}
