import assert from 'node:assert/strict';
import { findCycle } from '../src/domain/dependencies.ts';
import { type Outcome, type OutcomeEvent, evolveOutcome } from '../src/domain/outcome.ts';
import { type Request, type RequestEvent, evolveRequest } from '../src/domain/request.ts';
import { type View, type ViewEvent, evolveView } from '../src/domain/view.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { WorkEvent, WorkItem } from '../src/domain/work-item.ts';
import type { Connection, Database } from '../src/store/database.ts';
import { findItems } from '../src/store/items.ts';
import { readEntries } from '../src/store/ledger.ts';
import { findOutcome, readingsOf } from '../src/store/outcomes.ts';
import { findRequest } from '../src/store/requests.ts';
import { sql } from '../src/store/sql.ts';
import { findView } from '../src/store/views.ts';
import { checkBudgets } from './check-budgets.ts';
import { checkAutonomy, checkPolicies } from './check-policies.ts';
import { checkProviders } from './check-providers.ts';
import { checkAccountable, checkStops } from './check-stops.ts';
import type { LedgerEvent } from './database.ts';
import { placeAll } from './place-all.ts';

const workTypes = /^(item\.(?!commented|rights_set)|run\.(?!messaged|tool_permitted))/;

/**
 * What must hold of every database at rest, whatever was done to it: the ledger tells exactly what the tables say, and the
 * counters are what the graph and the requests give. Throws at the first thing that does not.
 */
export async function checkWorld(database: Database, workspace: string): Promise<LedgerEvent[]> {
  await placeAll(database, workspace);
  return database.within(workspace, async (connection) => {
    const events = await readLedger(connection);
    const lasting = withoutSample(events);
    await checkItems(connection, lasting);
    await checkRequests(connection, lasting);
    await checkViews(connection, lasting);
    await checkOutcomes(connection, lasting);
    await checkStops(connection, lasting);
    await checkProviders(connection, events);
    await checkAccountable(connection);
    await checkPolicies(connection, events);
    await checkAutonomy(connection, lasting);
    await checkCounters(connection);
    await checkRuns(connection, lasting);
    await checkGraph(connection, lasting);
    await checkBudgets(connection, lasting);
    checkActs(events);
    return events;
  });
}

/** What is still here: a sample that was removed took the rows of what it names along. */
function withoutSample(events: readonly LedgerEvent[]): LedgerEvent[] {
  const removed = events.filter(({ type }) => type === 'sample.removed');
  const gone = new Set(removed.flatMap(({ data }) => Object.values(data).flat()));
  return events.filter(({ item, request, subject }) => ![item?.id, request, subject].some((id) => gone.has(id)));
}

/** All of it, in the order of its places; no event is without one. */
async function readLedger(connection: Connection): Promise<LedgerEvent[]> {
  const entries = await readEntries(connection, { after: 0, limit: 1_000_000 });
  const [row] = await connection.query<{ n: number }>(sql`select count(*) as n from events`);
  assert.equal(entries.length, row?.n, 'every event has a place in the ledger');
  assert.deepEqual(
    entries.map(({ position }) => position),
    entries.map((_, i) => i + 1),
  );
  return entries.map(({ body }): LedgerEvent => JSON.parse(body));
}

/**
 * Outside of what the events of an item tell: its version and time of change, the three counters (checked against the graph
 * and the requests), and of its live run the version, the origin and which signals it was told.
 */
async function checkItems(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = new Map<string, WorkItem>();
  for (const event of events) {
    if (!workTypes.test(event.type) || !event.item) continue;
    const before = told.get(event.item.id) ?? null;
    told.set(event.item.id, evolve(before, event as unknown as WorkEvent, Date.parse(event.at)));
  }
  const rows = await connection.query<{ id: string }>(sql`select id from items order by id`);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...told.keys()].sort(),
  );
  for (const stored of await findItems(
    connection,
    rows.map(({ id }) => id),
  )) {
    const {
      version,
      updatedAt,
      openBlockers,
      openChildren,
      blockingRequests,
      runVersion,
      runOrigin,
      signalled,
      alone,
      ...item
    } = stored;
    assert.deepEqual(
      item,
      JSON.parse(JSON.stringify(told.get(item.id))),
      `replaying the events of ${item.key} gives what is stored`,
    );
  }
}

