import type { ItemSummary } from 'coact';
import type { Column } from './sort.ts';

/** Where the keyboard is: on a row, and in the table on one of its cells. */
export type Cursor = { id: string; column: Column | null };

/** What rows and cards can do; the same object for as long as the page is open. */
export type Hands = {
  open: (key: string) => void;
  point: (cursor: Cursor | null) => void;
  /** Chooses a row or lets it go; `upTo`: everything between the last one and it. */
  toggle: (id: string, upTo: boolean) => void;
  moveTo: (item: ItemSummary) => void;
  /** Whether the cursor was last moved by key: the focus goes with it. */
  byKey: { current: boolean };
};
