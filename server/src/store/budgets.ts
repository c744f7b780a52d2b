import type { Allowance } from '../domain/budget/allowance.ts';
import type { LimitUnits, Units } from '../domain/budget/amounts.ts';
import type { AccountMove } from '../domain/budget/account-moves.ts';
import { takesMore } from '../domain/budget/charge.ts';
import { type Period, periods, spanOf } from '../domain/budget/period.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import type { Part } from './save-item.ts';
import { type Sql, raw, sql } from './sql.ts';

export type StoredBudget = {
  id: string;
  participant: string | null;
  team: string | null;
  period: Period;
  limits: LimitUnits;
  version: number;
};

/** The dates on which the current day, week and month began, in the order that the functions of the database know. */
const daysAt = (now: number) => periods.map((period) => spanOf(period, now).date);

/** A column: the budgets that a run draws on as they stand, or null where the workspace has none. */
export const allowancesOf = (executor: Sql, team: Sql, now: number): Sql =>
  sql`allowances_of(${executor}, ${team}, ${daysAt(now)}::date[])`;

export const spentTeams = (now: number): Sql => sql`spent_teams(${daysAt(now)}::date[])`;

/** The same for work that is claimed by name: asked at once with the work itself, so it costs no flight more. */
export async function findAllowances(
  { workspace, query }: Connection,
  { executor, item, now }: { executor: string; item: string; now: number },
): Promise<Allowance[]> {
  const which = isId(item) ? sql`i.id = ${item}` : sql`i.key = ${item.toUpperCase()}`;
  const [row] = await query<{ found: Allowance[] | null }>(sql`
    select ${allowancesOf(sql`${executor}::uuid`, raw('i.team'), now)} as found from items i where i.workspace = ${workspace} and ${which}`);
  return row?.found ?? [];
}

/**
 * Moves the accounts of several budgets at once. Where more is taken than was set apart there has to be room for it: if
 * others have taken it meanwhile, no row is touched, and the command is decided again.
 */
export function moveAccounts(workspace: string, moves: readonly AccountMove[]): Part {
  const column = (pick: (move: AccountMove) => number) => sql`${moves.map(pick)}::bigint[]`;
  const guard = (name: 'tokens' | 'micros' | 'ms') => sql`${moves.map((move) => guardOf(move, name))}::bigint[]`;
  return {
    of: 'budgets',
    rows: moves.length,
    statement: sql`
      insert into budget_accounts as a (workspace, budget, period, used_tokens, used_micros, used_ms,
        reserved_tokens, reserved_micros, reserved_ms, limits)
      select ${workspace}::uuid, m.budget, m.period, m.ut, m.um, m.us, m.rt, m.rm, m.rs,
        jsonb_strip_nulls(jsonb_build_object('tokens', m.lt, 'micros', m.lm, 'ms', m.ls))
      from unnest(${moves.map(({ budget }) => budget)}::uuid[], ${moves.map(({ period }) => period)}::date[],
        ${column(({ used }) => used.tokens)}, ${column(({ used }) => used.micros)}, ${column(({ used }) => used.ms)},
        ${column(({ reserved }) => reserved.tokens)}, ${column(({ reserved }) => reserved.micros)}, ${column(({ reserved }) => reserved.ms)},
        ${guard('tokens')}, ${guard('micros')}, ${guard('ms')})
        as m(budget, period, ut, um, us, rt, rm, rs, lt, lm, ls)
      order by m.budget, m.period
      on conflict (workspace, budget, period) do update set
        used_tokens = a.used_tokens + excluded.used_tokens, used_micros = a.used_micros + excluded.used_micros,
        used_ms = a.used_ms + excluded.used_ms, reserved_tokens = a.reserved_tokens + excluded.reserved_tokens,
        reserved_micros = a.reserved_micros + excluded.reserved_micros, reserved_ms = a.reserved_ms + excluded.reserved_ms,
        limits = case when excluded.limits = '{}' then a.limits else a.limits || excluded.limits end
      where ${room('tokens')} and ${room('micros')} and ${room('ms')}
      returning 1`,
  };
}

const guardOf = (move: AccountMove, name: 'tokens' | 'micros' | 'ms') =>
  takesMore(move, name) ? (move.limits[name] ?? null) : null;

