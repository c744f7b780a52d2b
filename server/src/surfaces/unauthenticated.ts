import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from '../domain/refusals.ts';

/** Why nobody is known to have sent this, in words that tell an integrator what to mend; never what the token was. */
export function unauthenticated(incoming: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'url'>): Refusal {
  return refuse('unauthenticated', { problem: problemOf(incoming) });
}

function problemOf({ headers, rawHeaders, url = '' }: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'url'>): string {
  const { authorization, cookie = '' } = headers;
  if (timesSent(rawHeaders) > 1) return 'the Authorization header was sent more than once';
  if (authorization !== undefined) return problemOfHeader(authorization);
  if (/[?&](?:access_token|token|api_key)=/i.test(url))
    return 'a token in the address is not read: addresses are logged';
  if (/(?:^|; *)coact_session=/.test(cookie)) return 'the session has ended, or the cookie holds no session';
  return 'no token was sent';
}

function problemOfHeader(authorization: string): string {
  const [scheme = '', ...rest] = authorization.trim().split(/ +/);
  if (scheme.toLowerCase() !== 'bearer')
    return `${/^\w{1,20}$/.test(scheme) ? scheme : 'that scheme'} is not understood`;
  if (rest.length !== 1 || !/^coact_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$/.test(rest[0] ?? ''))
    return 'that is not a whole token';
  return 'the token is unknown, has expired or was revoked';
}

const timesSent = (rawHeaders: readonly string[]) =>
  rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'authorization').length;

/** Of two tokens it cannot be said who calls. */
export const isSentTwice = ({ headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): boolean =>
  headers.authorization !== undefined && timesSent(rawHeaders) > 1;
