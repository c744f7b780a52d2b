import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { refuse } from '../domain/refusals.ts';
import type { ServerFacts } from '../operations/context.ts';
import type { Operation } from '../operations/define.ts';
import type { Execute } from '../operations/execute.ts';
import type { Feed } from '../operations/feed-type.ts';
import { type Database, isUnavailable } from '../store/database.ts';
import { a2aRoutes } from './a2a/a2a-routes.ts';
import { type FixedRoute, fixedRoutes } from './fixed-routes.ts';
import type { Authenticate } from './caller.ts';
import { isOpenToAll, openToAll, preflight } from './cors.ts';
import { createGuard } from './guard.ts';
import { hookRoute } from './hook-route.ts';
import { httpLine } from './http-line.ts';
import { type McpFixture, createMcp } from './mcp/mcp.ts';
import type { Metrics } from './metrics.ts';
import { oauthRoutes } from './oauth/oauth-routes.ts';
import { operationRoute } from './operation-route.ts';
import { problemResponse } from './problem.ts';
import type { Env, RequestContext } from './request-context.ts';
import { scimRoutes } from './scim/scim-routes.ts';
import { apiHeaders } from './security-headers.ts';
import type { StreamTimes } from './stream.ts';
import { createWebFiles } from './web-files.ts';

export type AppOptions = {
  operations: readonly Operation[];
  execute: Execute;
  /** For what is too large to be the answer of an operation: the ledger's export and the bytes of artifacts. */
  database: Database;
  authenticate: Authenticate;
  events: Feed;
  /** Whether the database answers and its schema is up to date. */
  ready: () => boolean | Promise<boolean>;
  /** How many secrets in the database cannot be opened with this server's keys. */
  unreadable?: () => Promise<number>;
  metrics: Metrics;
  server: ServerFacts;
  /** Where the built web app lies; null where there is none. */
  webFolder: string | null;
  log: Logger;
  /** For tests, which do not wait as long as people do. */
  streamTimes?: StreamTimes;
  /** For tests of the protocol, which call what is not ours. */
  mcpFixture?: McpFixture;
  /** For tests: milliseconds that a message over A2A waits for its task to end. */
  a2aWaitMs?: number;
};

/** The whole HTTP surface, derived from the registry: every operation is a route, and every route stands behind the same guard. */
export function createApp(options: AppOptions): Hono<Env> {
  const { server } = options;
  const app = new Hono<Env>();
  app.use('*', observe(options));
  app.onError((error, c) => broken(error, c, options));
  app.notFound((c) => problemResponse(c, refuse('not_found', { field: 'path', path: c.req.path }), server));

  const routes = routesOf(options);
  for (const { method, path, handle } of routes) app.on(method, path, handle);
  for (const [path, methods] of methodsByPath(routes)) app.all(path, (c) => otherMethod(c, methods, server));
  const webFile = createWebFiles(options.webFolder, server.publicUrl);
  app.get('*', async (c, next) => (c.req.path.startsWith('/v1/') ? next() : (webFile(c) ?? next())));
  return app;
}

type Route = { method: string } & FixedRoute;

/** Fixed parts come before parameters, so that `/v1/events/stream` is not taken for an event's id. */
function routesOf(options: AppOptions): Route[] {
  const fixed = fixedRoutes(options).map((route) => ({ method: 'GET', ...route }));
  const report = (error: Error) => options.log.debug({ error: error.message }, 'an MCP request was turned away');
  const mcp = {
    method: 'POST',
    path: '/mcp',
    handle: createMcp({ ...options, ...(options.mcpFixture && { fixture: options.mcpFixture }), report }),
  };
  const derived = options.operations
    .filter(({ internal }) => !internal)
    .map((operation) => {
      const { method, path } = httpLine(operation);
      const handle = operationRoute(operation, options);
      return { method, path: path.replaceAll(/\{(\w+)\}/g, ':$1'), handle };
    });
  return [
    ...fixed,
    ...a2aRoutes(options),
    mcp,
    ...scimRoutes(options),
    ...oauthRoutes(options),
    hookRoute(options),
    ...derived,
  ].sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = Map.groupBy(routes, ({ path }) => path);
  return new Map(
    [...methods].map(([path, here]) => [
      path,
      [...new Set(here.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))), 'OPTIONS'],
    ]),
  );
}

/** OPTIONS tells what an address takes, to our own pages alone: of CORS there is a word only at the addresses of `cors.ts`. */
function otherMethod(c: RequestContext, allow: string[], server: ServerFacts): Response {
  if (c.req.method !== 'OPTIONS') return problemResponse(c, refuse('method_not_allowed', { allow }), server);
  return new Response(null, {
    status: 204,
    headers: { ...apiHeaders, allow: allow.join(', '), 'x-request-id': c.get('requestId') },
  });
}

/** Stands before every route: numbers the request, turns foreign ones away, measures the rest. */
function observe({ server, metrics, log }: AppOptions) {
  const guard = createGuard(server);
  return async (c: RequestContext, next: () => Promise<void>): Promise<Response | undefined> => {
    const started = performance.now();
    c.set('requestId', randomUUID());
    c.set('operation', 'other');
    const { incoming, outgoing } = c.env;
    if (isOpenToAll(incoming)) {
      openToAll(incoming, outgoing);
      if (incoming.method === 'OPTIONS') preflight(incoming, outgoing);
    }
    const refused = guard(incoming);
    if (refused) return problemResponse(c, refused, server);
    await next();
    const seconds = (performance.now() - started) / 1000;
    metrics.observe(c.get('operation'), c.res.status, seconds);
    log.debug(
      {
        requestId: c.get('requestId'),
        operation: c.get('operation'),
        method: c.req.method,
        status: c.res.status,
        seconds,
      },
      'request',
    );
    return undefined;
  };
}

/** An exception is a bug or an outage. The log gets its stack, never what was sent: it may hold a password. */
function broken(error: Error, c: RequestContext, { server, log }: AppOptions): Response {
  if (isUnavailable(error)) return problemResponse(c, refuse('unavailable', { retryAfter: 1 }), server);
  const { name, message, stack } = error;
  log.error(
    {
      requestId: c.get('requestId'),
      operation: c.get('operation'),
      method: c.req.method,
      error: { name, message, stack },
    },
    'request failed',
  );
  return problemResponse(c, refuse('internal'), server);
}
