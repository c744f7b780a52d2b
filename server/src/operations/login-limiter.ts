import type { ServerFacts } from './context.ts';

const WINDOW_MS = 15 * 60_000;
const MOST_OF_ONE = 5;
/** Loose enough for a whole company that mistypes on a Monday, tight enough that guessing across addresses is hopeless. */
const MOST_OF_ALL = 200;

export type LoginLimiter = {
  /**
   * Counts an attempt before its outcome is known, so that many at once gain nothing. Gives null, or the seconds to wait.
   * `who` is an e-mail address or another name for whoever is tried; `now` is in epoch milliseconds.
   */
  attempt(who: string, now: number): number | null;
  /** Takes back what was counted for somebody who has proved themselves. */
  succeeded(who: string): void;
};

/** Holds what failed lately in memory: never more than the overall bound. */
export function createLoginLimiter(): LoginLimiter {
  let attempts: { who: string; at: number }[] = [];
  return {
    attempt(who, now) {
      attempts = attempts.filter(({ at }) => at > now - WINDOW_MS);
      const key = who.toLowerCase();
      const own = attempts.filter((one) => one.who === key);
      const full = own.length >= MOST_OF_ONE ? own : attempts.length >= MOST_OF_ALL ? attempts : null;
      if (full?.[0]) return Math.max(1, Math.ceil((full[0].at + WINDOW_MS - now) / 1000));
      attempts.push({ who: key, at: now });
      return null;
    },
    succeeded(who) {
      const key = who.toLowerCase();
      attempts = attempts.filter((one) => one.who !== key);
    },
  };
}

const limiters = new WeakMap<ServerFacts, LoginLimiter>();

/** The limiter of a server: one for each pipeline, known by its facts. */
export function loginLimiterOf(server: ServerFacts): LoginLimiter {
  const limiter = limiters.get(server) ?? createLoginLimiter();
  limiters.set(server, limiter);
  return limiter;
}
