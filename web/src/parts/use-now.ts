import { useSyncExternalStore } from 'react';

/** One clock for the page: ages are in minutes at the finest, so half a minute is often enough. */
const TICK_MS = 30_000;
let now = Date.now();
const listeners = new Set<() => void>();

setInterval(() => {
  now = Date.now();
  for (const listener of listeners) listener();
}, TICK_MS);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