/** Outside of what a request's events tell: its version. */
async function checkRequests(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = new Map<string, Request>();
  for (const event of events) {
    if (!event.request || !event.type.startsWith('request.')) continue;
    const before = told.get(event.request) ?? null;
    told.set(event.request, evolveRequest(before, event as unknown as RequestEvent, Date.parse(event.at)));
  }
  const rows = await connection.query<{ id: string }>(sql`select id from requests order by id`);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...told.keys()].sort(),
  );
  for (const { id } of rows) {
    const stored = await findRequest(connection, id);
    assert(stored);
    const { version, ...request } = stored;
    assert.deepEqual(request, told.get(id), 'replaying the events of a request gives what is stored');
  }
}

/** Outside of what a view's events tell: its version. */
async function checkViews(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = new Map<string, View>();
  for (const event of events) {
    if (!event.type.startsWith('view.') || !event.subject) continue;
    const after = evolveView(told.get(event.subject) ?? null, event as unknown as ViewEvent, Date.parse(event.at));
    if (after) told.set(event.subject, after);
    else told.delete(event.subject);
  }
  const rows = await connection.query<{ id: string }>(sql`select id from views order by id`);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...told.keys()].sort(),
  );
  for (const { id } of rows) {
    const stored = await findView(connection, id);
    assert(stored);
    const { version, ...view } = stored;
    assert.deepEqual(view, told.get(id), 'replaying the events of a view gives what is stored');
  }
}

/** Outside of what an outcome's events tell: its version, its time of change and how many items serve it. */
async function checkOutcomes(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = new Map<string, { outcome: Outcome; readings: object[] }>();
  for (const event of events.filter(({ type }) => type.startsWith('outcome.'))) {
    const { subject, at, actor, data } = event;
    const { outcome = null, readings = [] } = told.get(subject ?? '') ?? {};
    const reading = { ...data, at: Date.parse(at), by: actor.id };
    told.set(subject ?? '', {
      outcome: evolveOutcome(outcome, event as unknown as OutcomeEvent, Date.parse(at)),
      readings: event.type === 'outcome.measured' ? [...readings, reading] : readings,
    });
  }
  const rows = await connection.query<{ id: string }>(sql`select id from outcomes order by id`);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...told.keys()].sort(),
  );
  for (const { id } of rows) {
    const stored = await findOutcome(connection, id);
    assert(stored);
    const { version, updatedAt, items, ...outcome } = stored;
    assert.deepEqual(outcome, told.get(id)?.outcome, 'replaying the events of an outcome gives what is stored');
    assert.deepEqual(await readingsOf(connection, id, 1_000_000), told.get(id)?.readings);
  }
  const above = await connection.query<{ item: string; blocker: string }>(
    sql`select id::text as item, parent::text as blocker from outcomes where parent is not null`,
  );
  assert.equal(findCycle(above), null, 'no outcome is a part of itself');
  const unlike = await connection.query(sql`
    select i.key from items i join contracts c on c.item = i.id and c.revision = i.revision
    where i.serves::text is distinct from c.body ->> 'serves'`);
  assert.deepEqual(unlike, [], 'what an item serves is what its contract says');
}

async function checkCounters({ query }: Connection): Promise<void> {
  const wrong = await query(sql`
    select * from (
      select i.key, i.open_blockers, i.open_children, i.blocking_requests,
        (select count(*) from dependencies d join items b on b.id = d.blocker where d.item = i.id and b.state <> 'done') as blockers,
        (select count(*) from items c where c.parent = i.id and c.state not in ('done', 'cancelled')) as children,
        (select count(*) from requests q where q.item = i.id and q.blocking and q.state = 'open') as requests
      from items i) as counted
    where (open_blockers, open_children, blocking_requests) is distinct from (blockers::int, children::int, requests::int)`);
  assert.deepEqual(wrong, [], 'the counters equal what the graph and the requests say');
}

