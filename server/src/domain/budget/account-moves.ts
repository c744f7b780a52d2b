import { evolve } from '../evolve.ts';
import type { WorkEvent, WorkItem } from '../work-item.ts';
import type { Allowance } from './allowance.ts';
import { type LimitUnits, add, unitNames } from './amounts.ts';
import { type Charge, type Move, movesOf, settle } from './charge.ts';
import { consumed } from './consumed.ts';
import { spanOf } from './period.ts';

/** What must still be so when it is written: no more may be gone than the limits allow. */
export type AccountMove = Move & { limits: LimitUnits };

type Told = { before: WorkItem | null; events: readonly WorkEvent[]; allowances: readonly Allowance[]; now: number };

/** What the events of an item move in the accounts of budgets. */
export function accountMoves({ before, events, allowances, now }: Told): AccountMove[] {
  // Mostly nobody has a budget.
  if (!before?.run?.charges && !events.some(({ data }) => 'charges' in data)) return [];
  const was: Charge[] = [...(before?.run?.charges ?? [])];
  const ended: Charge[] = [];
  let item = before;
  for (const event of events) {
    const after: WorkItem = evolve(item, event, now);
    if (item?.run && item.run.id !== after.run?.id)
      ended.push(...settle(item.run.charges ?? [], consumed(item.run, now)));
    item = after;
  }
  const is = [...ended, ...(item?.run?.charges ?? [])];
  return movesOf(was, is).map((move) => ({ ...move, limits: limitsFor(move, allowances, now) }));
}

/** Where less is left than was consumed, it is counted all the same: then there is nothing to make sure of. */
function limitsFor(move: Move, allowances: readonly Allowance[], now: number): LimitUnits {
  const allowance = allowances.find(
    ({ budget, period }) => budget === move.budget && spanOf(period, now).date === move.period,
  );
  if (!allowance) return {};
  const { limits, used, reserved } = allowance;
  const gone = add(add(used, reserved), add(move.used, move.reserved));
  const bounded = unitNames.filter((name) => limits[name] !== undefined && gone[name] <= limits[name]);
  return Object.fromEntries(bounded.map((name) => [name, limits[name]]));
}

/** Two moves of one account as one: a statement updates a row once. */
export const joinAccountMoves = (one: AccountMove | undefined, other: AccountMove): AccountMove =>
  one
    ? {
        ...other,
        used: add(one.used, other.used),
        reserved: add(one.reserved, other.reserved),
        limits: { ...one.limits, ...other.limits },
      }
    : other;
