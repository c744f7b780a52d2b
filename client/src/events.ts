import { bodyBytes } from './body-bytes.ts';
import { CoactError, isTransient, readError } from './coact-error.ts';
import type { FeedEntry } from './generated/operations.ts';
import { parseSse, type SseMessage } from './parse-sse.ts';
import { type ConnectOptions, type Link, pause, waitBefore } from './send.ts';

/** One fact of the ledger; `position` is its place: give it as `after` to go on from there. */
export type FeedEvent = FeedEntry;

export type FeedOptions = {
  /** Goes on after this place; from now on unless stated. */
  after?: number | undefined;
  item?: string | undefined;
  team?: string | undefined;
  participant?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Told once the feed flows, first or again. */
  onConnect?: (() => void) | undefined;
  /** Told when the connection was lost; it is tried again by itself. */
  onDisconnect?: ((error: unknown) => void) | undefined;
};

/** The server says something every few seconds: a silence this long is a connection that died without a word. */
const silence = 60_000;

/** Follows the feed until the signal ends it, across lost connections. Throws CoactError when the server refuses. */
export async function* followEvents(
  link: Link,
  options: ConnectOptions,
  feed: FeedOptions,
): AsyncGenerator<FeedEvent, void, undefined> {
  let last = feed.after === undefined ? null : String(feed.after);
  for (let tries = 0; !feed.signal?.aborted; tries += 1) {
    try {
      for await (const message of openFeed(link, options, feed, last)) {
        tries = 0;
        if (!message || isRepeated(message, last)) continue;
        // Before it is handed over: whoever leaves the loop with it has had it.
        last = message.id ?? last;
        // A message without data only says where the feed begins, so that even what happens before the first event is not missed.
        if (message.data === '') continue;
        const event: FeedEvent = JSON.parse(message.data);
        yield event;
      }
    } catch (error) {
      if (feed.signal?.aborted) return;
      if (error instanceof CoactError && !isTransient(error.status)) throw error;
      feed.onDisconnect?.(error);
    }
    await pause(waitBefore(tries, null), feed.signal).catch(() => {});
  }
}

async function* openFeed(
  link: Link,
  { token, headers, fetch = globalThis.fetch }: ConnectOptions,
  feed: FeedOptions,
  last: string | null,
) {
  const idle = new AbortController();
  const signal = feed.signal ? AbortSignal.any([feed.signal, idle.signal]) : idle.signal;
  const listen = () => setTimeout(() => idle.abort(new Error('nothing was heard for a minute')), silence);
  let timer = listen();
  try {
    const sent = {
      accept: 'text/event-stream',
      ...headers,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(last !== null && { 'last-event-id': last }),
    };
    const response = await fetch(`${link.url}/v1/events/stream${filters(feed, last)}`, { headers: sent, signal });
    if (!response.ok) throw await readError(response);
    feed.onConnect?.();
    for await (const message of parseSse(bodyBytes(response))) {
      clearTimeout(timer);
      timer = listen();
      yield message;
    }
  } finally {
    clearTimeout(timer);
    // Ends the request when the reader leaves the loop.
    idle.abort();
  }
}

function filters({ item, team, participant }: FeedOptions, after: string | null): string {
  const given = Object.entries({ item, team, participant, after: after ?? undefined }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

/** Places in the feed only grow: what is not after the last one was handed over before. */
function isRepeated({ id }: SseMessage, last: string | null): boolean {
  if (id === null || last === null) return false;
  return id === last || (/^\d+$/.test(id) && /^\d+$/.test(last) && BigInt(id) <= BigInt(last));
}
