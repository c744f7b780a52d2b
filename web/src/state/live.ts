import type { FeedEvent } from 'coact';
import { loadInbox, loadMe, loadOutcomes, loadPeople, loadSome, loadStops, loadViews, loadWork } from './load.ts';
import { forgetRows } from './rows.ts';
import { server } from './server.ts';
import { getState, setState } from './store.ts';

/** Events that come together are answered by one reading. */
const GATHER_MS = 40;
/** From so many changed items on (an import, say), reading all open work is cheaper than asking for each. */
const MANY = 400;
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
  const timer = setInterval(() => reader.inbox(), REFRESH_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  void followFromSnapshot(reader, signal).catch(failed);
}

/**
 * The first snapshot says from which place to follow, so nothing falls between the two. The feed goes on from there by
 * itself after a lost connection or a sleep; only where it cannot (a ledger that was set back) would events be missing.
 */
async function followFromSnapshot(reader: Reader, signal: AbortSignal): Promise<void> {
  let after = await reader.all();
  const onConnect = () => setState({ feed: 'live' });
  while (!signal.aborted) {
    for await (const event of server.events({ after, signal: untilNetworkChange(signal), onConnect, onDisconnect })) {
      after = event.position;
      reader.event(event);
    }
  }
}

/**
 * Aborted when the browser hears that the network went or came: a connection that died without a word is not trusted, and
 * the next try does not wait for its turn. Whether the server can be reached, only trying tells: it may be on this machine.
 */
function untilNetworkChange(signal: AbortSignal): AbortSignal {
  const change = new AbortController();
  const either = AbortSignal.any([signal, change.signal]);
  for (const type of ['offline', 'online']) addEventListener(type, () => change.abort(), { signal: either });
  return either;
}

/** Follows no longer; settles when what was being read has been answered. */
export async function stopLive(): Promise<void> {
  const stopped = live;
  live = null;
  stopped?.ending.abort();
  await stopped?.settled();
}

/** Everything that the page shows, as at its start. Gives the place in the ledger. */
async function readAll(): Promise<number> {
  const [position] = await Promise.all([
    loadWork(),
    loadInbox(),
    loadPeople(),
    loadOutcomes(),
    loadViews(),
    loadStops(),
  ]);
  const { opened } = getState();
  if (opened) await loadSome([opened.id]);
  return position;
}

/** What else is read anew when an event of such a type arrives. */
const readings: readonly [RegExp, () => Promise<void>][] = [
  [/^(participant|team|member|setup|import|sample|stop)\b/, loadPeople],
  [/^(stop|sample)\b/, loadStops],
  [/^act\b/, async () => setState({ attempts: getState().attempts + 1 })],
  [/^policy\b/, async () => setState({ ruleChanges: getState().ruleChanges + 1 })],
  [/^(outcome|sample|item\.(accepted|cancelled|reopened|created|revised))\b/, loadOutcomes],
  [/^view\b/, loadViews],
  [/^(sample|workspace)\b/, loadMe],
];

type Reader = ReturnType<typeof createReader>;

function createReader(failed: (error: unknown) => void, signal: AbortSignal) {
  const items = new Set<string>();
  const also = new Set<() => Promise<void>>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = async () => {
    if (signal.aborted) return;
    const changed = [...items];
    const all = everything || changed.length > MANY;
    const reading = [loadInbox(), ...[...also].map((load) => load())];
    items.clear();
    also.clear();
    everything = false;
    if (all) reading.push(loadWork().then(() => undefined));
    const { opened } = getState();
    if (!all && changed.length > 0) reading.push(loadSome(changed));
    else if (all && opened) reading.push(loadSome([opened.id]));
    await Promise.all(reading);
  };
  /** One reading at a time: an older answer must not arrive after a newer one. */
  let last: Promise<unknown> = Promise.resolve();
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) last = last.then(read).catch(failed);
    }, GATHER_MS);
  };
  return {
    all() {
      const first = readAll();
      last = first.catch(() => {});
      return first;
    },
    settled: async () => void (await last.catch(() => {})),
    inbox: soon,
    event({ item, type }: FeedEvent) {
      // What was refused changed nothing.
      if (type.startsWith('act.')) return;
      if (item) items.add(item.id);
      // What is taken away whole is not told item by item.
      if (type === 'sample.removed') forgetRows();
      if (/^sample\b/.test(type)) everything = true;
      for (const [about, load] of readings) if (about.test(type)) also.add(load);
      soon();
    },
  };
}
