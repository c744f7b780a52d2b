import { A2A_CONTENT_TYPE, A2A_VERSION_HEADER, AgentCard } from '@a2a-js/sdk';
import { ServerCallContext, validateVersion } from '@a2a-js/sdk/server';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { readCaller } from '../caller.ts';
import type { AppOptions } from '../http.ts';
import { problemResponse } from '../problem.ts';
import { readBody } from '../read-body.ts';
import type { RequestContext } from '../request-context.ts';
import { apiHeaders } from '../security-headers.ts';
import { createTails } from '../stream.ts';
import { unauthenticated } from '../unauthenticated.ts';
import { A2A_PATH, agentCard } from './card.ts';
import { handleJsonRpc, jsonRpcError } from './json-rpc.ts';
import { requestHandler } from './request-handler.ts';
import { type Binding, type Called, type Reply, isStream } from './reply.ts';
import { handleRest, restError } from './rest.ts';
import { eventBody } from './sse.ts';

/** Files come in base64. */
const BODY_BYTES = Math.ceil(limits.artifactBytes * 1.4);
/** How long an answer waits for a task to end: work takes hours, and who waits longer than this follows a stream. */
const WAIT_MS = 20_000;
const KEEP_ALIVE_MS = 15_000;

type A2aRoute = { method: string; path: string; handle: (c: RequestContext) => Promise<Response> };

/** The door for other agents, after A2A 1.0: the agent card, JSON-RPC at one address and HTTP+JSON below it. */
export function a2aRoutes(options: AppOptions): A2aRoute[] {
  const borrowTail = createTails(options);
  const door = (binding: Binding) => (c: RequestContext) => answerCall(c, binding, options, borrowTail);
  const below = `${A2A_PATH}/*`;
  return [
    { method: 'GET', path: '/.well-known/agent-card.json', handle: (c) => showCard(c, options) },
    { method: 'POST', path: A2A_PATH, handle: door(jsonRpc) },
    ...['GET', 'POST', 'DELETE'].map((method) => ({ method, path: below, handle: door(rest) })),
  ];
}

const jsonRpc: Binding = { name: 'JSONRPC', type: 'application/json', handle: handleJsonRpc, error: jsonRpcError };
const rest: Binding = { name: 'HTTP+JSON', type: A2A_CONTENT_TYPE, handle: handleRest, error: restError };

/** What everybody may know, signed in or not. */
async function showCard(c: RequestContext, options: AppOptions): Promise<Response> {
  const { workspace } = await options.authenticate(null);
  const asking = { execute: options.execute, caller: async () => ({ workspace, bearer: null }) };
  const handler = requestHandler({ ...calling(options), asking, feed: noFeed, signal: new AbortController().signal });
  const body = JSON.stringify(AgentCard.toJSON(await handler.getAgentCard()));
  return new Response(body, {
    headers: { ...headersOf(c), 'content-type': 'application/json', 'cache-control': 'public, max-age=60' },
  });
}

const calling = ({ server, a2aWaitMs = WAIT_MS }: AppOptions) => ({ server, waitMs: a2aWaitMs });
const noFeed = {
  head: () => 0,
  get tail(): never {
    throw new Error('the agent card follows nothing');
  },
};

async function answerCall(
  c: RequestContext,
  binding: Binding,
  options: AppOptions,
  borrowTail: ReturnType<typeof createTails>,
): Promise<Response> {
  c.set('operation', 'a2a');
  const { incoming, closing } = c.env;
  const caller = await readCaller(options.authenticate, incoming.headers);
  if (!caller.bearer) return problemResponse(c, unauthenticated(incoming), options.server);
  const read = c.req.method === 'GET' ? { json: {} } : await readBody(incoming, BODY_BYTES);
  if (isRefusal(read)) return respond(c, binding, binding.error(read, null));

  const gone = new AbortController();
  const borrowed = borrowTail(caller.workspace);
  const handler = requestHandler({
    ...calling(options),
    asking: { execute: options.execute, caller: () => readCaller(options.authenticate, incoming.headers) },
    signal: closing ? AbortSignal.any([gone.signal, closing]) : gone.signal,
    feed: { head: () => options.events.head(caller.workspace), tail: borrowed.tail },
  });
  const over = () => {
    gone.abort();
    borrowed.giveBack();
  };
  incoming.once('close', () => incoming.complete || gone.abort());
  c.env.outgoing.once('close', () => gone.abort());
  const called: Called = {
    handler,
    card: agentCard(options.server, []),
    context: new ServerCallContext({ requestedVersion: c.req.header(A2A_VERSION_HEADER) ?? '0.3' }),
    method: c.req.method,
    url: new URL(c.req.url),
    body: read.json,
  };
  const reply = await decide(called, binding);
  if (!isStream(reply)) {
    over();
    return respond(c, binding, reply);
  }
  return streamed(c, binding, { reply, called, over });
}

async function decide(called: Called, binding: Binding): Promise<Reply> {
  try {
    validateVersion(called.context.requestedVersion, called.card, binding.name);
    return await binding.handle(called);
  } catch (error) {
    return binding.error(error, called);
  }
}

type Streamed = { reply: Extract<Reply, { events: unknown }>; called: Called; over: () => void };

/** What goes wrong before the first event is an answer like any other. */
async function streamed(c: RequestContext, binding: Binding, { reply, called, over }: Streamed): Promise<Response> {
  const events = reply.events[Symbol.asyncIterator]();
  try {
    const first = await events.next();
    const fail = (error: unknown) => binding.error(error, called).body;
    const body = eventBody(first, events, { write: reply.write, fail, keepAliveMs: KEEP_ALIVE_MS, over });
    const headers = { ...headersOf(c), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    return new Response(body, { headers });
  } catch (error) {
    over();
    return respond(c, binding, binding.error(error, called));
  }
}

const headersOf = (c: RequestContext) => ({ ...apiHeaders, 'x-request-id': c.get('requestId') });

const respond = (c: RequestContext, { type }: Binding, { status, body }: { status: number; body: unknown }) =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { ...headersOf(c), ...(body !== undefined && { 'content-type': type }) },
  });
