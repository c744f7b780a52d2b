/** What somebody sees within their workspace. The database tests it under every query (0015_access). */
export type Sight = {
  /** Whose eyes these are. */
  self: string;
  /** A guest sees the items that were shared with them, and what belongs to those. */
  guest: boolean;
  /** Null: the work of every team. A token may be kept to some teams, and those below them. */
  teams: readonly string[] | null;
};

type Seer = { id: string; role: string; limitedTo?: readonly string[] | null };

/** Null for whoever sees everything there is in the workspace. */
export const sightOf = ({ id, role, limitedTo = null }: Seer): Sight | null =>
  role === 'guest' || limitedTo !== null ? { self: id, guest: role === 'guest', teams: limitedTo } : null;
