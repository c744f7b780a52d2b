import type { IncomingMessage, ServerResponse } from 'node:http';
import { addresses } from './oauth/addresses.ts';

/**
 * What a client of MCP that runs as a page of another site calls to come to a token: it says nothing of whoever has signed in
 * here, and does nothing in their name. The page on which a person consents is not among them.
 */
const open = new Set<string>([
  '/.well-known/oauth-protected-resource',
  '/.well-known/oauth-protected-resource/mcp',
  '/.well-known/oauth-authorization-server',
  addresses.token,
  addresses.registration,
  addresses.revocation,
]);

/** Whether a page of any site may make this request and read its answer. */
export function isOpenToAll({ url = '', method, headers }: IncomingMessage): boolean {
  const path = url.split('?', 1)[0] ?? '';
  if (open.has(path)) return true;
  if (path !== '/mcp') return false;
  // A token that the page itself sends is its own proof; without one, the door stays shut to other sites.
  if (method !== 'OPTIONS') return /^bearer /i.test(headers.authorization ?? '');
  return /\bauthorization\b/i.test(headers['access-control-request-headers'] ?? '');
}

/**
 * Lets a page of any site read the answer, and forgets what the browser has added for whoever has signed in here: an open address
 * is answered as if nobody had.
 */
export function openToAll(incoming: IncomingMessage, outgoing: ServerResponse): void {
  for (const name of ['cookie', 'origin', 'sec-fetch-site']) delete incoming.headers[name];
  outgoing.setHeader('access-control-allow-origin', '*');
  outgoing.setHeader('access-control-expose-headers', 'www-authenticate, retry-after, x-request-id');
}

/** What a browser asks for before it sends such a request. */
export function preflight({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  const asked = headers['access-control-request-headers'] ?? '';
  outgoing.setHeader('access-control-allow-methods', 'GET, POST');
  if (/^[\w\-, ]{1,1000}$/.test(asked)) outgoing.setHeader('access-control-allow-headers', asked);
  outgoing.setHeader('access-control-max-age', '600');
}
