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
  for (let here: string | null = last; here !== null; here = cameFrom.get(here) ?? null) path.push(here);
  return path.toReversed();
}

/** A chain that leads from some item back to itself, or null. */
export function findCycle(edges: readonly Edge[]): string[] | null {
  const waitsFor = Map.groupBy(edges, ({ item }) => item);
  const waiting = new Map([...waitsFor].map(([item, own]) => [item, own.length]));
  const heldUp = Map.groupBy(edges, ({ blocker }) => blocker);
  const free = [...heldUp.keys()].filter((item) => !waiting.has(item));
  for (const done of free) {
    for (const { item } of heldUp.get(done) ?? []) {
      const left = (waiting.get(item) ?? 0) - 1;
      waiting.set(item, left);
      if (left === 0) free.push(item);
    }
  }
  const [stuck] = [...waiting].find(([, left]) => left > 0) ?? [];
  return stuck === undefined ? null : followRound(stuck, waitsFor, waiting);
}

/** From an item that waits for ever, along what it waits for, until one comes up again. */
function followRound(
  from: string,
  waitsFor: ReadonlyMap<string, Edge[]>,
  waiting: ReadonlyMap<string, number>,
): string[] {
  const path = new Set<string>();
  let here = from;
  while (!path.has(here)) {
    path.add(here);
    here = waitsFor.get(here)?.find(({ blocker }) => (waiting.get(blocker) ?? 0) > 0)?.blocker ?? from;
  }
  const way = [...path];
  return [...way.slice(way.indexOf(here)), here];
}
