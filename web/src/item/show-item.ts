import type { Item } from 'coact';
import { getState, setState } from '../state/store.ts';

/** Shows what the server answered about the opened item; an older answer that arrives late changes nothing. What the reader may do comes with the next reading. */
export function showItem(item: Omit<Item, 'abilities'>): void {
  const { opened, openedChanges } = getState();
  if (opened?.id !== item.id || opened.version > item.version) return;
  setState({ opened: { ...opened, ...item }, openedChanges: openedChanges + 1 });
}
