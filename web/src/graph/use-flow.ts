import { useMemo } from 'react';
import { words } from '../words/index.ts';
import type { Collapsed } from './collapse.ts';
import type { GraphEdge } from './graph-edge.tsx';
import type { GraphNode } from './graph-node.tsx';
import { NODE, type Point, place } from './place.ts';
import type { ReadGraph } from './use-graph.ts';
import type { Link } from './work-graph.ts';

export type Drawing = { graph: ReadGraph; drawn: Collapsed };
export type Flow = { nodes: GraphNode[]; edges: GraphEdge[]; points: ReadonlyMap<string, Point> };

/** The graph as the picture wants it. What an item says may change all the time; it moves only when the links do. */
export function useFlow({ graph, drawn }: Drawing): Flow {
  const shape = JSON.stringify([drawn.nodes.map(({ id }) => id), drawn.links]);
  const points = useMemo(() => place(drawn), [shape]);
  return useMemo(
    () => ({
      points,
      nodes: drawn.nodes.map((item) => nodeOf({ item, graph, drawn, at: points.get(item.id) ?? { x: 0, y: 0 } })),
      edges: edgesOf({ graph, drawn }),
    }),
    [graph, drawn, points],
  );
}

type Placed = Drawing & { item: Drawing['drawn']['nodes'][number]; at: Point };

const nodeOf = ({ item, at, drawn, graph: { first, holds, chain } }: Placed): GraphNode => ({
  id: item.id,
  type: 'item',
  position: at,
  ...NODE,
  // Known beforehand, so that nothing is measured and drawn twice.
  measured: { ...NODE },
  data: {
    item,
    first: first.get(item.id) ?? [],
    holds: holds.get(item.id) ?? 0,
    place: chain.get(item.id) ?? 0,
    chain: chain.size,
    folded: drawn.folded.get(item.id) ?? 0,
    outside: drawn.outside.has(item.id),
  },
});

function edgesOf({ graph: { chain }, drawn }: Drawing): GraphEdge[] {
  const keys = new Map(drawn.nodes.map(({ id, key }) => [id, key]));
  const says = ({ from, to, kind }: Link) => {
    const [before, after] = [keys.get(from) ?? '', keys.get(to) ?? ''];
    return kind === 'part' ? words.graph.partOf(before, after) : words.graph.waitsFor(after, before);
  };
  return drawn.links.map((link) => {
    const { from, to, kind } = link;
    const isChain = chain.has(from) && chain.get(to) === (chain.get(from) ?? 0) + 1;
    return {
      id: `${kind}.${from}.${to}`,
      type: 'link',
      source: from,
      target: to,
      data: { kind, isChain, says: says(link) },
    };
  });
}
