/** Saved views: a way to look at the work that somebody named, for themselves, a team or everybody. */

export const layouts = ['board', 'list', 'table', 'graph', 'timeline'] as const;

/** What may be said of a view. The filter is the text that its creator wrote; grouping and order are names of fields. */
export type Look = {
  name: string;
  layout: (typeof layouts)[number];
  filter: string;
  group: string | null;
  sort: string | null;
  /** Whose members see it. */
  team: string | null;
  /** Whether the whole workspace sees it. */
  shared: boolean;
};

/** A view as the ledger's events tell it. Times are epoch milliseconds. */
export type View = Look & { id: string; creator: string; createdAt: number; updatedAt: number };

export type ViewEvent =
  | { type: 'view.created'; data: Look & { id: string; creator: string } }
  | { type: 'view.updated'; data: Look & { id: string } }
  | { type: 'view.deleted'; data: { id: string; name: string } };

export const newView = (data: Look & { id: string; creator: string }, at: number): View => ({
  ...data,
  createdAt: at,
  updatedAt: at,
});

export const changeView = (view: View, look: Look, at: number): View => ({ ...view, ...look, updatedAt: at });

/** What an event does to a view; null once it is deleted. */
export function evolveView(view: View | null, event: ViewEvent, at: number): View | null {
  if (event.type === 'view.created') return newView(event.data, at);
  if (!view) throw new Error(`${event.type} comes before the view exists`);
  return event.type === 'view.deleted' ? null : changeView(view, event.data, at);
}
