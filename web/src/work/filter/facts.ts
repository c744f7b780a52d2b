import type { ItemSummary, Outcome, Participant, Request, Team } from 'coact';

/** What a filter may ask about beside the row itself. The maps are those of the store: they are other ones when they changed. */
export type Facts = {
  me: string | null;
  myTeams: readonly string[];
  /** Epoch milliseconds, by the server's clock. */
  now: number;
  people: ReadonlyMap<string, Participant>;
  teams: ReadonlyMap<string, Team>;
  outcomes: ReadonlyMap<string, Pick<Outcome, 'id' | 'title' | 'parent'>>;
  items: ReadonlyMap<string, ItemSummary>;
  asked: ReadonlyMap<string, readonly Request[]>;
};
