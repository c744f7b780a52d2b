import type { Facts } from './filter/facts.ts';
import type { Grouped } from './group.ts';
import type { Cursor, Hands } from './hands.ts';
import type { Group } from './look.ts';

/** The work as a layout shows it. */
export type WorkShown = {
  lanes: readonly Grouped[];
  group: Group;
  facts: Facts;
  hands: Hands;
  cursor: Cursor | null;
  chosen: ReadonlySet<string>;
  /** The key of the item in the pane. */
  opened: string | null;
};
