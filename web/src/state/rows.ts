import type { ItemSummary, Request, SnapshotGetOutput } from 'coact';
import { getState, setState } from './store.ts';

/**
 * The rows of the work as the server has them, and above them what my own acts under way will make of them. What is shown
 * is both together, so that an answer that arrives in between neither shows an act twice nor loses it.
 */
let known = new Map<string, ItemSummary>();
const shown = new Map<symbol, { item: string; shows: Partial<ItemSummary> }>();

export type Snapshot = Pick<SnapshotGetOutput, 'items' | 'requests' | 'dependencies'>;

/** Takes a snapshot of everything that is open for what is known; ended work that was fetched stays. */
export function keepAll({ items, requests, dependencies }: Snapshot): void {
  const ended = [...known.values()].filter(({ state }) => isEnded(state));
  known = new Map([...ended, ...items].map((item) => [item.id, item]));
  setState({ items: overlay(), asked: byItem(requests), blockers: byWaiting(dependencies) });
}

/** Takes what is now known of some items; those that the answer does not have are gone. */
export function keepSome(asked: readonly string[], { items, requests, dependencies }: Snapshot): void {
  const before = getState();
  known = new Map(known);
  const [requestsOf, blockersOf] = [byItem(requests), byWaiting(dependencies)];
  const [nowAsked, nowBlockers] = [new Map(before.asked), new Map(before.blockers)];
  for (const id of asked) {
    replace(nowAsked, id, requestsOf.get(id));
    replace(nowBlockers, id, blockersOf.get(id));
  }
  const now = new Map(items.map((item) => [item.id, item]));
  for (const id of asked) replace(known, id, newer(known.get(id), now.get(id)));
  setState({ items: overlay(), asked: nowAsked, blockers: nowBlockers });
}

/** Adds ended work to what is known. */
export function keepEnded(items: readonly ItemSummary[]): void {
  known = new Map([...items.map((item) => [item.id, item] as const), ...known]);
  setState({ items: overlay(), hasEnded: true });
}

/** Forgets all rows; ended work is read again by whoever wants to see it. */
export function forgetRows(): void {
  known = new Map();
  shown.clear();
  setState({ hasEnded: false, isEndedCut: false });
}

/** Shows a change before the server has it; gives a function that takes it back. */
export function showBefore(item: string, shows: Partial<ItemSummary>): () => void {
  const act = Symbol(item);
  shown.set(act, { item, shows });
  if (getState().items) setState({ items: overlay() });
  return () => {
    shown.delete(act);
    if (getState().items) setState({ items: overlay() });
  };
}

function overlay(): ReadonlyMap<string, ItemSummary> {
  if (shown.size === 0) return known;
  const rows = new Map(known);
  for (const { item, shows } of shown.values()) {
    const row = rows.get(item);
    if (row) rows.set(item, { ...row, ...shows });
  }
  return rows;
}

/** Two readings may overtake each other; a version only grows. */
const newer = (before: ItemSummary | undefined, now: ItemSummary | undefined) =>
  before && now && before.version > now.version ? before : now;

export const isEnded = (state: ItemSummary['state']): boolean => state === 'done' || state === 'cancelled';

const byItem = (requests: readonly Request[]): Map<string, Request[]> =>
  Map.groupBy(
    requests.filter(({ item }) => item !== null),
    ({ item }) => item ?? '',
  );

function byWaiting(dependencies: Snapshot['dependencies']): Map<string, string[]> {
  const waiting = new Map<string, string[]>();
  for (const { item, blocker } of dependencies) {
    const all = waiting.get(item);
    if (all) all.push(blocker);
    else waiting.set(item, [blocker]);
  }
  return waiting;
}

function replace<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
