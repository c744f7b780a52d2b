import { type Refusal, refuse } from './refusals.ts';

export type Edge = { item: string; blocker: string };

/**
 * Refuses a dependency that would close a cycle. `upstream` are the edges reachable from the new blocker towards what it
 * waits for; `path` in the refusal runs from the item round to itself.
 */
export function refuseCycle({ item, blocker }: Edge, upstream: readonly Edge[]): Refusal | null {
  if (item === blocker) return refuse('cycle', { path: [item, item] });
  const back = pathBetween(blocker, item, upstream);
  return back ? refuse('cycle', { path: [item, ...back] }) : null;
}

/** The shortest chain of "waits for" from one item to another, or null. */
export function pathBetween(from: string, to: string, edges: readonly Edge[]): string[] | null {
  const waitsFor = Map.groupBy(edges, ({ item }) => item);
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const here of queue) {
    if (here === to) return trace(cameFrom, here);
    for (const { blocker } of waitsFor.get(here) ?? []) {
      if (cameFrom.has(blocker)) continue;
      cameFrom.set(blocker, here);
      queue.push(blocker);
    }
  }
  return null;
}

function trace(cameFrom: ReadonlyMap<string, string | null>, last: string): string[] {
  const path: string[] = [];
  for (let here: string | null = last; here !== null; here = cameFrom.get(here) ?? null) path.unshift(here);
  return path;
}
