import type { Outcome, OutcomeEvent } from '../domain/outcome.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import type { Part } from './save-item.ts';
import { type Sql, raw, sql } from './sql.ts';

/** An outcome as it stands in the database, with how many items serve it. */
export type StoredOutcome = Outcome & {
  version: number;
  updatedAt: number;
  items: { open: number; done: number };
};

const columns = raw(`
  o.id, o.title, o.description, o.parent, o.owner, o.state, o.measures, o.measures_numbered as "measuresNumbered", o.version,
  o.created_by as "createdBy", o.created_at as "createdAt", o.updated_at as "updatedAt", o.ended_at as "endedAt",
  json_build_object('open', n.open, 'done', n.done) as items`);
const tables = raw(`
  outcomes o cross join lateral (
    select count(*) filter (where i.state not in ('done', 'cancelled')) as open, count(*) filter (where i.state = 'done') as done
    from items i where i.workspace = o.workspace and i.serves = o.id) n`);

const select = ({ workspace, query }: Connection, where: Sql) =>
  query<StoredOutcome>(sql`select ${columns} from ${tables} where o.workspace = ${workspace} and ${where}`);

export async function findOutcome(connection: Connection, id: string): Promise<StoredOutcome | null> {
  return isId(id) ? ((await select(connection, sql`o.id = ${id}`))[0] ?? null) : null;
}

/** Every open outcome that somebody is accountable for. */
export const openOutcomesOf = (connection: Connection, owner: string) =>
  select(connection, sql`o.owner = ${owner} and o.state = 'open' order by o.id`);

export type OutcomeFilter = {
  state?: string | undefined;
  owner?: string | undefined;
  parent?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/** One page of outcomes, the oldest first. */
export const listOutcomes = (connection: Connection, { state, owner, parent, after, limit }: OutcomeFilter) =>
  select(
    connection,
    sql`true ${state ? sql`and o.state = ${state}` : sql``} ${owner ? sql`and o.owner = ${owner}` : sql``}
      ${parent ? sql`and o.parent = ${parent}` : sql``} ${after ? sql`and o.id > ${after}` : sql``} order by o.id limit ${limit}`,
  );

/** An outcome and what it is under, from itself up; none when it does not exist. */
export async function outcomeAncestors({ workspace, query }: Connection, id: string) {
  if (!isId(id)) return [];
  return query<Pick<Outcome, 'id' | 'state'>>(sql`
    with recursive up as (
      select id, parent, state, 1 as depth from outcomes where workspace = ${workspace} and id = ${id}
      union all
      select o.id, o.parent, o.state, up.depth + 1 from outcomes o join up on o.id = up.parent
      where o.workspace = ${workspace} and up.depth < 100)
    select id, state from up order by depth`);
}

/** How many levels an outcome and what is under it make. */
export async function outcomeHeight({ workspace, query }: Connection, id: string): Promise<number> {
  const [row] = await query<{ height: number }>(sql`
    with recursive down as (
      select id, 1 as depth from outcomes where workspace = ${workspace} and id = ${id}
      union all
      select o.id, down.depth + 1 from outcomes o join down on o.parent = down.id
      where o.workspace = ${workspace} and down.depth < 100)
    select max(depth) as height from down`);
  return row?.height ?? 1;
}

/** The open outcomes directly under one. */
export async function openOutcomesBelow({ workspace, query }: Connection, id: string): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    select id from outcomes where workspace = ${workspace} and parent = ${id} and state = 'open' order by id limit 20`);
  return rows.map((row) => row.id);
}

export type Reading = { measure: string; value: number; at: number; by: string; note: string | null };

/** The last readings of each measure, the oldest of them first. */
export const readingsOf = ({ workspace, query }: Connection, outcome: string, most: number) =>
  query<Reading>(sql`
    select measure, value, at, taken_by as by, note from (
      select *, row_number() over (partition by measure order by id desc) as place from readings
      where workspace = ${workspace} and outcome = ${outcome}) last
    where place <= ${most} order by id`);

export type OutcomeChange = {
  workspace: string;
  before: StoredOutcome | null;
  after: Outcome;
  events: readonly OutcomeEvent[];
  /** Who acts: whoever takes a reading. */
  by: string;
  now: number;
};

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** The statements that bring the tables from `before` to `after`, guarded by the version that was read. */
export function saveOutcome(change: OutcomeChange): Part[] {
  const readings = change.events.filter((event) => event.type === 'outcome.measured');
  return [
    change.before ? updateOutcome(change, change.before) : insertOutcome(change),
    ...readings.map(({ data }) => insertReading(change, data)),
  ];
}

const insertOutcome = ({ workspace, after, now }: OutcomeChange): Part => ({
  of: 'outcomes',
  statement: sql`insert into outcomes (workspace, id, title, description, parent, owner, state, measures, measures_numbered,
      version, created_by, created_at, updated_at, ended_at)
    values (${workspace}, ${after.id}, ${after.title}, ${after.description}, ${after.parent}, ${after.owner}, ${after.state},
      ${JSON.stringify(after.measures)}, ${after.measuresNumbered}, 1, ${after.createdBy}, ${instant(after.createdAt)},
      ${instant(now)}, ${instant(after.endedAt)}) returning 1`,
});

const updateOutcome = ({ workspace, after, now }: OutcomeChange, before: StoredOutcome): Part => ({
  of: 'outcomes',
  statement: sql`update outcomes set version = version + 1, title = ${after.title}, description = ${after.description},
      parent = ${after.parent}, owner = ${after.owner}, state = ${after.state}, measures = ${JSON.stringify(after.measures)},
      measures_numbered = ${after.measuresNumbered}, updated_at = ${instant(now)}, ended_at = ${instant(after.endedAt)}
    where workspace = ${workspace} and id = ${after.id} and version = ${before.version} returning 1`,
});

const insertReading = (
  { workspace, after, by, now }: OutcomeChange,
  { measure, value, note }: { measure: string; value: number; note: string | null },
): Part => ({
  of: 'readings',
  statement: sql`insert into readings (workspace, outcome, measure, value, at, taken_by, note)
    values (${workspace}, ${after.id}, ${measure}, ${value}, ${instant(now)}, ${by}, ${note}) returning 1`,
});
