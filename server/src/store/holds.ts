import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';

export const holdScopes = ['workspace', 'outcome', 'item', 'participant'] as const;
export type HoldScope = (typeof holdScopes)[number];

export type Hold = {
  id: string;
  scope: HoldScope;
  target: string | null;
  reason: string;
  by: string;
  at: number;
  liftedAt: number | null;
  liftedBy: string | null;
  liftReason: string | null;
};

const columns = raw(
  'id, scope, target, reason, by, at, lifted_at as "liftedAt", lifted_by as "liftedBy", lift_reason as "liftReason"',
);

export async function findHold({ workspace, query }: Connection, id: string): Promise<Hold | null> {
  if (!isId(id)) return null;
  const [row] = await query<Hold>(sql`select ${columns} from holds where workspace = ${workspace} and id = ${id}`);
  return row ?? null;
}

export type HoldFilter = { live?: boolean | undefined; before?: string | undefined; limit: number };

/** One page of holds, newest first. */
export const listHolds = ({ workspace, query }: Connection, { live, before, limit }: HoldFilter) =>
  query<Hold>(sql`
    select ${columns} from holds where workspace = ${workspace}
      ${live === undefined ? sql`` : live ? sql`and lifted_at is null` : sql`and lifted_at is not null`}
      ${before ? sql`and id < ${before}` : sql``} order by id desc limit ${limit}`);

/** The holds that cover somebody now, by themselves or with the whole workspace. */
export const holdsOver = ({ workspace, query }: Connection, participant: string) =>
  query<Hold>(sql`
    select ${columns} from holds where workspace = ${workspace} and lifted_at is null
      and (scope = 'workspace' or (scope = 'participant' and target = ${participant})) order by id`);

export const insertHold = ({ workspace }: Connection, hold: Hold): Sql => sql`
  insert into holds (workspace, id, scope, target, reason, by, at)
  values (${workspace}, ${hold.id}, ${hold.scope}, ${hold.target}, ${hold.reason}, ${hold.by}, ${new Date(hold.at).toISOString()}) returning 1`;

/** Ends without a row when somebody else has lifted it. */
export const liftHold = (
  { workspace }: Connection,
  { id, by, at, reason }: { id: string; by: string; at: number; reason: string },
): Sql => sql`
  update holds set lifted_at = ${new Date(at).toISOString()}, lifted_by = ${by}, lift_reason = ${reason}
  where workspace = ${workspace} and id = ${id} and lifted_at is null returning 1`;
