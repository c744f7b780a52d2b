import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { ServerFacts } from '../operations/context.ts';
import { isSentTwice, unauthenticated } from './unauthenticated.ts';

const DEFAULT_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };

/**
 * Refuses what another site's page may have sent, on every route: a foreign Host (DNS rebinding), a foreign Origin, or a
 * browser's own word that the request is not ours. Loopback is no trust: a page on another local port is another site.
 */
export function createGuard(server: ServerFacts) {
  let own = new URL(server.publicUrl);

  return function guard(incoming: IncomingMessage): Refusal | null {
    // A server that took any free port learns its address after it was made.
    if (own.origin !== server.publicUrl) own = new URL(server.publicUrl);
    const { host, origin } = incoming.headers;
    if (host !== own.host && !isOurHost(host, own, incoming)) return refuse('foreign_origin', { host: host ?? null });
    if (origin !== undefined && origin !== own.origin && !isOurs(parse(origin), own, incoming))
      return refuse('foreign_origin', { origin });
    if (isForeignFetch(incoming)) return refuse('foreign_origin', { site: incoming.headers['sec-fetch-site'] });
    return isSentTwice(incoming) ? unauthenticated(incoming) : null;
  };
}

/** Host does not say its scheme: ours is tried, then the plain HTTP of loopback. */
const isOurHost = (host: string | undefined, own: URL, incoming: IncomingMessage) =>
  host !== undefined &&
  (isOurs(parse(`${own.protocol}//${host}`), own, incoming) || isOurs(parse(`http://${host}`), own, incoming));

function isOurs(url: URL | null, own: URL, { socket }: IncomingMessage): boolean {
  if (!url) return false;
  if (addressOf(url) === addressOf(own)) return true;
  const local = url.protocol === 'http:' && isLoopback(url.hostname) && portOf(url) === String(socket.localPort);
  return local && isLoopback(socket.localAddress ?? '');
}

/** A link from elsewhere may open a page of ours; nothing else may come from elsewhere. */
function isForeignFetch({ method, headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== 'cross-site' && site !== 'same-site') return false;
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return !(opensPage && (method === 'GET' || method === 'HEAD'));
}

function parse(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  // More than scheme, host and port is no Host and no Origin, as in `us:4180@evil.example`.
  return url && url.pathname === '/' && !url.username && !url.password && !url.search && !url.hash ? url : null;
}

const portOf = (url: URL) => url.port || (DEFAULT_PORTS[url.protocol] ?? '');
const addressOf = (url: URL) => `${url.protocol}//${url.hostname}:${portOf(url)}`;

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(host);
