import { type Link, linksBy } from './work-graph.ts';

/** How many items cannot be finished before each one, directly or behind others. */
export function holdsUp(links: readonly Link[]): ReadonlyMap<string, number> {
  const out = linksBy(links, 'from');
  return new Map([...out.keys()].map((id) => [id, behind(id, out)]));
}

function behind(first: string, out: ReadonlyMap<string, readonly Link[]>): number {
  const seen = new Set([first]);
  for (const id of seen) for (const { to } of out.get(id) ?? []) seen.add(to);
  return seen.size - 1;
}
