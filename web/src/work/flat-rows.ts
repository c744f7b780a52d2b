import type { ItemSummary } from 'coact';
import type { Grouped } from './group.ts';

/** One line of a list: the head of a lane, or an item. */
type FlatRow = { is: 'lane'; lane: Grouped } | { is: 'item'; item: ItemSummary };

/** Lanes one below the other; a lane without work has no place in a list, and a single one needs no head. */
export function flatRows(lanes: readonly Grouped[], isGrouped: boolean): FlatRow[] {
  return lanes
    .filter(({ items }) => items.length > 0)
    .flatMap((lane): FlatRow[] => {
      const items = lane.items.map((item): FlatRow => ({ is: 'item', item }));
      return isGrouped ? [{ is: 'lane', lane }, ...items] : items;
    });
}
