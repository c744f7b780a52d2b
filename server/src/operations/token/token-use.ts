import { type Database, isUnavailable } from '../../store/database.ts';
import { touchTokens } from '../../store/tokens.ts';
import type { Principal } from '../authenticate.ts';

/** How exactly it is told when a token was last used. */
const PRECISION_MS = 3_600_000;
/** How soon it is written down. What is lost when a server dies is told by the next use. */
const EVERY_MS = 2_000;

export type TokenUse = {
  /** Takes note of a use: no flight, no promise; nothing at all where the token was used within the hour. */
  note: (principal: Principal) => void;
  /** Writes down what was noted since. */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
};

export type TokenUseOptions = {
  database: Database;
  now: () => number;
  log: (message: string, error: unknown) => void;
};

/** Tells when tokens were last used without slowing whoever uses them: uses are gathered and written together. */
export function createTokenUse({ database, now, log }: TokenUseOptions): TokenUse {
  let noted = new Map<string, Map<string, number>>();
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    const taken = noted;
    noted = new Map();
    for (const [workspace, uses] of taken) {
      // In one order, so that two servers that write at once do not wait for each other.
      const used = [...uses].map(([token, at]) => ({ token, at })).sort((a, b) => (a.token < b.token ? -1 : 1));
      await database.within(workspace, (connection) => touchTokens(connection, used));
    }
  }
  const flush = () => {
    if (noted.size === 0) return writing;
    writing = writing.then(write).catch((error: unknown) => {
      if (!isUnavailable(error)) log('the last use of tokens could not be written down', error);
    });
    return writing;
  };
  const timer = setInterval(() => void flush(), EVERY_MS);
  timer.unref();

  return {
    note({ workspace, bearer }) {
      const at = now();
      if (at - (bearer.lastUsedAt ?? Number.NEGATIVE_INFINITY) < PRECISION_MS) return;
      // Whoever is remembered is not noted again.
      bearer.lastUsedAt = at;
      const uses = noted.get(workspace) ?? new Map<string, number>();
      noted.set(workspace, uses.set(bearer.token, at));
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
