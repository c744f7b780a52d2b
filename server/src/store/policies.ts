import type { SealedSteps } from '../domain/sealed-steps.ts';
import type { Rule, Scope } from '../domain/policy/rule.ts';
import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

/** One version of the rules of one scope. */
export type StoredPolicy = {
  scope: Scope;
  /** The id of the team or item, or the type of work; null for the workspace. */
  target: string | null;
  version: number;
  rules: Rule[];
  by: string;
  at: number;
  note: string | null;
};

export type Place = { scope: Scope; target: string | null };

const columns = raw(`scope, nullif(target, '') as target, version, rules, by, at, note`);

/** The rules in force: the last version of each scope. */
export const livePolicies = ({ workspace, query }: Connection) =>
  query<StoredPolicy>(sql`
    select distinct on (scope, policies.target) ${columns} from policies where workspace = ${workspace}
    order by scope, policies.target, version desc`);

/** The rules that were in force at a time: of each scope the last version made until then. */
export const policiesAt = ({ workspace, query }: Connection, at: string) =>
  query<StoredPolicy>(sql`
    select distinct on (scope, policies.target) ${columns} from policies where workspace = ${workspace} and at <= ${at}
    order by scope, policies.target, version desc`);

/** The versions of one scope below `before`, the newest first. */
export const policyVersions = (
  { workspace, query }: Connection,
  { scope, target }: Place,
  { before = 2 ** 31 - 1, limit }: { before?: number | undefined; limit: number },
) =>
  query<StoredPolicy>(sql`
    select ${columns} from policies
    where workspace = ${workspace} and scope = ${scope} and target = ${target ?? ''} and version < ${before}
    order by version desc limit ${limit}`);

/** Ends without a row when somebody else made the same version, so that the command is decided again. */
export const insertPolicy = ({ workspace }: Connection, one: StoredPolicy): Sql => sql`
  insert into policies (workspace, scope, target, version, rules, by, at, note)
  values (${workspace}, ${one.scope}, ${one.target ?? ''}, ${one.version}, ${JSON.stringify(one.rules)}, ${one.by},
    ${new Date(one.at).toISOString()}, ${one.note}) on conflict do nothing returning 1`;

export type Present = { id: string; name: string };

/** The active humans among these, or all of those who are admins. */
export const presentHumans = ({ workspace, query }: Connection, among: readonly string[]) =>
  query<Present & { admin: boolean }>(sql`
    select id, name, role = 'admin' as admin from participants
    where workspace = ${workspace} and kind = 'human' and status = 'active' and (role = 'admin' or id::text = any(${among}::text[]))
    order by created_at, id`);

/** Who leads a team and the larger team that it is a part of. */
export async function leadsOf({ workspace, query }: Connection, team: string) {
  const [row] = await query<{ lead: string | null; above: string | null }>(sql`
    select t.lead, (select p.lead from teams p where p.workspace = t.workspace and p.id = t.parent) as above
    from teams t where t.workspace = ${workspace} and t.id::text = ${team}`);
  return row ?? { lead: null, above: null };
}

/** Of the ids that rules name, those that are there: teams, and humans. */
export async function existing({ workspace, query }: Connection, named: { teams: string[]; people: string[] }) {
  const [teams, people] = await Promise.all([
    query<{ id: string }>(
      sql`select id from teams where workspace = ${workspace} and id::text = any(${named.teams}::text[])`,
    ),
    query<{ id: string }>(
      sql`select id from participants where workspace = ${workspace} and kind = 'human' and status <> 'retired' and id::text = any(${named.people}::text[])`,
    ),
  ]);
  return { teams: new Set(teams.map(({ id }) => id)), participants: new Set(people.map(({ id }) => id)) };
}

/** What is kept back is the same, whatever it was salted with. */
const sameKeptBack = (sealed: SealedSteps | null): Sql =>
  sealed === null
    ? sql`sealed is null`
    : sql`jsonb_path_query_array(sealed, '$.steps[*].recommendation') = ${JSON.stringify(
        sealed.steps.map(({ recommendation }) => recommendation),
      )}::jsonb`;

/** The open request of somebody that holds this very act, or null. */
export async function findHeldRequest(
  { workspace, query }: Connection,
  { requester, operations, sealed }: { requester: string; operations: unknown; sealed: SealedSteps | null },
): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`
    select id from requests where workspace = ${workspace} and state = 'open' and from_participant = ${requester}
      and kind = 'proposal' and body -> 'held' = 'true' and body -> 'operations' = ${JSON.stringify(operations)}::jsonb
      and ${sameKeptBack(sealed)}
    order by id limit 1`);
  return row?.id ?? null;
}

export const setAutonomy = (
  { workspace }: Connection,
  { id, version, autonomy }: { id: string; version: number; autonomy: unknown },
): Sql => sql`
  update participants set version = version + 1, autonomy = ${JSON.stringify(autonomy)}
  where workspace = ${workspace} and id = ${id} and version = ${version} returning 1`;

/** One answer at a time to an act that waits, until the transaction ends; a lock that gives the transaction no place among others. */
export const lockHeld = ({ workspace, query }: Connection, request: string) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} held ${request}`}, 0))`);
