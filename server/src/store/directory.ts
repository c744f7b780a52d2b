import type { Connection } from './database.ts';
import { type Sql, sql } from './sql.ts';

export const linkKinds = ['participant', 'team'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What an outer directory calls a participant or a team. */
export type DirectoryLink = { kind: LinkKind; id: string; externalId: string | null; userName: string | null };

export type LinkFilter = {
  kind: LinkKind;
  ids?: readonly string[] | undefined;
  externalId?: string | undefined;
  userName?: string | undefined;
};

/** The links of one kind that match; at most a thousand. */
export const listLinks = ({ workspace, query }: Connection, { kind, ids, externalId, userName }: LinkFilter) =>
  query<DirectoryLink>(sql`
    select kind, id, external_id as "externalId", user_name as "userName" from directory_links
    where workspace = ${workspace} and kind = ${kind}
      ${ids ? sql`and id = any(${ids}::uuid[])` : sql``}
      ${externalId === undefined ? sql`` : sql`and external_id = ${externalId}`}
      ${userName === undefined ? sql`` : sql`and lower(user_name) = lower(${userName})`}
    order by id limit 1000`);

export const saveLink = ({ workspace }: Connection, { kind, id, externalId, userName }: DirectoryLink): Sql => sql`
  insert into directory_links (workspace, kind, id, external_id, user_name)
  values (${workspace}, ${kind}, ${id}, ${externalId}, ${userName})
  on conflict (workspace, kind, id) do update set external_id = excluded.external_id, user_name = excluded.user_name returning 1`;
