import type { State } from './work-item.ts';

/** How far a larger work is: by the parts that were verified, never by what anybody says. Cancelled parts are not wanted any longer. */
export function rollUp(parts: readonly { state: State }[]): { total: number; done: number; progress: number | null } {
  const wanted = parts.filter(({ state }) => state !== 'cancelled');
  const done = wanted.filter(({ state }) => state === 'done').length;
  return { total: wanted.length, done, progress: wanted.length === 0 ? null : done / wanted.length };
}
