import type { Feed, FeedEvent } from '../operations/feed-type.ts';
import type { Database } from '../store/database.ts';
import { type LedgerEntry, readEntries, readHead, seenPlaces } from '../store/ledger.ts';
import { fillIndex } from '../store/ledger-index.ts';
import { workspaceIds } from './look-often.ts';
import { place } from './sealer.ts';

/** How long after a commit the ledger is looked at, when somebody follows it and when nobody does: commits meanwhile share the look. */
const GATHER_MS = { followed: 25, unfollowed: 150 };
/** How often it is looked at without being told: what other servers commit is seen at the latest then. */
const LOOK_MS = 200;

/** So few facts since the last look leave time to index what was placed. */
const QUIET = 20;

export type FeedOptions = {
  database: Database;
  resolve: Feed['resolve'];
  log: (message: string, error: unknown) => void;
};

/**
 * Follows the ledger of every workspace: gives settled events their places soon after they are committed, and tells the
 * readers. A commit here is a hint to look at once; a timer finds what came from elsewhere.
 */
export function createFeed({ database, resolve, log }: FeedOptions) {
  const heads = new Map<string, number>();
  const listeners = new Map<string, Set<() => void>>();
  const advance = (workspace: string, size: number) => {
    if (size <= (heads.get(workspace) ?? 0)) return;
    heads.set(workspace, size);
    for (const listener of listeners.get(workspace) ?? []) listener();
  };
  const { lookOnce, hint, settle } = createLooker({
    async look(workspace) {
      const before = heads.get(workspace) ?? 0;
      const { size, waiting } = await place(database, workspace);
      advance(workspace, size ?? (await database.within(workspace, readHead)).size);
      if ((size ?? before) - before < QUIET) await database.within(workspace, fillIndex);
      if (waiting) hint(workspace);
    },
    wait: (workspace) => (listeners.get(workspace)?.size ? GATHER_MS.followed : GATHER_MS.unfollowed),
    log,
  });
  const timer = setInterval(() => heads.forEach((_, workspace) => hint(workspace)), LOOK_MS);

  const feed: Feed = {
    head: (workspace) => heads.get(workspace) ?? 0,
    read: (workspace, after, limit) =>
      database.within(workspace, async (connection) =>
        (await readEntries(connection, { after, limit })).map(feedEvent),
      ),
    seen: (workspace, sight, positions) =>
      database.within(workspace, async (connection) =>
        connection.seeing(sight, () => seenPlaces(connection, positions)),
      ),
    subscribe(workspace, listener) {
      const all = listeners.get(workspace) ?? new Set();
      listeners.set(workspace, all.add(listener));
      return () => all.delete(listener);
    },
    resolve,
  };
  return {
    feed,
    hint,
    /** Learns of every workspace, so that its head is known from the start. */
    async start() {
      for (const id of await workspaceIds(database)) {
        heads.set(id, 0);
        await lookOnce(id);
      }
    },
    async stop() {
      clearInterval(timer);
      await settle();
    },
  };
}

type LookerOptions = {
  look: (workspace: string) => Promise<void>;
  wait: (workspace: string) => number;
  log: FeedOptions['log'];
};

/** Looks once at a time for each workspace; hints that come close together share one look, and one comes after the last of them. */
function createLooker({ look, wait, log }: LookerOptions) {
  const soon = new Map<string, NodeJS.Timeout>();
  const looking = new Map<string, Promise<void>>();

  const lookOnce = (workspace: string): Promise<void> => {
    const now = looking.get(workspace);
    if (now) return now;
    const begun = look(workspace)
      .catch((error: unknown) => log('the feed could not be read; it is tried again', error))
      .finally(() => looking.delete(workspace));
    looking.set(workspace, begun);
    return begun;
  };
  const lookAfter = async (workspace: string) => {
    soon.delete(workspace);
    await looking.get(workspace);
    await lookOnce(workspace);
  };
  const hint = (workspace: string) => {
    if (!soon.has(workspace))
      soon.set(
        workspace,
        setTimeout(() => void lookAfter(workspace), wait(workspace)),
      );
  };
  const settle = async () => {
    for (const waiting of soon.values()) clearTimeout(waiting);
    await Promise.all(looking.values());
  };
  return { lookOnce, hint, settle };
}

function feedEvent({ position, body }: LedgerEntry): FeedEvent {
  const { type, item, team, actor } = JSON.parse(body) as {
    type: string;
    item: { id: string } | null;
    team: string | null;
    actor: { id: string };
  };
  return { position, body, type, item: item?.id ?? null, team, actor: actor.id };
}
