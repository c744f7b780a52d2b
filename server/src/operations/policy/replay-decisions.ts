import { setImmediate } from 'node:timers/promises';
import {
  type DecisionPoint,
  type Recorded,
  type RecordedFact,
  type Uncovered,
  follow,
  nothingRecorded,
  pointOf,
} from '../../domain/policy/recorded.ts';
import type { Kind } from '../../domain/request.ts';
import type { Connection } from '../../store/database.ts';
import { readEntries } from '../../store/ledger.ts';
import { kindsOf, peopleBefore, termsBefore } from '../../store/recorded.ts';

/** Facts that are read at once, and those that are judged before others get their turn. */
const PAGE = 2_000;
const SLICE = 250;
/** Items that are kept in mind; more are read again. */
const MOST_ITEMS = 100_000;

export type Replay = {
  after: number;
  upTo: number;
  judged: ReadonlySet<string>;
  take: (point: DecisionPoint) => void;
  skip: (why: Uncovered) => void;
};

/** Gives the decisions that the ledger recorded between two places, in their order, each with the facts as they stood then. */
export async function replayDecisions(
  connection: Connection,
  { after, upTo, judged, take, skip }: Replay,
): Promise<void> {
  const recorded = nothingRecorded();
  await readPeople(connection, recorded, after + 1);
  for (let place = after; place < upTo;) {
    const page = await readEntries(connection, { after: place, upTo, limit: PAGE });
    const facts: RecordedFact[] = [];
    for (const [i, { body }] of page.entries()) {
      if (i % SLICE === 0) await setImmediate();
      facts.push(JSON.parse(body) as RecordedFact);
    }
    if (recorded.items.size > MOST_ITEMS) recorded.items.clear();
    await readUnknown(connection, recorded, { facts, before: place + 1 });
    for (const [i, fact] of facts.entries()) {
      if (i % SLICE === 0) await setImmediate();
      const point = pointOf(recorded, fact, judged);
      if (typeof point === 'string') skip(point);
      else if (point) take(point);
      follow(recorded, fact);
    }
    const last = page.at(-1);
    if (!last) return;
    place = last.position;
  }
}

/** How people were when the period began. */
async function readPeople(connection: Connection, recorded: Recorded, before: number): Promise<void> {
  for (let after = 0; ;) {
    const page = await peopleBefore(connection, { after, before, limit: PAGE });
    for (const { body } of page) follow(recorded, JSON.parse(body) as RecordedFact);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.position;
    await setImmediate();
  }
}

type Unknown = { facts: readonly RecordedFact[]; before: number };

/** Reads the terms of work, and the kinds of requests, that a page speaks of and nothing before it told. */
async function readUnknown(connection: Connection, recorded: Recorded, { facts, before }: Unknown): Promise<void> {
  const items = facts.flatMap(({ item }) => (item && !recorded.items.has(item.id) ? [item.id] : []));
  const requests = facts.flatMap(({ request }) => (request && !recorded.requests.has(request) ? [request] : []));
  const [terms, kinds] = await Promise.all([
    items.length > 0 ? termsBefore(connection, { items: [...new Set(items)], before }) : [],
    requests.length > 0 ? kindsOf(connection, [...new Set(requests)]) : [],
  ]);
  for (const { body } of terms) follow(recorded, JSON.parse(body) as RecordedFact);
  for (const { id, kind } of kinds) recorded.requests.set(id, kind as Kind);
}
