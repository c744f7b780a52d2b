import type { FeedEvent } from '../operations/feed-type.ts';

/** An event as it goes out, made once for all readers. */
export type Frame = { event: FeedEvent; bytes: Buffer };

export const PAGE_EVENTS = 200;
const PAGE_BYTES = 256_000;
const CACHE_EVENTS = 2_000;
const CACHE_BYTES = 8_000_000;

/** `data` is the entry's own text with its position put in front. */
export const toFrame = (event: FeedEvent): Frame => ({
  event,
  bytes: Buffer.from(
    `id: ${event.position}\nevent: ${event.type}\ndata: {"position":${event.position},${event.body.slice(1)}\n\n`,
  ),
});

/** The beginning of some frames: as many as go out in one write. */
export function firstPage(frames: readonly Frame[], from: number): Frame[] {
  let size = 0;
  let end = from;
  while (end < frames.length && end - from < PAGE_EVENTS && size < PAGE_BYTES) size += frames[end++]?.bytes.length ?? 0;
  return frames.slice(from, end);
}

/** The newest frames, within a bound on their number and size. */
export function createFrameCache() {
  let frames: Frame[] = [];
  let bytes = 0;
  let joined: { first: number; last: number; bytes: Buffer } | null = null;

  return {
    keep(events: readonly FeedEvent[]) {
      frames.push(...events.map(toFrame));
      bytes = frames.reduce((sum, frame) => sum + frame.bytes.length, 0);
      let drop = 0;
      while (frames.length - drop > CACHE_EVENTS || bytes > CACHE_BYTES) bytes -= frames[drop++]?.bytes.length ?? 0;
      frames = frames.slice(drop);
    },
    /** The page after a position, or null when what comes next is no longer, or not yet, held. */
    page(after: number): Frame[] | null {
      const first = frames[0]?.event.position;
      return first === undefined || after < first - 1 ? null : firstPage(frames, after - first + 1);
    },
    /** One buffer for frames that follow one another; readers at the same place share it. */
    join: (page: readonly Frame[]): Buffer => {
      const [first, last] = [page[0]?.event.position ?? 0, page.at(-1)?.event.position ?? 0];
      const wholly = last - first + 1 === page.length;
      if (wholly && joined?.first === first && joined.last === last) return joined.bytes;
      const all = Buffer.concat(page.map((frame) => frame.bytes));
      if (wholly) joined = { first, last, bytes: all };
      return all;
    },
  };
}
