import { useSyncExternalStore } from 'react';
import { server } from '../state/server.ts';

/** One clock for the page: ages are in minutes at the finest, so half a minute is often enough. It is the server's, whose times they are. */
const TICK_MS = 30_000;
const read = () => Date.now() + server.clockAhead();
let now = read();
const listeners = new Set<() => void>();

setInterval(() => {
  now = read();
  for (const listener of listeners) listener();
}, TICK_MS);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The moment of drawing; whoever uses it is drawn again as the clock ticks. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => now);
  return read();
}
