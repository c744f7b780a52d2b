import type { Provider } from '../domain/sign-in/provider.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';
import type { Secret } from './vault.ts';

/** A provider with what never leaves the server: its secret, and the key with which sign-ins under way are sealed. */
export type StoredProvider = Provider & {
  clientSecret: Secret | null;
  seal: Buffer;
  version: number;
  createdAt: number;
  updatedAt: number;
};

const columns = raw(`
  p.id, p.name, p.issuer, p.client_id as "clientId", p.client_secret as "clientSecret", p.scopes, p.groups_claim as "groupsClaim",
  p.mappings, p.create_people as "createPeople", p.email_domains as "emailDomains", p.seal, p.version,
  p.created_at as "createdAt", p.updated_at as "updatedAt"`);

const instant = (ms: number) => new Date(ms).toISOString();

type Row = Omit<StoredProvider, 'clientSecret'> & { clientSecret: string | null };

const placeOf = (workspace: string, id: string) => `${workspace} providers ${id}`;
const read =
  ({ workspace, vault }: Connection) =>
  ({ clientSecret, ...row }: Row): StoredProvider => ({
    ...row,
    clientSecret: clientSecret === null ? null : vault.at(placeOf(workspace, row.id), clientSecret),
  });

/** The secret of a provider, as it is kept. */
export const sealClientSecret = ({ workspace, vault }: Connection, id: string, secret: string): Secret =>
  vault.seal(placeOf(workspace, id), secret);

export async function findProvider(connection: Connection, id: string): Promise<StoredProvider | null> {
  if (!isId(id)) return null;
  const { workspace, query } = connection;
  const rows = await query<Row>(
    sql`select ${columns} from providers p where p.workspace = ${workspace} and p.id = ${id}`,
  );
  return rows.map(read(connection))[0] ?? null;
}

/** All of them, the oldest first: there are few. */
export async function listProviders(connection: Connection): Promise<StoredProvider[]> {
  const { workspace, query } = connection;
  const rows = await query<Row>(sql`select ${columns} from providers p where p.workspace = ${workspace} order by p.id`);
  return rows.map(read(connection));
}

/** One change of providers at a time, until the transaction ends: two at once could take the same name or pass the bound together. */
export const lockProviders = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} providers`}, 0))`);

export const insertProvider = ({ workspace }: Connection, one: StoredProvider): Sql => sql`
  insert into providers (workspace, id, name, issuer, client_id, client_secret, scopes, groups_claim, mappings, create_people,
    email_domains, seal, version, created_at, updated_at)
  values (${workspace}, ${one.id}, ${one.name}, ${one.issuer}, ${one.clientId}, ${one.clientSecret?.sealed ?? null}, ${one.scopes}, ${one.groupsClaim},
    ${JSON.stringify(one.mappings)}, ${one.createPeople}, ${one.emailDomains}, ${one.seal}, ${one.version},
    ${instant(one.createdAt)}, ${instant(one.updatedAt)}) returning 1`;

/** Writes what may change of a provider as one version on; its issuer never does. */
export const updateProvider = ({ workspace }: Connection, before: StoredProvider, after: StoredProvider): Sql => sql`
  update providers set version = version + 1, name = ${after.name}, client_id = ${after.clientId},
    client_secret = ${after.clientSecret?.sealed ?? null}, scopes = ${after.scopes}, groups_claim = ${after.groupsClaim},
    mappings = ${JSON.stringify(after.mappings)}, create_people = ${after.createPeople},
    email_domains = ${after.emailDomains}, updated_at = ${instant(after.updatedAt)}
  where workspace = ${workspace} and id = ${before.id} and version = ${before.version} returning 1`;

/** Removes a provider, and who was known there. */
export const deleteProvider = ({ workspace }: Connection, { id, version }: StoredProvider): Sql => sql`
  delete from providers where workspace = ${workspace} and id = ${id} and version = ${version} returning 1`;
