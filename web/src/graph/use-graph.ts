import type { ItemSummary } from 'coact';
import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import { criticalPath } from './critical-path.ts';
import { holdsUp } from './holds-up.ts';
import { linksBy, type WorkGraph, workGraph } from './work-graph.ts';

export type ReadGraph = {
  whole: WorkGraph;
  /** The longest chain: the place of each item on it, from 1. */
  chain: ReadonlyMap<string, number>;
  /** How many items each one holds up. */
  holds: ReadonlyMap<string, number>;
  /** What has to come first, by the item that waits. */
  first: ReadonlyMap<string, readonly ItemSummary[]>;
};

const none: ReadonlyMap<string, ItemSummary> = new Map();

/** Everything that picture and table say about some items, as they are now. */
export function useGraph(items: readonly ItemSummary[]): ReadGraph {
  const all = useStore((state) => state.items) ?? none;
  const blockers = useStore((state) => state.blockers);
  const whole = useMemo(() => workGraph({ items, all, blockers }), [items, all, blockers]);
  const shape = useMemo(() => JSON.stringify(whole.links), [whole]);
  // Items change all the time, what they wait for seldom; and this takes longest.
  const holds = useMemo(() => holdsUp(whole.links), [shape]);
  return useMemo(() => ({ whole, holds, chain: chainIn(whole), first: firstIn(whole) }), [whole, holds]);
}

const chainIn = (whole: WorkGraph) => new Map(criticalPath(whole).map((id, index) => [id, index + 1]));

function firstIn({ nodes, links }: WorkGraph) {
  const byId = new Map(nodes.map((item) => [item.id, item]));
  return new Map([...linksBy(links, 'to')].map(([id, into]) => [id, into.flatMap(({ from }) => byId.get(from) ?? [])]));
}
