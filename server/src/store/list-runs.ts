import type { Usage, Verdict } from '../domain/work-item.ts';
import type { Connection } from './database.ts';
import type { StoredItem } from './items.ts';
import { sql } from './sql.ts';

export type RunFilter = {
  item?: string | undefined;
  executor?: string | undefined;
  live?: boolean | undefined;
  /** The last run of the page before. */
  before?: string | undefined;
  limit: number;
};

/** A run as the lists of them show it. Its activity and progress are what it said last. */
export type ListedRun = {
  id: string;
  item: string;
  itemKey: string;
  itemTitle: string;
  executor: string;
  fence: number;
  origin: NonNullable<StoredItem['runOrigin']>;
  startedAt: number;
  endedAt: number | null;
  ending: string | null;
  endedBy: string | null;
  note: string | null;
  progress: number | null;
  activity: string | null;
  reportedAt: number | null;
  usage: Usage;
  leaseExpiresAt: number | null;
  verdicts: Verdict[] | null;
};

/** One page of runs, the newest first: ids grow with time. */
export const listRuns = ({ workspace, query }: Connection, { item, executor, live, before, limit }: RunFilter) =>
  query<ListedRun>(sql`
    select r.id, r.item, i.key as "itemKey", i.title as "itemTitle", r.executor, r.fence, r.origin, r.started_at as "startedAt",
      r.ended_at as "endedAt", r.ending, r.ended_by as "endedBy", r.ending_note as note, r.progress, r.activity,
      r.reported_at as "reportedAt", r.usage, r.lease_expires_at as "leaseExpiresAt", r.verdicts
    from (
      select * from runs r where r.workspace = ${workspace}
        ${item === undefined ? sql`` : sql`and r.item = ${item}`}
        ${executor === undefined ? sql`` : sql`and r.executor = ${executor}`}
        ${live === undefined ? sql`` : live ? sql`and r.ended_at is null` : sql`and r.ended_at is not null`}
        ${before === undefined ? sql`` : sql`and r.id < ${before}`}
      order by r.id desc limit ${limit}) r
    join items i on i.workspace = r.workspace and i.id = r.item
    order by r.id desc`);
