import { setMaxListeners } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { refuse } from '../domain/refusals.ts';
import { toProblem } from './problem.ts';
import type { Env } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';

export type ServeOptions = { app: Hono<Env>; host: string; port: number; publicUrl: string };
export type Served = { port: number; close: () => Promise<void> };

/** Requests still running after this are cut off: SIGTERM promises an end within ten seconds. */
const DRAIN_MS = 9_000;

/** Against slow senders: headers within 10 s, a whole request within 2 minutes (an import is up to 100 MB). */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};

/** Listens; port 0 takes any free one. `close` stops accepting, ends event streams politely and waits for requests in flight. */
export async function serve({ app, host, port, publicUrl }: ServeOptions): Promise<Served> {
  const closing = new AbortController();
  // One listener for each open event stream; there may be thousands.
  setMaxListeners(0, closing.signal);
  const listener = getRequestListener((request, env) => app.fetch(request, { ...env, closing: closing.signal }), {
    errorHandler: () => unreadable(publicUrl),
    overrideGlobalObjects: true,
  });
  const server = createServer(
    { ...patience, noDelay: true },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.on('clientError', answerGarbage(publicUrl));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 4_096 }, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => drain(server, closing) };
}

async function drain(server: Server, closing: AbortController): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  closing.abort();
  // Connections become idle one by one as their requests end.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

const malformed = (publicUrl: string) =>
  JSON.stringify(
    toProblem(refuse('malformed', { problem: 'this is not a valid HTTP request' }), { publicUrl, instance: 'none' }),
  );

/** What cannot even be made a request of, such as a Host that is no host. */
const unreadable = (publicUrl: string) =>
  new Response(malformed(publicUrl), {
    status: 400,
    headers: { ...apiHeaders, 'content-type': 'application/problem+json' },
  });

function answerGarbage(publicUrl: string) {
  return (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? '408 Request Timeout'
          : '400 Bad Request';
    const body = malformed(publicUrl);
    return socket.end(
      `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  };
}
