import type { FeedEvent } from 'coact';
import { loadAsked, loadInbox, loadItems, loadPeople, loadSome } from './load.ts';
import { server } from './server.ts';
import { getState, setState } from './store.ts';

/** Events that come together are answered by one reading. */
const GATHER_MS = 40;
/** From so many changed items on (an import, say), reading the list is cheaper than reading each. */
const MANY = 20;
/** Ages and overdue work change the inbox without any event. */
const REFRESH_MS = 60_000;

const onDisconnect = () => setState({ feed: 'lost' });

let live: { ending: AbortController; settled: () => Promise<void> } | null = null;

/** Follows the ledger and keeps the state as the server has it. `failed` is told what could not be read. */
export function startLive(failed: (error: unknown) => void): void {
  void stopLive();
  const ending = new AbortController();
  const { signal } = ending;
  const reader = createReader(failed, signal);
  live = { ending, settled: reader.settled };
  const everything = () => reader.all().then(() => setState({ feed: 'live' }), failed);
  // From before the first reading, so that nothing falls between the two.
  const onConnect = () => void everything();
  void follow(server.events({ signal, onConnect, onDisconnect }), reader.event).catch(failed);
  const timer = setInterval(() => reader.inbox(), REFRESH_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Follows no longer; settles when what was being read has been answered. */
export async function stopLive(): Promise<void> {
  const stopped = live;
  live = null;
  stopped?.ending.abort();
  await stopped?.settled();
}

async function follow(events: AsyncIterable<FeedEvent>, each: (event: FeedEvent) => void): Promise<void> {
  for await (const event of events) each(event);
}

/** Everything that the page shows, as at its start or after a lost connection. */
async function readAll(): Promise<void> {
  await Promise.all([loadPeople(), loadInbox(), loadAsked(), loadItems()]);
  const { opened } = getState();
  if (opened) await loadSome([opened.id]);
}

function createReader(failed: (error: unknown) => void, signal: AbortSignal) {
  const items = new Set<string>();
  let people = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = async () => {
    if (signal.aborted) return;
    const changed = [...items];
    const readings = [loadInbox(), loadAsked(), ...(people ? [loadPeople()] : [])];
    items.clear();
    people = false;
    const { opened } = getState();
    if (changed.length > MANY) readings.push(loadItems(), ...(opened ? [loadSome([opened.id])] : []));
    else if (changed.length > 0) readings.push(loadSome(changed));
    await Promise.all(readings);
  };
  /** One reading at a time: an older answer must not arrive after a newer one. */
  let last: Promise<void> = Promise.resolve();
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) last = last.then(read).catch(failed);
    }, GATHER_MS);
  };
  return {
    all: () => (last = last.catch(() => {}).then(() => (signal.aborted ? undefined : readAll()))),
    settled: () => last.catch(() => {}),
    inbox: soon,
    event: ({ item, type }: FeedEvent) => {
      if (item) items.add(item.id);
      people ||= /^(participant|setup|import)\b/.test(type);
      soon();
    },
  };
}
