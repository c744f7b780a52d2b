import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

/** What a sample is made of; all items of its team are part of it. */
export type Sample = { team: string; participants: string[]; outcomes: string[] };

export async function findSample({ workspace, query }: Connection): Promise<Sample | null> {
  const [row] = await query<Sample>(sql`
    select team, participants::text[] as participants, outcomes::text[] as outcomes from samples where workspace = ${workspace}`);
  return row ?? null;
}

/** Ends without a row when somebody else made one meanwhile, so that the command is decided again. */
export const insertSample = (
  { workspace }: Connection,
  { team, participants, outcomes }: Sample,
  now: number,
): Sql => sql`
  insert into samples (workspace, team, participants, outcomes, created_at)
  values (${workspace}, ${team}, ${participants}::uuid[], ${outcomes}::uuid[], ${new Date(now).toISOString()})
  on conflict do nothing returning 1`;

/** One making or removing at a time. */
export const lockSample = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} sample`}, 0))`);

/** The items of the sample, locked: whoever was about to change one of them finds it gone and decides again. */
export async function lockSampleItems({ workspace, query }: Connection, { team }: Sample): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`select id from items where workspace = ${workspace} and team = ${team} order by id for update`,
  );
  return rows.map(({ id }) => id);
}

/** The requests that go with the sample: about its items, or between its people about nothing. */
export async function sampleRequests(
  { workspace, query }: Connection,
  { team, participants }: Sample,
  items: readonly string[],
): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    select id from requests where workspace = ${workspace} and item = any(${items}::uuid[])
    union select id from requests where workspace = ${workspace} and item is null and from_participant = any(${participants}::uuid[])
    union select id from requests where workspace = ${workspace} and item is null and to_participant = any(${participants}::uuid[])
    union select id from requests where workspace = ${workspace} and item is null and to_team = ${team}`);
  return rows.map(({ id }) => id);
}

/** What else stands on the sample, and would be left without a part of it. */
export type Leaning = { items: string[]; participants: string[]; outcomes: string[] };

/**
 * Finds real work that stands on the sample, at most twenty of each: items by key that are owned, assigned, held or served
 * there, wait for its items, or are filed under or above them; participants by name whom its people sponsor; outcomes by
 * title that they answer for or that are part of its own.
 */
export async function findLeaning(
  { workspace, query }: Connection,
  { team, participants, outcomes }: Sample,
  items: readonly string[],
): Promise<Leaning> {
  const near = await query<{ key: string }>(sql`
    select i.key from items i
    where i.workspace = ${workspace} and i.team <> ${team} and i.id in (
      select id from items where workspace = ${workspace} and owner = any(${participants}::uuid[])
      union select id from items where workspace = ${workspace} and executor = any(${participants}::uuid[])
      union select id from items where workspace = ${workspace} and assignee = any(${participants}::uuid[])
        and state not in ('done', 'cancelled')
      union select id from items where workspace = ${workspace} and serves = any(${outcomes}::uuid[])
      union select id from items where workspace = ${workspace} and parent = any(${items}::uuid[])
      union select parent from items where workspace = ${workspace} and id = any(${items}::uuid[]) and parent is not null
      union select item from dependencies where workspace = ${workspace} and blocker = any(${items}::uuid[])
      union select blocker from dependencies where workspace = ${workspace} and item = any(${items}::uuid[]))
    order by i.id limit 20`);
  const people = await query<{ name: string }>(sql`
    select name from participants where workspace = ${workspace} and sponsor = any(${participants}::uuid[]) and status <> 'retired'
    order by id limit 20`);
  const results = await query<{ title: string }>(sql`
    select title from outcomes where workspace = ${workspace} and id <> all(${outcomes}::uuid[])
      and (parent = any(${outcomes}::uuid[]) or owner = any(${participants}::uuid[])) order by id limit 20`);
  return {
    items: near.map(({ key }) => key),
    participants: people.map(({ name }) => name),
    outcomes: results.map(({ title }) => title),
  };
}

/** Those of its people whom what remains still names, as whoever did or said something. */
export async function rememberedOf(
  { workspace, query }: Connection,
  { team, participants }: Sample,
  { items, requests }: { items: readonly string[]; requests: readonly string[] },
): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    select one.id::text from unnest(${participants}::uuid[]) as one(id) where
      exists (select from runs r where r.workspace = ${workspace} and r.executor = one.id and r.item <> all(${items}::uuid[]))
      or exists (select from comments c where c.workspace = ${workspace} and c.author = one.id and c.item <> all(${items}::uuid[]))
      or exists (select from items i where i.workspace = ${workspace} and i.created_by = one.id and i.team <> ${team})
      or exists (select from requests q where q.workspace = ${workspace} and one.id in (q.from_participant, q.to_participant, q.responder)
        and q.id <> all(${requests}::uuid[]))`);
  return rows.map(({ id }) => id);
}

