import { type ItemSummary, paged } from 'coact';
import { isEnded, keepAll, keepEnded, keepSome } from './rows.ts';
import { server } from './server.ts';
import { getState, setState } from './store.ts';

/** As many items as one question may name. */
const AT_ONCE = 200;

export async function loadMe(): Promise<void> {
  setState({ me: await server.me.get() });
}

export async function loadPeople(): Promise<void> {
  const [people, teams] = await Promise.all([
    Array.fromAsync(paged(server.participant.list, { limit: 200 })),
    Array.fromAsync(paged(server.team.list, { limit: 200 })),
  ]);
  setState({
    people: new Map(people.map((one) => [one.id, one])),
    teams: new Map(teams.map((one) => [one.id, one])),
  });
}

/** Requests that I have answered, which is for good: a reading that began before must not bring them back for a moment. */
export const answered = new Set<string>();

export async function loadInbox(): Promise<void> {
  const { items } = await server.inbox.list({ limit: 200 });
  setState({ inbox: items.filter(({ id }) => !answered.has(id)) });
}

export async function loadOutcomes(): Promise<void> {
  const outcomes = await Array.fromAsync(paged(server.outcome.list, { limit: 200 }));
  setState({ outcomes: new Map(outcomes.map((one) => [one.id, one])) });
}

export async function loadViews(): Promise<void> {
  const views = await Array.fromAsync(paged(server.view.list, { limit: 200 }));
  setState({ views });
}

export async function loadStops(): Promise<void> {
  const stops = await Array.fromAsync(paged(server.stop.list, { live: true, limit: 200 }));
  setState({ stops });
}

/** Everything that is open, in one answer. Gives the place in the ledger from which to follow on. */
export async function loadWork(): Promise<number> {
  const snapshot = await server.snapshot.get({});
  keepAll(snapshot);
  return snapshot.position;
}

/** Of ended work the newest so many are kept here; search and the ledger have the rest. */
const MOST_ENDED = 2_000;

/** What is done is many times what is open, so it is read only when somebody wants to see it. */
export async function loadEnded(): Promise<void> {
  if (getState().hasEnded) return;
  const items: ItemSummary[] = [];
  for await (const item of paged(server.item.list, { state: ['done', 'cancelled'], limit: 200 })) {
    items.push(item);
    if (items.length === MOST_ENDED) break;
  }
  keepEnded(items);
  setState({ isEndedCut: items.length === MOST_ENDED });
}

/** Reads some items anew, and the opened one with them. */
export async function loadSome(ids: readonly string[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) =>
    ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
  await Promise.all(parts.map(async (items) => keepSome(items, known(await server.snapshot.get({ items })))));
  const { opened } = getState();
  if (opened && ids.includes(opened.id)) await reopen(opened.id);
}

/** Ended work is kept only by those who asked for it. */
function known<Answer extends { items: { state: 'draft' | 'ready' | 'active' | 'review' | 'done' | 'cancelled' }[] }>(
  answer: Answer,
): Answer {
  const { hasEnded } = getState();
  return hasEnded ? answer : { ...answer, items: answer.items.filter(({ state }) => !isEnded(state)) };
}

async function reopen(id: string): Promise<void> {
  const item = await server.item.get({ id });
  const { opened, openedChanges } = getState();
  if (opened?.id === id) setState({ opened: item, openedChanges: openedChanges + 1 });
}

/** Reads an item by its key, to show the whole of it. Throws CoactError. */
export async function openItem(key: string): Promise<void> {
  if (getState().opened?.key === key) return;
  const item = await server.item.get({ id: key });
  setState({ opened: item, openedChanges: getState().openedChanges + 1 });
}
