import { refuse, refusals } from '../domain/refusals.ts';
import { refuseOutOfScope } from '../domain/scopes.ts';
import type { ServerFacts } from '../operations/context.ts';
import { answer } from './answer.ts';
import { readCaller } from './caller.ts';
import { downloads } from './downloads.ts';
import type { AppOptions } from './http.ts';
import { openApiDocument } from './openapi.ts';
import { problemResponse } from './problem.ts';
import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { createStream } from './stream.ts';
import { unauthenticated } from './unauthenticated.ts';

export type FixedRoute = { path: string; handle: (c: RequestContext) => Response | Promise<Response> };

/** The addresses that are not operations: the live feed, downloads, and what machines ask about this server. All are GET. */
export function fixedRoutes(options: AppOptions): FixedRoute[] {
  const { operations, server } = options;
  let document: string | null = null;
  return [
    { path: '/healthz', handle: (c) => answer(c, { status: 'up' }) },
    { path: '/readyz', handle: (c) => ready(c, options) },
    { path: '/metrics', handle: (c) => showMetrics(c, options) },
    {
      path: '/openapi.json',
      handle: (c) => text(c, 'application/json', (document ??= JSON.stringify(openApiDocument(operations, server)))),
    },
    { path: '/problems/:code', handle: (c) => explainProblem(c, server) },
    { path: '/v1/events/stream', handle: createStream(options) },
    ...downloads(options),
    ...signInRoutes(options),
  ];
}

const text = (c: RequestContext, type: string, body: string) =>
  new Response(body, { headers: { ...apiHeaders, 'content-type': type, 'x-request-id': c.get('requestId') } });

async function ready(c: RequestContext, { ready: isReady, unreadable, server }: AppOptions): Promise<Response> {
  // A secret that is lost is no reason to send everybody away: it is told, and the server serves.
  const secrets = async () => (await unreadable?.()) ?? 0;
  return (await isReady())
    ? answer(c, { status: 'ready', version: server.version, unreadableSecrets: await secrets() })
    : problemResponse(c, refuse('unavailable', { retryAfter: 1 }), server);
}

/** Loopback is no trust: whoever reads the measures shows an admin's token. */
async function showMetrics(c: RequestContext, options: AppOptions): Promise<Response> {
  const { metrics, server } = options;
  const { bearer } = await readCaller(options.authenticate, c.env.incoming.headers);
  if (!bearer) return problemResponse(c, unauthenticated(c.env.incoming), server);
  const beyond = refuseOutOfScope(bearer, { name: 'metrics.read', kind: 'query' });
  if (beyond) return problemResponse(c, beyond, server);
  if (bearer.role !== 'admin' || bearer.status !== 'active')
    return problemResponse(c, refuse('forbidden', { allowed: ['admin'] }), server);
  return text(c, metrics.registry.contentType, await metrics.registry.metrics());
}

/** Where a problem's `type` leads: what the refusal means and what to do. */
function explainProblem(c: RequestContext, server: ServerFacts): Response {
  const code = c.req.param('code') ?? '';
  const known = Object.entries(refusals).find(([name]) => name === code);
  return known
    ? answer(c, { code, ...known[1] })
    : problemResponse(c, refuse('not_found', { field: 'code', problem: 'no refusal has this code' }), server);
}
