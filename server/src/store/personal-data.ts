import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

export type PersonalRow = { id: string; field: string; value: string; salt: Buffer };

/** Keeps what facts commit to. */
export const insertPersonal = (workspace: string, participant: string, rows: readonly PersonalRow[]): Sql => sql`
  insert into personal_data (workspace, id, participant, field, salt, value)
  select ${workspace}::uuid, r.id, ${participant}::uuid, r.field, r.salt, r.value
  from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ field }) => field)}::text[], ${rows.map(({ salt }) => salt)}::bytea[],
    ${rows.map(({ value }) => value)}::text[]) as r(id, field, salt, value) returning 1`;

/** Where else somebody is known by something that is theirs: each row goes. */
const tables = ['personal_data', 'passwords', 'passkeys', 'identities', 'tokens', 'idempotency_keys'];

export const forgetPerson = ({ workspace }: Connection, participant: string): Sql[] =>
  tables.map(
    (table) =>
      sql`delete from ${raw(table)} where workspace = ${workspace} and participant = ${participant} returning 1`,
  );

/** Comments that came with a backlog name their authors. */
export const renameAuthor = ({ workspace }: Connection, before: string, after: string): Sql => sql`
  update comments set author_name = ${after} where workspace = ${workspace} and lower(author_name) = lower(${before}) returning 1`;

/** Gives somebody who has left a name that says nothing. */
export const renamePerson = (
  { workspace }: Connection,
  { id, version, name }: { id: string; version: number; name: string },
): Sql => sql`
  update participants set version = version + 1, name = ${name}, email = null, origin = null, skills = '{}'
  where workspace = ${workspace} and id = ${id} and version = ${version} returning 1`;
