import type { IncomingHttpHeaders } from 'node:http';
import type { From } from '../operations/context.ts';

export const SESSION_COOKIE = 'coact_session';

/** The token that a request carries: the Authorization header, else the session cookie; null without either. */
export function tokenOf({ authorization, cookie }: IncomingHttpHeaders): string | null {
  if (authorization !== undefined) return /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization)?.[1] ?? null;
  return /(?:^|; *)coact_session=([\x21-\x3a\x3c-\x7e]{1,512})(?:;|$)/.exec(cookie ?? '')?.[1] ?? null;
}

/**
 * Whether a page of ours in a browser sent this. Browsers send Sec-Fetch-Site only to HTTPS and loopback addresses; over
 * plain HTTP in a local network the Origin of a POST tells it.
 */
export const isFromPage = (headers: IncomingHttpHeaders) =>
  headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;

/** The guard has let only our own origins through. */
export const cameFrom = ({ origin, 'user-agent': userAgent }: IncomingHttpHeaders): From => ({
  origin: origin ?? null,
  userAgent: userAgent ?? null,
});

const beginsSession = new Set([
  'session.create',
  'session.create_with_passkey',
  'setup.complete',
  'sign_in.complete',
  'password.reset',
]);

/** What Set-Cookie says after one of the operations that begin or end a session in a browser; null otherwise. */
export function sessionCookie(operation: string, body: unknown, publicUrl: string): string | null {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookie = (value: string, life: string) =>
    `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`;
  if (operation === 'session.end') return cookie('', '; Max-Age=0');
  if (!beginsSession.has(operation)) return null;
  if (
    typeof body !== 'object' ||
    body === null ||
    !('token' in body) ||
    typeof body.token !== 'string' ||
    body.token === ''
  )
    return null;
  const ends = 'expiresAt' in body && typeof body.expiresAt === 'string' ? Date.parse(body.expiresAt) : Number.NaN;
  return cookie(body.token, Number.isNaN(ends) ? '' : `; Expires=${new Date(ends).toUTCString()}`);
}
