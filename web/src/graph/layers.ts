import { inOrder } from './critical-path.ts';
import { type Link, linksBy } from './work-graph.ts';

type Work = { ids: readonly string[]; links: readonly Link[] };

/** In which column each id stands: one after the last of all that it waits for. What is on a circle stands in the first. */
export function ranksOf({ ids, links }: Work): Map<string, number> {
  const into = linksBy(links, 'to');
  const ranks = new Map(ids.map((id) => [id, 0]));
  for (const id of inOrder(ids, links)) {
    const before = (into.get(id) ?? []).map(({ from }) => ranks.get(from) ?? 0);
    ranks.set(
      id,
      before.reduce((most, rank) => Math.max(most, rank + 1), 0),
    );
  }
  return ranks;
}

/** The columns, each in the order of what its ids wait for, so that lines cross less. It takes time in proportion to the links. */
export function layersOf({ ids, links }: Work, ranks: ReadonlyMap<string, number>): string[][] {
  const into = linksBy(links, 'to');
  const columns = Map.groupBy(ids, (id) => ranks.get(id) ?? 0);
  const height = new Map<string, number>();
  const wanted = (id: string) => {
    const before = (into.get(id) ?? []).flatMap(({ from }) => height.get(from) ?? []);
    return before.length > 0 ? before.reduce((sum, one) => sum + one, 0) / before.length : 0;
  };
  return [...columns.keys()]
    .sort((a, b) => a - b)
    .map((rank) => {
      const column = (columns.get(rank) ?? [])
        .map((id) => ({ id, at: wanted(id) }))
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id);
      column.forEach((id, index) => height.set(id, index - (column.length - 1) / 2));
      return column;
    });
}
