import type { Actor } from '../domain/authority.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Sight } from '../domain/sight.ts';

/** One entry of the ledger as the feed hands it on. */
export type FeedEvent = {
  /** Its place in the workspace's ledger, from 1 without gaps. */
  position: number;
  /** The exact JSON text that was written and hashed. */
  body: string;
  type: string;
  /** Ids; null where the event is not about an item or a team. */
  item: string | null;
  team: string | null;
  actor: string;
};

/** Ids; what is left out filters nothing. */
export type FeedFilter = { item?: string; team?: string; participant?: string };

/** The ledger as a feed: what has a place in it is final, so a reader that goes on from a position misses nothing. */
export type Feed = {
  /** The last position that this server knows of. */
  head(workspace: string): number;
  /** The entries after a position, oldest first. */
  read(workspace: string, after: number, limit: number): Promise<FeedEvent[]>;
  /** Those of some entries that somebody sees who does not see everything, by their positions, as of now. */
  seen(workspace: string, sight: Sight, positions: readonly number[]): Promise<ReadonlySet<number>>;
  /** Calls the listener whenever there may be more; gives back how to stop. */
  subscribe(workspace: string, listener: () => void): () => void;
  /** Turns ids, keys and names of a filter into ids, as far as the reader sees them; `me` stands for the reader. */
  resolve(workspace: string, reader: Actor, filter: FeedFilter): Promise<FeedFilter | Refusal>;
};
