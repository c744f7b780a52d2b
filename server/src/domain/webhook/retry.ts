const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long a delivery is tried, and how long a webhook may fail, in milliseconds. */
export const PATIENCE_MS = 72 * HOUR;
/** How long to wait after each failed attempt; the last one goes on. */
const waits = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR];
/** By how much a wait is made shorter or longer, so that what failed together does not come back together. */
const JITTER = 0.2;
/** The most that a receiver may ask to be left alone for. */
const MOST_ASKED = 8 * HOUR;

export type Failed = {
  /** Attempts so far, the one that just failed among them. */
  attempts: number;
  firstAt: number;
  now: number;
  /** From 0 to 1. */
  random: number;
  /** Milliseconds that the receiver asked to wait, by `Retry-After`. */
  asked?: number | null;
};

/** When a delivery is tried again, or null where it has been tried for long enough: it is a dead letter. */
export function nextAttempt({ attempts, firstAt, now, random, asked = null }: Failed): number | null {
  const end = firstAt + PATIENCE_MS;
  if (now >= end) return null;
  const wait = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? 8 * HOUR;
  const jittered = wait * (1 - JITTER + 2 * JITTER * random);
  const polite = Math.max(jittered, Math.min(asked ?? 0, MOST_ASKED));
  // The last one is at the end of the time, not some hours before it.
  return Math.min(now + Math.round(polite), end);
}