/** Ids of everything that goes, by what it is. */
export type Gone = {
  team: string;
  items: readonly string[];
  requests: readonly string[];
  participants: readonly string[];
  outcomes: readonly string[];
  views: readonly string[];
};

/** The views that are shared with the sample's team, or that its people made. */
export async function sampleViews({ workspace, query }: Connection, { team, participants }: Sample): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    select id from views where workspace = ${workspace} and (team = ${team} or creator = any(${participants}::uuid[])) order by id`);
  return rows.map(({ id }) => id);
}

/** Tables whose rows belong to one item. */
const ofItems = ['item_search', 'contracts', 'item_sources', 'runs', 'evidence', 'comments'];
/** Tables whose rows belong to one participant. */
const ofParticipants = [
  'memberships',
  'tokens',
  'passwords',
  'passkeys',
  'identities',
  'idempotency_keys',
  'personal_data',
];

/** The statements that take the rows away, each touching any number of them. Those of its artifacts go that
 * nothing else shows; whoever stays known has no tokens any longer. */
export function deleteSample({ workspace }: Connection, gone: Gone, { participants: made }: Sample): Sql[] {
  const { team, items, requests, participants, outcomes, views } = gone;
  const from = (table: string, where: Sql) =>
    sql`delete from ${raw(table)} where workspace = ${workspace} and ${where} returning 1`;
  return [
    ...ofItems.map((table) => from(table, sql`item = any(${items}::uuid[])`)),
    from('signals', sql`run in (select id from runs where workspace = ${workspace} and item = any(${items}::uuid[]))`),
    from('dependencies', sql`item = any(${items}::uuid[])`),
    from('relations', sql`(item = any(${items}::uuid[]) or other = any(${items}::uuid[]))`),
    from('requests', sql`id = any(${requests}::uuid[])`),
    from('items', sql`id = any(${items}::uuid[])`),
    from('readings', sql`outcome = any(${outcomes}::uuid[])`),
    from('outcomes', sql`id = any(${outcomes}::uuid[])`),
    from('views', sql`id = any(${views}::uuid[])`),
    from(
      'artifacts',
      sql`producer = any(${made}::uuid[]) and sha256 not in (
        select artifact from evidence where workspace = ${workspace} and item <> all(${items}::uuid[]))`,
    ),
    from('memberships', sql`team = ${team} and participant <> all(${made}::uuid[])`),
    ...ofParticipants.map((table) => from(table, sql`participant = any(${made}::uuid[])`)),
    from(
      'budget_accounts',
      sql`budget in (select id from budgets where workspace = ${workspace}
      and (participant = any(${participants}::uuid[]) or team = ${team}))`,
    ),
    from('budgets', sql`(participant = any(${participants}::uuid[]) or team = ${team})`),
    from('participants', sql`id = any(${participants}::uuid[])`),
    from('teams', sql`id = ${team}`),
    from('samples', sql`true`),
  ];
}

/** Takes the team's numbering away; without a row count nobody would run it. */
export const dropTeamSequence = (team: string): Sql => sql`select drop_team_sequence(${team})`;
