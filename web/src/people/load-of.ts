import type { ItemSummary, Request } from 'coact';

/** What lies on somebody: work that they answer for, work that they are doing, requests that wait for them by name. */
export type Load = { owned: ItemSummary[]; running: ItemSummary[]; asked: Request[] };

export const noLoad: Load = { owned: [], running: [], asked: [] };

/** Everybody's load, from the open work that the page knows. Those on whom nothing lies are not in it. */
export function loadOf(items: Iterable<ItemSummary>, asked: Iterable<readonly Request[]>): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  const of = (id: string): Load => {
    const load = loads.get(id) ?? { owned: [], running: [], asked: [] };
    loads.set(id, load);
    return load;
  };
  for (const item of items) {
    if (item.state === 'done' || item.state === 'cancelled') continue;
    of(item.owner).owned.push(item);
    if (item.state === 'active' && item.executor) of(item.executor).running.push(item);
  }
  for (const requests of asked)
    for (const request of requests) if ('participant' in request.to) of(request.to.participant).asked.push(request);
  return loads;
}
