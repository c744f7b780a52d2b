import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { RequestContext } from '../request-context.ts';
import { apiHeaders } from '../security-headers.ts';
import type { Authority } from './create-authority.ts';

/** Lets the library answer a request by itself, with the headers that every answer here has. */
export async function delegate(c: RequestContext, { provider }: Authority, publicUrl: string): Promise<Response> {
  const { incoming, outgoing } = c.env;
  tellOwnAddress(c, publicUrl);
  for (const [name, value] of Object.entries(apiHeaders)) outgoing.setHeader(name, value);
  outgoing.setHeader('x-request-id', c.get('requestId'));
  await provider.callback()(incoming, outgoing);
  return RESPONSE_ALREADY_SENT;
}

/** How people reach us is what the configuration says, whatever somebody on the way has written. */
export function tellOwnAddress(c: RequestContext, publicUrl: string): void {
  const { protocol, host } = new URL(publicUrl);
  const { headers } = c.env.incoming;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  headers['x-forwarded-host'] = host;
}
