import { useSyncExternalStore } from 'react';
import { type Column, columns, isColumn } from './sort.ts';

const KEY = 'coact.work.columns';
const usual: readonly Column[] = [
  'key',
  'title',
  'state',
  'owner',
  'executor',
  'priority',
  'risk',
  'due',
  'waits',
  'age',
];

let shown = read();
const listeners = new Set<() => void>();

function read(): readonly Column[] {
  const kept = (localStorage.getItem(KEY) ?? '').split(',').filter(isColumn);
  return kept.length > 0 ? kept : usual;
}

/** Shows a column of the table or leaves it out; remembered in this browser. Key and title always stay. */
export function toggleColumn(column: Column): void {
  const now = new Set(shown);
  if (!now.delete(column)) now.add(column);
  shown = columns.filter((one) => now.has(one) || one === 'key' || one === 'title');
  localStorage.setItem(KEY, shown.join(','));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useColumns = (): readonly Column[] => useSyncExternalStore(subscribe, () => shown);

/** Rem that a column needs, and its share of what is left. */
const sizes: Record<Column, readonly [min: number, share: number]> = {
  key: [5, 0],
  title: [10, 4],
  state: [6.25, 0],
  owner: [5.5, 1],
  executor: [5.5, 1],
  assignee: [6.5, 1],
  priority: [4.5, 0],
  risk: [4.25, 0],
  due: [4, 0],
  waits: [7.5, 3],
  labels: [5, 1],
  team: [5, 1],
  type: [4.5, 0],
  serves: [6, 1],
  age: [3.25, 0],
  updated: [4.5, 0],
};

/** Rem between two columns, and of the box to choose a row with. */
const [GAP, BOX] = [0.75, 1];

/** The tracks of the table's grid, and how wide it is at least. */
export function layOut(shown: readonly Column[]): { tracks: string; minWidth: string } {
  const tracks = shown.map((column) => {
    const [min, share] = sizes[column];
    return share > 0 ? `minmax(${min}rem,${share}fr)` : `${min}rem`;
  });
  const needed = shown.reduce((sum, column) => sum + sizes[column][0] + GAP, BOX + 2);
  return { tracks: `${BOX}rem ${tracks.join(' ')}`, minWidth: `${needed}rem` };
}
