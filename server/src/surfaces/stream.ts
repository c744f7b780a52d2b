import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { authorise } from '../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { refuseOutOfScope } from '../domain/scopes.ts';
import { sightOf } from '../domain/sight.ts';
import type { FeedEvent, FeedFilter } from '../operations/feed-type.ts';
import { inputErrors } from '../operations/input-errors.ts';
import type { Bearer } from '../store/people.ts';
import { readCaller } from './caller.ts';
import { type FeedTail, createFeedTail } from './feed-tail.ts';
import type { AppOptions } from './http.ts';
import { problemResponse } from './problem.ts';
import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';
import { streamQuery } from './stream-query.ts';
import { unauthenticated } from './unauthenticated.ts';

export type StreamTimes = { keepAliveMs: number; stuckMs: number };
const usual: StreamTimes = { keepAliveMs: 15_000, stuckMs: 30_000 };

type Reader = {
  tail: FeedTail;
  outgoing: ServerResponse;
  signal: AbortSignal;
  after: number;
  filter: FeedFilter;
  /** Which of some places the reader sees; null: all of them. */
  see: ((positions: readonly number[]) => Promise<ReadonlySet<number>>) | null;
  stuckMs: number;
};

/** `GET /v1/events/stream`: the ledger as server-sent events. Whoever comes back with the last id misses nothing. */
export function createStream(options: AppOptions) {
  const { events, metrics, server, log, streamTimes: { keepAliveMs, stuckMs } = usual } = options;
  const borrowTail = createTails(options);

  return async function stream(c: RequestContext): Promise<Response> {
    c.set('operation', 'event.stream');
    const { incoming, outgoing, closing } = c.env;
    const { workspace, bearer } = await readCaller(options.authenticate, incoming.headers);
    if (!bearer) return problemResponse(c, unauthenticated(incoming), server);
    const allowed = mayFollow(bearer);
    if (isRefusal(allowed)) return problemResponse(c, allowed, server);
    const asked = readQuery(c);
    if (isRefusal(asked)) return problemResponse(c, asked, server);
    const filter = await events.resolve(workspace, bearer, asked.filter);
    if (isRefusal(filter)) return problemResponse(c, filter, server);

    const after = asked.after ?? events.head(workspace);
    const headers = {
      ...apiHeaders,
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      'x-request-id': c.get('requestId'),
    };
    if (c.req.raw.method === 'HEAD') return new Response(null, { headers });
    if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
    outgoing.writeHead(200, headers);
    // The id says where the feed begins: a reader who is cut off before the first event misses nothing either. The times are
    // spread, so that a restart does not bring every reader back in the same instant.
    outgoing.write(`id: ${after}\nretry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);

    const over = new AbortController();
    const stop = () => over.abort();
    outgoing.once('close', stop);
    closing?.addEventListener('abort', stop);
    const stillAllowed = async () => {
      const now = await readCaller(options.authenticate, incoming.headers);
      return now.bearer !== null && now.workspace === workspace && !isRefusal(mayFollow(now.bearer));
    };
    const timer = setInterval(() => void keepAlive(outgoing, stillAllowed, stop), keepAliveMs);
    const borrowed = borrowTail(workspace);
    metrics.readers.inc();
    const sight = sightOf(bearer);
    const see = sight && ((positions: readonly number[]) => events.seen(workspace, sight, positions));
    void pump({ tail: borrowed.tail, outgoing, signal: over.signal, after, filter, see, stuckMs })
      .catch((error: unknown) =>
        log.warn(
          { requestId: c.get('requestId'), reason: String(error) },
          'an event stream ended early; its reader resumes',
        ),
      )
      .finally(() => {
        clearInterval(timer);
        closing?.removeEventListener('abort', stop);
        borrowed.giveBack();
        metrics.readers.dec();
        outgoing.end();
      });
    return RESPONSE_ALREADY_SENT;
  };
}

const mayFollow = (bearer: Bearer) =>
  refuseOutOfScope(bearer, { name: 'event.stream', kind: 'query' }) ?? authorise(bearer, 'workspace.read');

function readQuery(c: RequestContext): { after: number | null; filter: FeedFilter } | Refusal {
  const given = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const parsed = streamQuery.safeParse(given);
  if (!parsed.success) return refuse('invalid_input', { errors: inputErrors(parsed.error) });
  const { after, ...named } = parsed.data;
  const filter = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  const resumed = c.req.header('last-event-id');
  if (!resumed) return { after: after ?? null, filter };
  const last = /^\d{1,15}$/.test(resumed) ? Number(resumed) : null;
  return last === null
    ? refuse('invalid_input', { errors: [{ field: 'Last-Event-ID', problem: 'must be the id of an event' }] })
    : { after: last, filter };
}

/** Proxies close what is silent; and whoever lost their right meanwhile is let go. */
async function keepAlive(
  outgoing: ServerResponse,
  stillAllowed: () => Promise<boolean>,
  stop: () => void,
): Promise<void> {
  // A database that is away is no reason to send readers off: they would only come back to it.
  const allowed = await stillAllowed().catch(() => true);
  if (!allowed) stop();
  else if (!outgoing.writableNeedDrain && !outgoing.destroyed) outgoing.write(':\n\n');
}

/** Reads a page, writes it, waits until the socket has taken it: what a reader has not fetched stays in the ledger. */
async function pump({ tail, outgoing, signal, after, filter, see, stuckMs }: Reader): Promise<void> {
  let position = after;
  while (!signal.aborted) {
    const page = await tail.page(position);
    if (page.length === 0) {
      await tail.more(position, signal);
      continue;
    }
    position = page.at(-1)?.event.position ?? position;
    const fitting = page.filter(({ event }) => fits(event, filter));
    const seen = see && fitting.length > 0 ? await see(fitting.map(({ event }) => event.position)) : null;
    const wanted = seen ? fitting.filter(({ event }) => seen.has(event.position)) : fitting;
    if (wanted.length > 0 && !signal.aborted && !outgoing.write(tail.join(wanted)))
      await drained(outgoing, signal, stuckMs);
  }
}

const fits = ({ item, team, actor }: FeedEvent, filter: FeedFilter) =>
  (filter.item === undefined || filter.item === item) &&
  (filter.team === undefined || filter.team === team) &&
  (filter.participant === undefined || filter.participant === actor);

/** Waits for the socket; a reader that takes nothing for too long is cut off, and may resume. */
function drained(outgoing: ServerResponse, signal: AbortSignal, stuckMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      outgoing.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(() => {
      outgoing.destroy();
      done();
    }, stuckMs);
    outgoing.once('drain', done);
    signal.addEventListener('abort', done);
  });
}

/** One tail for each workspace that has readers, kept while it has any. */
export function createTails({ events, log }: Pick<AppOptions, 'events' | 'log'>) {
  const tails = new Map<string, { tail: FeedTail; readers: number }>();
  const failed = (error: unknown) => log.warn({ reason: String(error) }, 'the feed could not be read; trying again');
  return (workspace: string) => {
    const entry = tails.get(workspace) ?? { tail: createFeedTail(events, workspace, failed), readers: 0 };
    tails.set(workspace, entry);
    entry.readers += 1;
    return {
      tail: entry.tail,
      giveBack() {
        entry.readers -= 1;
        if (entry.readers > 0) return;
        entry.tail.close();
        if (tails.get(workspace) === entry) tails.delete(workspace);
      },
    };
  };
}