const room = (name: 'tokens' | 'micros' | 'ms') =>
  raw(`(excluded.limits ->> '${name}' is null or a.used_${name} + a.reserved_${name} + excluded.used_${name}
    + excluded.reserved_${name} <= (excluded.limits ->> '${name}')::bigint)`);

export type Account = { budget: string; period: string; used: Units; reserved: Units; limits: LimitUnits };

const budgetColumns = raw('b.id, b.participant, b.team, b.period, b.limits, b.version');

/** All that somebody has set, or those of one participant or team. */
export const listBudgets = (
  { workspace, query }: Connection,
  { participant, team }: { participant?: string | undefined; team?: string | undefined },
) =>
  query<StoredBudget>(sql`
    select ${budgetColumns} from budgets b where b.workspace = ${workspace} and b.limits <> '{}'
      ${participant ? sql`and b.participant = ${participant}` : sql``} ${team ? sql`and b.team = ${team}` : sql``}
    order by b.id limit 1000`);

export async function findBudget({ workspace, query }: Connection, id: string): Promise<StoredBudget | null> {
  const [row] = await query<StoredBudget>(
    sql`select ${budgetColumns} from budgets b where b.workspace = ${workspace} and b.id = ${id}`,
  );
  return row ?? null;
}

export async function budgetOf(
  { workspace, query }: Connection,
  { participant, team, period }: Pick<StoredBudget, 'participant' | 'team' | 'period'>,
): Promise<StoredBudget | null> {
  const [row] = await query<StoredBudget>(sql`
    select ${budgetColumns} from budgets b where b.workspace = ${workspace} and b.period = ${period}
      and ${participant === null ? sql`b.team = ${team}` : sql`b.participant = ${participant}`}`);
  return row ?? null;
}

/** Written as one version on, if nobody wrote it meanwhile. */
export const saveBudget = ({ workspace }: Connection, one: StoredBudget): Sql => sql`
  insert into budgets as b (workspace, id, participant, team, period, limits, version)
  values (${workspace}, ${one.id}, ${one.participant}, ${one.team}, ${one.period}, ${JSON.stringify(one.limits)}, ${one.version})
  on conflict (workspace, id) do update set limits = excluded.limits, version = excluded.version
  where b.version = excluded.version - 1 returning 1`;

/** The accounts of some budgets, of the newest periods first. */
export const accountsOf = ({ workspace, query }: Connection, budgets: readonly string[], newest: number) =>
  query<Account>(sql`
    select a.budget, to_char(a.period, 'YYYY-MM-DD') as period, a.limits,
      json_build_object('tokens', a.used_tokens, 'micros', a.used_micros, 'ms', a.used_ms) as used,
      json_build_object('tokens', a.reserved_tokens, 'micros', a.reserved_micros, 'ms', a.reserved_ms) as reserved
    from unnest(${budgets}::uuid[]) as wanted(id)
    cross join lateral (
      select * from budget_accounts a where a.workspace = ${workspace} and a.budget = wanted.id
      order by a.period desc limit ${newest}) a
    order by a.budget, a.period desc`);

export type ItemCharge = { item: string; key: string; title: string; runs: number; used: Units };

/** What each item has cost a budget in one period, the dearest first. */
export const chargesByItem = (
  { workspace, query }: Connection,
  { budget, period }: { budget: string; period: string },
) =>
  query<ItemCharge>(sql`
    select i.id as item, i.key, i.title, count(*) as runs, json_build_object('tokens', sum((c ->> 'tokens')::bigint),
        'micros', sum((c ->> 'micros')::bigint), 'ms', sum((c ->> 'ms')::bigint)) as used
    from (
      select r.item, charge -> 'used' as c from runs r, jsonb_array_elements(r.charges) as charge
      where r.workspace = ${workspace} and r.budgeted and charge ->> 'budget' = ${budget} and charge ->> 'period' = ${period}) charged
    join items i on i.workspace = ${workspace} and i.id = charged.item
    group by i.id, i.key, i.title
    order by sum((c ->> 'micros')::bigint) desc, sum((c ->> 'tokens')::bigint) desc, sum((c ->> 'ms')::bigint) desc limit 50`);
