import { Graph, layout } from '@dagrejs/dagre';
import { layersOf, ranksOf } from './layers.ts';
import type { Link } from './work-graph.ts';

/** Pixels. */
export const NODE = { width: 232, height: 92 } as const;
const GAP = { between: 20, ranks: 88, groups: 48 } as const;

export type Point = { x: number; y: number };
type Work = { nodes: readonly { id: string }[]; links: readonly Link[] };
type Group = { ids: string[]; links: Link[] };
type Placed = { points: ReadonlyMap<string, Point>; width: number; height: number };

/** Where each item stands: what comes first is on the left. Groups that have nothing to do with each other are set in rows. */
export function place(work: Work): ReadonlyMap<string, Point> {
  const groups = groupsOf(work).map(placeGroup);
  const widest = Math.max(0, ...groups.map(({ width }) => width));
  const area = groups.reduce((sum, { width, height }) => sum + (width + GAP.groups) * (height + GAP.groups), 0);
  const row = Math.max(widest, Math.sqrt(area * 1.8));
  const points = new Map<string, Point>();
  let [x, y, tallest] = [0, 0, 0];
  for (const group of groups) {
    if (x > 0 && x + group.width > row) [x, y, tallest] = [0, y + tallest + GAP.groups, 0];
    for (const [id, point] of group.points) points.set(id, { x: x + point.x, y: y + point.y });
    x += group.width + GAP.groups;
    tallest = Math.max(tallest, group.height);
  }
  return points;
}

/** What hangs together, the largest group first. */
export function groupsOf({ nodes, links }: Work): Group[] {
  const beside = Map.groupBy(
    links.flatMap(({ from, to }) => [
      { at: from, other: to },
      { at: to, other: from },
    ]),
    ({ at }) => at,
  );
  const out = Map.groupBy(links, ({ from }) => from);
  const seen = new Set<string>();
  const groups = nodes.flatMap(({ id }) => {
    if (seen.has(id)) return [];
    const group = new Set([id]);
    for (const one of group) for (const { other } of beside.get(one) ?? []) group.add(other);
    for (const one of group) seen.add(one);
    return [{ ids: [...group], links: [...group].flatMap((one) => out.get(one) ?? []) }];
  });
  return groups.sort((a, b) => b.ids.length - a.ids.length);
}

/** Every column that a line passes costs the good layout as much as an item; beyond this it takes more than half a second, and a plain one has to do. */
const LAID_OUT_AT_MOST = 300;

function placeGroup(group: Group): Placed {
  const ranks = ranksOf(group);
  const rank = (id: string) => ranks.get(id) ?? 0;
  const passed = group.links.reduce((sum, { from, to }) => sum + Math.max(0, rank(to) - rank(from) - 1), 0);
  return group.ids.length + passed > LAID_OUT_AT_MOST ? placePlainly(group, ranks) : placeWell(group);
}

function placePlainly(group: Group, ranks: ReadonlyMap<string, number>): Placed {
  const layers = layersOf(group, ranks);
  const [column, row] = [NODE.width + GAP.ranks, NODE.height + GAP.between];
  const most = Math.max(...layers.map(({ length }) => length));
  const points = layers.flatMap((ids, x) =>
    ids.map((id, y): [string, Point] => [id, { x: x * column, y: (y + (most - ids.length) / 2) * row }]),
  );
  return { points: new Map(points), width: layers.length * column, height: most * row };
}

function placeWell({ ids, links }: Group): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: GAP.between, ranksep: GAP.ranks, ranker: 'tight-tree' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { ...NODE });
  for (const { from, to, kind } of links) graph.setEdge(from, to, {}, kind);
  layout(graph);
  const { width = 0, height = 0 }: { width?: number; height?: number } = graph.graph();
  const points = ids.map((id): [string, Point] => {
    const { x, y }: Point = graph.node(id);
    return [id, { x: x - NODE.width / 2, y: y - NODE.height / 2 }];
  });
  return { points: new Map(points), width, height };
}
