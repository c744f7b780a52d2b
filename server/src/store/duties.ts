import type { Connection } from './database.ts';
import { type StoredItem, findItems } from './items.ts';
import { type StoredOutcome, openOutcomesOf } from './outcomes.ts';
import { type Participant, lockAccountable, lockParticipant, sponsoredBy } from './people.ts';
import { type Team, teamsLedBy } from './teams.ts';
import { type StoredRequest, openRequestsTo } from './requests.ts';
import { sql } from './sql.ts';

/** Everything that hangs on one participant, whole. */
export type Duties = {
  /** Open work that they own. */
  items: StoredItem[];
  outcomes: StoredOutcome[];
  /** Those that they answer for and that have not retired. */
  agents: Participant[];
  teams: Team[];
  requests: StoredRequest[];
  /** The items that those requests are about. */
  about: { id: string; key: string; team: string }[];
  /** What they work on, their own work included. */
  held: StoredItem[];
};

/**
 * Reads it, and keeps the work as it is until the transaction ends: with much of it, something would otherwise always change
 * meanwhile. The work comes before the participant, as in a claim.
 */
export async function lockDuties(connection: Connection, participant: string): Promise<Duties> {
  const { workspace, query } = connection;
  await lockAccountable(connection, participant);
  await query(sql`
    select 1 from items where workspace = ${workspace} and id in (
      select id from items where workspace = ${workspace} and owner = ${participant} and state not in ('done', 'cancelled')
      union select id from items where workspace = ${workspace} and executor = ${participant})
    order by id for update`);
  await lockParticipant(connection, participant);
  return readDuties(connection, participant);
}

/** The same as it is now, for whoever only wants to see it. */
export async function readDuties(connection: Connection, participant: string): Promise<Duties> {
  const { workspace, query } = connection;
  const owned = await query<{ id: string }>(sql`
    select id from items where workspace = ${workspace} and owner = ${participant} and state not in ('done', 'cancelled') order by id`);
  const held = await query<{ id: string }>(sql`
    select id from items where workspace = ${workspace} and executor = ${participant} order by id`);
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const [items, working, outcomes, agents, teams, requests] = await Promise.all([
    findItems(connection, idsOf(owned)),
    findItems(connection, idsOf(held)),
    openOutcomesOf(connection, participant),
    sponsoredBy(connection, participant),
    teamsLedBy(connection, participant),
    openRequestsTo(connection, participant),
  ]);
  const about = await query<Duties['about'][number]>(sql`
    select id, key, team from items where workspace = ${workspace} and id = any(${requests.flatMap(({ item }) => item ?? [])}::uuid[])`);
  return { items, held: working, outcomes, agents, teams, requests, about };
}
