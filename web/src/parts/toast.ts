import { useSyncExternalStore } from 'react';

/** A word at the edge of the page about what has just been done. */
export type Toast = { text: string; hint?: string; look?: 'said' | 'trouble'; undo?: () => void };
export type ShownToast = Toast & { id: number };

/** Long enough to read, and to reach for *undo*; trouble stays until it is read. */
const STAYS_MS = 6_000;
const MOST = 3;

let toasts: readonly ShownToast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly ShownToast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something to the reader; the oldest makes place for the newest. */
export function toast(one: Toast): void {
  const id = (last += 1);
  set([...toasts, { ...one, id }].slice(-MOST));
  if (one.look !== 'trouble') setTimeout(() => closeToast(id), STAYS_MS);
}

export const closeToast = (id: number): void => set(toasts.filter((one) => one.id !== id));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useToasts = (): readonly ShownToast[] => useSyncExternalStore(subscribe, () => toasts);
