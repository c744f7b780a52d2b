import { refuse } from '../../domain/refusals.ts';
import type { AppOptions } from '../http.ts';
import { problemResponse } from '../problem.ts';
import type { RequestContext } from '../request-context.ts';
import type { Authority } from './create-authority.ts';
import { delegate } from './delegate.ts';

/** Anybody may register a client, so a server takes only so many a minute. */
const A_MINUTE = 30;
const MINUTE_MS = 60_000;

/** Takes a client's own word for what it is (RFC 7591): who it stands for, a person decides later. */
export function createRegister({ server }: AppOptions, authority: () => Promise<Authority>) {
  let began = 0;
  let count = 0;
  return async function register(c: RequestContext): Promise<Response> {
    c.set('operation', 'oauth.register');
    const now = Date.now();
    if (now - began >= MINUTE_MS) [began, count] = [now, 0];
    count += 1;
    if (count <= A_MINUTE) return delegate(c, await authority(), server.publicUrl);
    return problemResponse(c, refuse('too_many_attempts', { retryAfter: (began + MINUTE_MS - now) / 1000 }), server);
  };
}
