import { holdsUp } from './holds-up.ts';
import type { WorkGraph } from './work-graph.ts';

/** More than this and a picture shows a thicket, not what waits for what; drawing it would also take more than a second. */
export const DRAWN_AT_MOST = 400;

export type Collapsed = WorkGraph & {
  /** How many parts stand folded into their parent, by the parent. */
  folded: ReadonlyMap<string, number>;
  /** How many items are left out because they hold up the least. */
  left: number;
};

type Options = { keep?: readonly string[]; limit?: number };

/** A graph that can be drawn: parts are folded into their parent first, then what holds up the least is left out. */
export function collapse(graph: WorkGraph, { keep = [], limit = DRAWN_AT_MOST }: Options = {}): Collapsed {
  if (graph.nodes.length <= limit) return { ...graph, folded: new Map(), left: 0 };
  const kept = new Set(keep);
  const { smaller, folded } = fold(graph, kept);
  if (smaller.nodes.length <= limit) return { ...smaller, folded, left: 0 };
  const weight = holdsUp(smaller.links);
  const rank = (id: string) => (kept.has(id) ? Infinity : (weight.get(id) ?? 0));
  const most = smaller.nodes.toSorted((a, b) => compare(rank(b.id), rank(a.id))).slice(0, limit);
  return { ...within(smaller, new Set(most.map(({ id }) => id))), folded, left: smaller.nodes.length - limit };
}

/** Infinity minus itself is no number to sort by. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);

/** Takes away the parts that nothing but their parent waits for, and that wait for nothing. */
function fold(graph: WorkGraph, kept: ReadonlySet<string>) {
  const uses = new Map<string, number>();
  for (const { from, to } of graph.links) for (const id of [from, to]) uses.set(id, (uses.get(id) ?? 0) + 1);
  const lone = graph.links.filter(({ from, kind }) => kind === 'part' && uses.get(from) === 1 && !kept.has(from));
  const folded = new Map(
    [...Map.groupBy(lone, ({ to }) => to)].map(([parent, parts]) => [parent, parts.length] as const),
  );
  const away = new Set(lone.map(({ from }) => from));
  const ids = new Set(graph.nodes.map(({ id }) => id).filter((id) => !away.has(id)));
  return { smaller: within(graph, ids), folded };
}

const within = (graph: WorkGraph, ids: ReadonlySet<string>): WorkGraph => ({
  ...graph,
  nodes: graph.nodes.filter(({ id }) => ids.has(id)),
  links: graph.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
});
