import type { Given } from '../domain/sign-in/map-groups.ts';
import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

/** Somebody as a provider knows them. Times are epoch milliseconds. */
export type Identity = {
  provider: string;
  /** The provider's own name for them, which never changes. */
  subject: string;
  participant: string;
  given: Given;
  createdAt: number;
};

type Row = Omit<Identity, 'given'> & { givenRole: Given['role']; ownRole: Given['ownRole']; givenTeams: string[] };

const columns = raw(`
  i.provider, i.subject, i.participant, i.given_role as "givenRole", i.own_role as "ownRole", i.given_teams::text[] as "givenTeams",
  i.created_at as "createdAt"`);

const instant = (ms: number) => new Date(ms).toISOString();

const read = ({ givenRole, ownRole, givenTeams, ...row }: Row): Identity => ({
  ...row,
  given: { role: givenRole, ownRole, teams: givenTeams },
});

export type IdentityKey = { provider: string } & ({ subject: string } | { participant: string });

/** Finds somebody at a provider by its name for them, or by who they are here. */
export async function findIdentity({ workspace, query }: Connection, key: IdentityKey): Promise<Identity | null> {
  const which = 'subject' in key ? sql`i.subject = ${key.subject}` : sql`i.participant = ${key.participant}`;
  const [row] = await query<Row>(
    sql`select ${columns} from identities i where i.workspace = ${workspace} and i.provider = ${key.provider} and ${which}`,
  );
  return row ? read(row) : null;
}

/** Ends without a row when somebody else has come by the same name, or the person by another, so that the command is decided again. */
export const insertIdentity = ({ workspace }: Connection, one: Identity): Sql => sql`
  insert into identities (workspace, provider, subject, participant, given_role, own_role, given_teams, created_at, used_at)
  values (${workspace}, ${one.provider}, ${one.subject}, ${one.participant}, ${one.given.role}, ${one.given.ownRole},
    ${one.given.teams}::uuid[], ${instant(one.createdAt)}, ${instant(one.createdAt)}) on conflict do nothing returning 1`;

/** Writes what the groups gave this time. */
export const useIdentity = ({ workspace }: Connection, one: Identity, now: number): Sql => sql`
  update identities set given_role = ${one.given.role}, own_role = ${one.given.ownRole},
    given_teams = ${one.given.teams}::uuid[], used_at = ${instant(now)}
  where workspace = ${workspace} and provider = ${one.provider} and subject = ${one.subject} returning 1`;

export async function isSpent({ workspace, query }: Connection, state: Buffer): Promise<boolean> {
  const rows = await query(sql`select 1 from spent_sign_ins where workspace = ${workspace} and state = ${state}`);
  return rows.length > 0;
}

/** Ends without a row when another request has used the same sign-in meanwhile. */
export const spendSignIn = ({ workspace }: Connection, state: Buffer, expiresAt: number): Sql => sql`
  insert into spent_sign_ins (workspace, state, expires_at) values (${workspace}, ${state}, ${instant(expiresAt)})
  on conflict do nothing returning 1`;

/** Forgets those that have ended by themselves; any number of rows. */
export const forgetSpentSignIns = ({ workspace }: Connection, now: number): Sql => sql`
  delete from spent_sign_ins where workspace = ${workspace} and expires_at < ${instant(now)} returning 1`;
