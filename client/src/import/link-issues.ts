import { createAcyclicGraph } from './acyclic-graph.ts';
import type { ImportItem } from './backlog-format.ts';
import type { BeadsEdge } from './beads-edges.ts';
import type { BeadsIssue } from './beads-issue.ts';

/** Types by which an issue waits for another. The rest only refers; `parent-child` is apart. */
const blocking = new Set(['blocks', 'blocked-by', 'waits-for', 'conditional-blocks']);

/**
 * Links the items, edge by edge in the order of the file. An edge is left out of the graph when its other end is not in the
 * file, when it leads back to its own issue, when it would close a cycle of blockers or of parents, and when it names a second
 * parent. All edges stay in the source data as they were written: those left out as `dependencies`, those that became links
 * as `dependencies_mapped`, for who drew them, when and with what type.
 */
export function linkIssues(issues: readonly BeadsIssue[]): void {
  const refs = new Set(issues.map(({ item }) => item.ref));
  const possible = ({ from, to }: BeadsEdge, item: ImportItem) => (from ?? item.ref) === item.ref && refs.has(to);
  const graphOf = (belongs: (type: string) => boolean) =>
    createAcyclicGraph(
      issues.flatMap(({ item, edges }) =>
        edges.filter((edge) => belongs(edge.type) && possible(edge, item)).map(({ to }) => ({ from: item.ref, to })),
      ),
    );
  const blockers = graphOf((type) => blocking.has(type));
  const parents = graphOf((type) => type === 'parent-child');

  const link = (item: ImportItem, edge: BeadsEdge): boolean => {
    const { to, type } = edge;
    if (!possible(edge, item) || to === item.ref) return false;
    if (type === 'parent-child') {
      if (item.parent !== undefined || !parents.add({ from: item.ref, to })) return item.parent === to;
      item.parent = to;
    } else if (blocking.has(type)) {
      if (!blockers.add({ from: item.ref, to })) return false;
      if (!item.blockedBy.includes(to)) item.blockedBy.push(to);
    } else if (!item.related.some(({ kind, ref }) => kind === type && ref === to)) {
      item.related.push({ kind: type, ref: to });
    }
    return true;
  };

  for (const { item, edges } of issues) {
    const { mapped, left } = Object.groupBy(edges, (edge) => (link(item, edge) ? 'mapped' : 'left'));
    keep(item, 'dependencies', left);
    keep(item, 'dependencies_mapped', mapped);
  }
}

function keep({ sourceData }: ImportItem, wanted: string, edges: readonly BeadsEdge[] = []): void {
  if (edges.length === 0) return;
  let name = wanted;
  while (Object.hasOwn(sourceData, name)) name += '_';
  sourceData[name] = edges.map(({ written }) => written);
}