type RunRow = {
  id: string;
  item: string;
  executor: string;
  fence: number;
  version: number;
  ended: boolean;
  current: string | null;
};

/** Every run began with one event and ended with one; between them each report is one version. */
async function checkRuns({ query }: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const runs = await query<RunRow>(sql`
    select r.id, r.item, r.executor, r.fence, r.version, r.ended_at is not null as ended, i.run as current
    from runs r join items i on i.id = r.item`);
  const starting = ['item.claimed', 'item.handed_over', 'item.taken_over', 'item.returned'];
  const starts = events.filter(({ type }) => starting.includes(type));
  // Work returned to somebody who is not active goes on to the queue at once: that run was never theirs.
  const passedOn = events.filter(
    ({ type, data }) => type === 'item.released' && data['reason'] === 'Whoever did it is not active.',
  );
  assert.equal(runs.length, new Set(starts.map(({ data }) => data['run'])).size - passedOn.length);
  for (const run of runs) {
    const reports = events.filter(({ type, data }) => type === 'run.reported' && data['run'] === run.id);
    assert.equal(run.version, 1 + reports.length + (run.ended ? 1 : 0));
    assert.equal(run.current === run.id, !run.ended, 'a run lives as long as it is the run of its item');
  }
  const fences = runs.map(({ item, fence }) => `${item} ${fence}`);
  assert.equal(new Set(fences).size, fences.length, 'no two runs of an item have one fence');
  const [live] = await query(sql`select item from runs where ended_at is null group by item having count(*) > 1`);
  assert.equal(live, undefined, 'no item has two live runs');
  const idle = await query(
    sql`select r.id from runs r join participants p on p.id = r.executor where r.ended_at is null and p.status <> 'active'`,
  );
  assert.deepEqual(idle, [], 'nobody who is paused or retired holds a live run');
}

async function checkGraph({ query }: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const edges = await query<{ item: string; blocker: string }>(sql`select item::text, blocker::text from dependencies`);
  assert.equal(findCycle(edges), null, 'nothing waits for itself');
  const parents = await query<{ item: string; blocker: string }>(
    sql`select id::text as item, parent::text as blocker from items where parent is not null`,
  );
  assert.equal(findCycle(parents), null, 'nothing is a part of itself');
  const imported = new Set(events.filter(({ type }) => type === 'item.imported').map(({ item }) => item?.id));
  const now = new Set<string>();
  for (const { type, item, data } of events) {
    const edge = `${item?.id} ${String(data['blocker'])}`;
    if (type === 'dependency.added') now.add(edge);
    if (type === 'dependency.removed') now.delete(edge);
  }
  const own = edges.filter(({ item }) => !imported.has(item)).map(({ item, blocker }) => `${item} ${blocker}`);
  assert.deepEqual(
    own.sort(),
    [...now].filter((edge) => !imported.has(edge.split(' ', 1)[0])).sort(),
    'the dependencies are those the ledger tells',
  );
}

/** Each fact says who, for whom, by what right, and what led to it. */
function checkActs(events: readonly LedgerEvent[]): void {
  const seen = new Set<string>();
  const delivered = new Map<string, string>();
  for (const { id, type, actor, onBehalfOf, authority, cause, item, data } of events) {
    assert(!seen.has(id), 'no event is told twice');
    assert(cause === null || seen.has(cause), 'the cause of an event comes before it');
    assert.match(authority, /^(base: .+ may \S+|approved: .+|on silence, as stated|system|none)$/);
    assert.equal(authority === 'none', type.startsWith('act.'), 'what was refused, and nothing else, has no right');
    if (actor.kind === 'agent') assert.equal(onBehalfOf.length, 1, 'an agent acts on behalf of its sponsor');
    if (actor.kind === 'human') assert.deepEqual(onBehalfOf, []);
    if (type === 'item.delivered' && item) delivered.set(item.id, actor.id);
    if (type === 'item.accepted' && item)
      assert.notEqual(actor.id, delivered.get(item.id), 'nobody accepts their own delivery');
    assert(data, 'an event has data');
    seen.add(id);
  }
}
