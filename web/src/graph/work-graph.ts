import type { ItemSummary } from 'coact';

/** What stands still until something else is finished: `to` comes after `from`. A parent comes after its parts. */
export type Link = { from: string; to: string; kind: 'blocks' | 'part' };

/** Work that hangs together. `outside`: ids of what was not asked for, but something here waits for it. */
export type WorkGraph = {
  nodes: readonly ItemSummary[];
  links: readonly Link[];
  outside: ReadonlySet<string>;
  /** How many of the asked items neither wait nor hold anything up. */
  alone: number;
};

type Known = {
  items: readonly ItemSummary[];
  /** All that the page knows: what blocks an item may lie outside of what is shown. */
  all: ReadonlyMap<string, ItemSummary>;
  blockers: ReadonlyMap<string, readonly string[]>;
};

export const isOpen = ({ state }: ItemSummary): boolean => state !== 'done' && state !== 'cancelled';

/** The dependencies and parents of these items, with what they wait for outside of them. */
export function workGraph({ items, all, blockers }: Known): WorkGraph {
  const asked = new Map(items.map((item) => [item.id, item]));
  const found = (id: string) => asked.get(id) ?? all.get(id);
  const links = items.flatMap((item) => [
    ...(blockers.get(item.id) ?? []).map((from): Link => ({ from, to: item.id, kind: 'blocks' })),
    ...(item.parent && asked.has(item.parent) ? [{ from: item.id, to: item.parent, kind: 'part' } as const] : []),
  ]);
  const drawn = links.filter(({ from, to }) => from !== to && found(from) && found(to));
  const ids = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const nodes = [...ids].flatMap((id) => found(id) ?? []);
  const outside = new Set([...ids].filter((id) => !asked.has(id)));
  return { nodes, links: drawn, outside, alone: asked.size - (ids.size - outside.size) };
}

/** The links by where they begin or where they end. */
export const linksBy = (links: readonly Link[], end: 'from' | 'to'): Map<string, Link[]> =>
  Map.groupBy(links, (link) => link[end]);
