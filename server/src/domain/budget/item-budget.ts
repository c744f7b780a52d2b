import type { Contract } from '../contract.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Usage, WorkItem } from '../work-item.ts';
import { isLow, leftOf, limited } from './allowance.ts';
import {
  type LimitUnits,
  type UnitName,
  type Units,
  add,
  limitsFromUnits,
  limitsToUnits,
  measureOf,
  noUnits,
  toUsage,
} from './amounts.ts';
import { consumed } from './consumed.ts';

/** The budget of one item: over all of its runs, as long as it lives. */

type Costly = Pick<WorkItem, 'spent' | 'run' | 'contract' | 'fence'>;

const usedUnits = ({ spent, run }: Costly, now: number): Units => (run ? add(spent, consumed(run, now)) : spent);
const limitsOf = ({ contract }: Costly): LimitUnits => limitsToUnits(contract.budget ?? {});

/** What all runs of an item have used by now. */
export const usedOf = (item: Costly, now: number): Usage => toUsage(usedUnits(item, now));

/** What may still be used of each measure that is limited. */
export const leftUnits = (item: Costly, now: number): LimitUnits =>
  leftOf({ limits: limitsOf(item), used: usedUnits(item, now), reserved: noUnits });

/** The same as people say it, with the runs that may still begin. */
export const leftOfItem = (item: Costly, now: number) => ({
  ...limitsFromUnits(leftUnits(item, now)),
  ...(item.contract.budget?.attempts !== undefined && {
    attempts: Math.max(0, item.contract.budget.attempts - item.fence),
  }),
});

/** Of what the item has nothing left; the fence counts its runs. */
export function spentOf(item: Costly, now: number): UnitName | undefined {
  const left = leftUnits(item, now);
  return limited(left).find((name) => left[name] === 0);
}

const outOfAttempts = ({ contract, fence }: Costly) =>
  contract.budget?.attempts !== undefined && fence >= contract.budget.attempts;

/** Whether nobody begins anew: what ready queues leave out. */
export const isOverBudget = (item: Costly, now: number): boolean =>
  outOfAttempts(item) || spentOf(item, now) !== undefined;

export const isItemLow = (item: Costly, now: number): boolean => isLow(limitsOf(item), usedUnits(item, now));

/** What is said where the item's own budget is what stands in the way. */
export function explainItem(item: Costly & { id: string; key: string }, measure: string, now: number) {
  return {
    budget: { id: null, of: 'item', subject: item.id, name: item.key, period: null },
    measure,
    limits: item.contract.budget ?? {},
    used: usedOf(item, now),
    left: leftOfItem(item, now),
    until: null,
    raise: [item.contract.owner, 'admin'],
  };
}

/** Why no run of the item may begin, or null. */
export function refuseOverBudget(item: WorkItem, now: number): Refusal | null {
  const spent = spentOf(item, now);
  if (spent) return refuse('over_budget', explainItem(item, measureOf[spent], now));
  return outOfAttempts(item) ? refuse('over_budget', explainItem(item, 'attempts', now)) : null;
}

type Budget = Contract['budget'];
const bounded = ['tokens', 'cost', 'minutes', 'attempts'] as const;

/** Whether more may be used than before: a limit that is higher, or gone. */
export const raises = (before: Budget, after: Budget): boolean =>
  bounded.some((one) => {
    const [was, is] = [before?.[one], after?.[one]];
    return was !== undefined && (is === undefined || is > was);
  });

/** A budget and what is added to its limits; what has no limit cannot have more. */
export function increased(before: Budget, by: NonNullable<Budget>): NonNullable<Budget> | Refusal {
  const stray = bounded.find((one) => by[one] !== undefined && before?.[one] === undefined);
  if (stray) return refuse('no_limit', { field: `by.${stray}`, limits: before ?? {} });
  const more = bounded.flatMap((one) => (by[one] === undefined ? [] : [[one, (before?.[one] ?? 0) + by[one]]]));
  return { ...before, ...Object.fromEntries(more) };
}
