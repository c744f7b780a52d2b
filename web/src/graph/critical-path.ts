import type { ItemSummary } from 'coact';
import { isOpen, type Link, linksBy, type WorkGraph } from './work-graph.ts';

/** The least that an item in work is counted for: it still has to be delivered. */
const LEAST = 0.05;

/** What is left of an item, from 0 to 1: its executor's last report says how far it is. */
export function remainingOf(item: ItemSummary): number {
  if (!isOpen(item)) return 0;
  const progress = item.state === 'active' ? (item.run?.progress ?? 0) : 0;
  return Math.max(LEAST, 1 - progress);
}

type Work = Pick<WorkGraph, 'nodes' | 'links'>;

/** The longest chain of open work, from what comes first to what comes last; empty where nothing waits for anything. */
export function criticalPath(
  { nodes, links }: Work,
  weight: (item: ItemSummary) => number = remainingOf,
): readonly string[] {
  const open = new Map(nodes.filter(isOpen).map((item) => [item.id, item]));
  const between = links.filter(({ from, to }) => open.has(from) && open.has(to));
  const longest = new Map<string, { length: number; before: string | null }>();
  const into = linksBy(between, 'to');
  for (const id of inOrder([...open.keys()], between)) {
    const item = open.get(id);
    if (!item) continue;
    const before = heaviest(into.get(id) ?? [], longest);
    longest.set(id, { length: weight(item) + (before?.length ?? 0), before: before?.id ?? null });
  }
  const last = heaviest(
    [...longest.keys()].map((from) => ({ from })),
    longest,
  );
  const path = chainTo(last?.id ?? null, longest);
  return path.length > 1 ? path : [];
}

type Longest = ReadonlyMap<string, { length: number; before: string | null }>;

/** Of the chains that end in these, the longest; the first of equals, so that the picture does not jump. */
function heaviest(ends: readonly Pick<Link, 'from'>[], longest: Longest): { id: string; length: number } | null {
  let best: { id: string; length: number } | null = null;
  for (const { from } of ends) {
    const length = longest.get(from)?.length;
    if (length !== undefined && length > (best?.length ?? 0)) best = { id: from, length };
  }
  return best;
}

function chainTo(last: string | null, longest: Longest): string[] {
  const chain: string[] = [];
  for (let id = last; id !== null; id = longest.get(id)?.before ?? null) chain.unshift(id);
  return chain;
}

/** Every id after all that it waits for. Where links run in a circle, what is on it is left out. */
export function inOrder(ids: readonly string[], links: readonly Link[]): string[] {
  const open = new Map(ids.map((id) => [id, 0]));
  for (const { to } of links) open.set(to, (open.get(to) ?? 0) + 1);
  const out = linksBy(links, 'from');
  const order = ids.filter((id) => open.get(id) === 0);
  for (const id of order)
    for (const { to } of out.get(id) ?? []) {
      const left = (open.get(to) ?? 0) - 1;
      open.set(to, left);
      if (left === 0) order.push(to);
    }
  return order;
}
