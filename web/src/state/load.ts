import { type ItemSummary, paged } from 'coact';
import { server } from './server.ts';
import { getState, setState } from './store.ts';

const open: ItemSummary['state'][] = ['draft', 'ready', 'active', 'review'];
const ended: ItemSummary['state'][] = ['done', 'cancelled'];

export async function loadPeople(): Promise<void> {
  const people = await Array.fromAsync(paged(server.participant.list, { limit: 200 }));
  setState({ people: new Map(people.map((one) => [one.id, one])) });
}

export async function loadInbox(): Promise<void> {
  const { items } = await server.inbox.list({ limit: 200 });
  setState({ inbox: items });
}

/** Who is asked what, for every item that waits. */
export async function loadAsked(): Promise<void> {
  const requests = await Array.fromAsync(paged(server.request.list, { state: 'open', limit: 200 }));
  setState({
    asked: Map.groupBy(
      requests.filter(({ item }) => item !== null),
      ({ item }) => item ?? '',
    ),
  });
}

export async function loadItems(): Promise<void> {
  const state = getState().hasEnded ? [...open, ...ended] : open;
  const items = await Array.fromAsync(paged(server.item.list, { state, limit: 200 }));
  setState({ items: new Map(items.map((item) => [item.id, item])) });
}

/** What is done is many times what is open, so it is read only when somebody wants to see it. */
export async function loadEnded(): Promise<void> {
  if (getState().hasEnded) return;
  const items = await Array.fromAsync(paged(server.item.list, { state: ended, limit: 200 }));
  const before = getState().items ?? new Map<string, ItemSummary>();
  setState({ hasEnded: true, items: new Map([...items.map((item) => [item.id, item] as const), ...before]) });
}

/** Reads some items anew, and the opened one with them. */
export async function loadSome(ids: readonly string[]): Promise<void> {
  const changed = await Promise.all(ids.map((id) => server.item.get({ id })));
  const { items, opened, openedChanges } = getState();
  const now = changed.find(({ id }) => id === opened?.id);
  setState({
    items: new Map([...(items ?? []), ...changed.map((item) => [item.id, item] as const)]),
    ...(now && { opened: now, openedChanges: openedChanges + 1 }),
  });
}

/** Reads an item by its key, to show the whole of it. Throws CoactError. */
export async function openItem(key: string): Promise<void> {
  const { opened, openedChanges } = getState();
  if (opened?.key === key) return;
  const item = await server.item.get({ id: key });
  setState({ opened: item, openedChanges: openedChanges + 1 });
}
