import type { Feed, FeedEvent } from '../operations/feed-type.ts';

/** An event as it goes out, made once for all readers. */
export type Frame = { event: FeedEvent; bytes: Buffer };

const PAGE_EVENTS = 200;
const PAGE_BYTES = 256_000;
const CACHE_EVENTS = 2_000;
const CACHE_BYTES = 8_000_000;

export type FeedTail = {
  /** What comes after a position, oldest first, at most a page; empty when that is all for now. */
  page(after: number): Promise<Frame[]>;
  /** Resolves once there may be more than `after`, or when `signal` fires. */
  more(after: number, signal: AbortSignal): Promise<void>;
  /** One buffer for frames that follow one another; readers at the same place share it. */
  join(frames: readonly Frame[]): Buffer;
  close(): void;
};

/**
 * Follows one workspace's feed for all of its readers: each new event is read and put into text once, and the newest stay in
 * memory up to a bound. Whoever is further behind reads pages from the feed itself. Nothing is kept for a slow reader.
 */
export function createFeedTail(feed: Feed, workspace: string, failed: (error: unknown) => void): FeedTail {
  let frames: Frame[] = [];
  let bytes = 0;
  let last = feed.head(workspace);
  let joined: { first: number; last: number; bytes: Buffer } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  const waiting = new Set<() => void>();

  const keep = (events: readonly FeedEvent[]) => {
    for (const event of events) {
      const frame = toFrame(event);
      frames.push(frame);
      bytes += frame.bytes.length;
      last = event.position;
    }
    let drop = 0;
    while (frames.length - drop > CACHE_EVENTS || bytes > CACHE_BYTES) bytes -= frames[drop++]?.bytes.length ?? 0;
    frames = drop > 0 ? frames.slice(drop) : frames;
    // A waiting reader removes itself; each is woken once.
    for (const wake of waiting) wake();
  };

  const look = async () => {
    timer = null;
    if (looking) return schedule();
    looking = true;
    try {
      let events = await feed.read(workspace, last, PAGE_EVENTS);
      while (events.length > 0) {
        keep(events);
        events = events.length < PAGE_EVENTS ? [] : await feed.read(workspace, last, PAGE_EVENTS);
      }
    } catch (error) {
      failed(error);
      setTimeout(schedule, 1_000).unref();
    } finally {
      looking = false;
    }
  };

  // With many readers each look costs a write to every one of them, so events are gathered for up to 60 ms (measured with
  // 1,000 readers: one write of ten events costs the same as one write of one).
  const schedule = () => {
    timer ??= setTimeout(() => void look(), Math.min(60, 2 + waiting.size / 16));
  };
  const unsubscribe = feed.subscribe(workspace, schedule);

  return {
    async page(after) {
      const first = frames[0]?.event.position ?? last + 1;
      if (after >= first - 1) return firstPage(frames, Math.max(0, after - first + 1));
      return firstPage((await feed.read(workspace, after, PAGE_EVENTS)).map(toFrame), 0);
    },
    more: (after, signal) =>
      new Promise((resolve) => {
        if (last > after || signal.aborted) return resolve();
        const wake = () => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
        return undefined;
      }),
    join(page) {
      const [first, end] = [page[0]?.event.position ?? 0, page.at(-1)?.event.position ?? 0];
      const wholly = end - first + 1 === page.length;
      if (wholly && joined?.first === first && joined.last === end) return joined.bytes;
      const all = Buffer.concat(page.map((frame) => frame.bytes));
      if (wholly) joined = { first, last: end, bytes: all };
      return all;
    },
    close() {
      unsubscribe();
      if (timer) clearTimeout(timer);
    },
  };
}

function firstPage(frames: readonly Frame[], from: number): Frame[] {
  let size = 0;
  let end = from;
  while (end < frames.length && end - from < PAGE_EVENTS && size < PAGE_BYTES) size += frames[end++]?.bytes.length ?? 0;
  return frames.slice(from, end);
}

/** `data` is the entry's own text with its position put in front. */
const toFrame = (event: FeedEvent): Frame => ({
  event,
  bytes: Buffer.from(`id: ${event.position}\nevent: ${event.type}\ndata: {"position":${event.position},${event.body.slice(1)}\n\n`),
});
