import assert from 'node:assert/strict';
import { type Stop, type StopEvent, evolveStop } from '../src/domain/stop.ts';
import type { Connection } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import { findStop } from '../src/store/stops.ts';
import type { LedgerEvent } from './database.ts';

/** A stop has nothing outside of what its events tell; and what it covers works on nothing. */
export async function checkStops(connection: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = new Map<string, Stop>();
  for (const event of events.filter(({ type }) => type.startsWith('stop.'))) {
    const before = told.get(event.subject ?? '') ?? null;
    told.set(event.subject ?? '', evolveStop(before, event as unknown as StopEvent, Date.parse(event.at)));
  }
  const rows = await connection.query<{ id: string }>(sql`select id from stops order by id`);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...told.keys()].sort(),
  );
  for (const { id } of rows)
    assert.deepEqual(
      await findStop(connection, id),
      told.get(id),
      'replaying the events of a stop gives what is stored',
    );
  const ended = new Set(events.filter(({ type }) => type === 'item.run_stopped').map(({ data }) => data['run']));
  for (const stop of told.values())
    for (const { run } of stop.ended) assert(ended.has(run), 'each run that a stop ended has an event of its own');
  const working = await connection.query(sql`
    select r.id from runs r join participants p on p.workspace = r.workspace and p.id = r.executor
    where r.ended_at is null and p.kind = 'agent' and stop_of(p.id) is not null`);
  assert.deepEqual(working, [], 'no stopped agent holds a live run');
}

/** Whoever was retired in one step left nothing behind; and whatever is open has an owner who is human. */
export async function checkAccountable({ query }: Connection): Promise<void> {
  const retired = await query<{ id: string }>(sql`
    select distinct p.id from participants p join ledger_index l on l.workspace = p.workspace and l.subject = p.id
    where l.type = 'participant.retired' and p.status = 'retired'`);
  const left = await query(sql`
    with gone as (select unnest(${retired.map(({ id }) => id)}::uuid[]) as id)
    select 'outcome', o.id from outcomes o join gone g on g.id = o.owner where o.state = 'open'
    union all select 'agent', p.id from participants p join gone g on g.id = p.sponsor where p.status <> 'retired'
    union all select 'team', t.id from teams t join gone g on g.id = t.lead
    union all select 'item', i.id from items i join gone g on g.id = i.owner where i.state not in ('done', 'cancelled')
    union all select 'run', r.id from runs r join gone g on g.id = r.executor where r.ended_at is null
    union all select 'token', k.id from tokens k join gone g on g.id = k.participant where k.revoked_at is null`);
  assert.deepEqual(left, [], 'whoever has retired with successors has left nothing behind');
  const unowned = await query(sql`
    select i.key from items i left join participants p on p.workspace = i.workspace and p.id = i.owner
    where i.state not in ('done', 'cancelled') and p.kind is distinct from 'human'`);
  assert.deepEqual(unowned, [], 'open work has one accountable owner, who is human');
}
