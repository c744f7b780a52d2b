import type { Point } from './place.ts';
import { type Link, linksBy } from './work-graph.ts';

export type Step = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
export const isStep = (key: string): key is Step => /^Arrow(Left|Right|Up|Down)$/.test(key);

type Where = { from: string; points: ReadonlyMap<string, Point>; links: readonly Link[] };

/** Where an arrow leads: left to what has to come first, right to what waits, up and down to the nearest there. */
export function walk(step: Step, { from, points, links }: Where): string | null {
  const here = points.get(from);
  if (!here) return points.keys().next().value ?? null;
  if (step === 'ArrowLeft' || step === 'ArrowRight') {
    const [at, other] = step === 'ArrowLeft' ? (['to', 'from'] as const) : (['from', 'to'] as const);
    const ends = (linksBy(links, at).get(from) ?? []).map((link) => link[other]);
    return nearest(ends, points, here);
  }
  const side = step === 'ArrowUp' ? -1 : 1;
  const there = [...points].filter(([id, { y }]) => id !== from && (y - here.y) * side > 1).map(([id]) => id);
  return nearest(there, points, here);
}

/** Sideways counts more than up and down: a column is walked before a jump to the next one. */
function nearest(ids: readonly string[], points: ReadonlyMap<string, Point>, { x, y }: Point): string | null {
  const distance = (id: string) => {
    const point = points.get(id);
    return point ? Math.abs(point.x - x) * 3 + Math.abs(point.y - y) : Infinity;
  };
  return ids.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
