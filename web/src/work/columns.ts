import { useSyncExternalStore } from 'react';
import { fitColumns } from './lay-out.ts';
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

let chosen = read();
/** Rem that the table has; until it is known, as much as is needed. */
let room = Infinity;
let shown = chosen;
const listeners = new Set<() => void>();

function read(): readonly Column[] {
  const kept = (localStorage.getItem(KEY) ?? '').split(',').filter(isColumn);
  return kept.length > 0 ? kept : usual;
}

/** Chooses a column of the table or leaves it out; remembered in this browser. Key and title always stay. */
export function toggleColumn(column: Column): void {
  const now = new Set(chosen);
  if (!now.delete(column)) now.add(column);
  chosen = columns.filter((one) => now.has(one) || one === 'key' || one === 'title');
  localStorage.setItem(KEY, chosen.join(','));
  tell();
}

/** How wide the table is, in rem: some columns give way where titles would be cut. */
export function giveRoom(rem: number): void {
  if (rem === room) return;
  room = rem;
  tell();
}

function tell(): void {
  shown = fitColumns(chosen, room);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The columns that stand in the table now. */
export const useColumns = (): readonly Column[] => useSyncExternalStore(subscribe, () => shown);

/** The columns that the reader wants, whether or not there is room. */
export const useChosenColumns = (): readonly Column[] => useSyncExternalStore(subscribe, () => chosen);
