import type { Grouped } from './group.ts';

/** The row a step further down or up the lanes as they are shown; the first one when there is no cursor yet. */
export function stepFrom(lanes: readonly Grouped[], id: string | null, step: 1 | -1): string | null {
  const all = lanes.flatMap(({ items }) => items);
  const at = id === null ? -1 : all.findIndex((item) => item.id === id);
  if (at < 0) return all[0]?.id ?? null;
  return all[at + step]?.id ?? null;
}

/** The row as far down in the next lane to a side that has any. */
export function sideFrom(lanes: readonly Grouped[], id: string | null, step: 1 | -1): string | null {
  const lane = lanes.findIndex(({ items }) => items.some((item) => item.id === id));
  if (lane < 0) return stepFrom(lanes, null, 1);
  const depth = lanes[lane]?.items.findIndex((item) => item.id === id) ?? 0;
  for (let next = lane + step; next >= 0 && next < lanes.length; next += step) {
    const items = lanes[next]?.items ?? [];
    if (items.length > 0) return items[Math.min(depth, items.length - 1)]?.id ?? null;
  }
  return null;
}
