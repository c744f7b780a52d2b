import { limits as bounds } from '../limits.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type Allowance, explain, isLow, leftOf, limited } from './allowance.ts';
import {
  type LimitUnits,
  type UnitName,
  type Units,
  add,
  each,
  isNothing,
  limitsToUnits,
  noUnits,
  subtract,
} from './amounts.ts';
import { spanOf } from './period.ts';

/**
 * What one run costs one allowance in one period. A claim reserves; what is consumed is taken from what was reserved; the
 * end of the run gives the rest back. So the sum of all that is used and reserved is what is gone from the allowance.
 */
export type Charge = {
  budget: string;
  /** The date on which the period began. */
  period: string;
  /** What the run had consumed before anything was counted here. */
  base: Units;
  used: Units;
  reserved: Units;
  /** Whether the executor has been told that it runs low. */
  warned: boolean;
  /** Whether nothing is counted here any more: the period is over, or the run. */
  closed: boolean;
};

/** What a run reserves of each measure that no budget of its item bounds. */
const usual: LimitUnits = limitsToUnits({
  tokens: bounds.reservedTokens,
  cost: bounds.reservedCost,
  minutes: bounds.reservedMinutes,
});

/** What a new run reserves of each allowance that it draws on: what its item may still use, as far as there is as much. */
export function reserve(
  allowances: readonly Allowance[],
  { itemLeft, now }: { itemLeft: LimitUnits; now: number },
): Charge[] | Refusal {
  const charges: Charge[] = [];
  for (const allowance of allowances) {
    const left = leftOf(allowance);
    const spent = nothingLeft(left);
    if (spent) return refuse('over_budget', explain(allowance, spent, now));
    const reserved = each((name) => Math.min(left[name] ?? 0, itemLeft[name] ?? usual[name] ?? 0));
    charges.push({ ...begin(allowance, now), reserved });
  }
  return charges;
}

const begin = ({ budget, period }: Allowance, now: number, base = noUnits): Charge => ({
  budget,
  period: spanOf(period, now).date,
  base,
  used: noUnits,
  reserved: noUnits,
  warned: false,
  closed: false,
});

const nothingLeft = (left: LimitUnits): UnitName | undefined => limited(left).find((name) => left[name] === 0);

export type Counted = {
  charges: Charge[];
  /** The first allowance in which the run may use nothing more, and of what. */
  spent: { allowance: Allowance; name: UnitName } | null;
  /** The allowances that run low, told for the first time. */
  low: Allowance[];
};

/** How much the run had consumed when it was last counted, and how much it has now. */
export type Totals = { before: Units; total: Units; now: number };

/** Counts what a run has consumed. What goes beyond its reservation is counted too, and reserves anew as far as there is left. */
export function count(charges: readonly Charge[], allowances: readonly Allowance[], totals: Totals): Counted {
  const counted: Counted = { charges: [], spent: null, low: [] };
  const touched = new Set<Charge>();
  for (const allowance of allowances) {
    const earlier = charges.find((one) => one.budget === allowance.budget && !one.closed);
    const same = earlier?.period === spanOf(allowance.period, totals.now).date;
    if (earlier) touched.add(earlier);
    if (earlier && !same) counted.charges.push(close(earlier));
    const base = earlier ? add(earlier.base, earlier.used) : totals.before;
    const { charge, spent } = countOne(
      earlier && same ? earlier : begin(allowance, totals.now, base),
      allowance,
      totals,
    );
    const low = !charge.warned && isLow(allowance.limits, add(allowance.used, moved(earlier, charge, same)));
    counted.charges.push(low ? { ...charge, warned: true } : charge);
    if (low) counted.low.push(allowance);
    if (spent) counted.spent ??= { allowance, name: spent };
  }
  // A budget that was taken away holds nothing back any longer.
  const others = charges.filter((one) => !touched.has(one)).map((one) => (one.closed ? one : close(one)));
  return { ...counted, charges: [...others, ...counted.charges] };
}

const moved = (earlier: Charge | undefined, charge: Charge, same: boolean) =>
  earlier && same ? subtract(charge.used, earlier.used) : charge.used;

const close = (charge: Charge): Charge => ({ ...charge, reserved: noUnits, closed: true });

function countOne(charge: Charge, allowance: Allowance, { total }: Totals) {
  const delta = unseen(charge, total);
  const left = leftOf(allowance);
  const reserved = each((name) => {
    if (left[name] === undefined) return 0;
    const rest = charge.reserved[name] - delta[name];
    // Paid beyond the reservation out of what is left; then as much again as is usual, if there is as much.
    return rest > 0 ? rest : Math.min(usual[name] ?? 0, Math.max(0, left[name] + rest));
  });
  const after: Charge = { ...charge, used: add(charge.used, delta), reserved };
  return { charge: after, spent: limited(allowance.limits).find((name) => reserved[name] === 0) };
}

const unseen = ({ base, used }: Charge, total: Units): Units =>
  each((name) => Math.max(0, total[name] - base[name] - used[name]));

/** At the end of a run: what it consumed since it was last counted is used, and what it reserved is free again. */
export const settle = (charges: readonly Charge[], total: Units): Charge[] =>
  charges.map((charge) =>
    charge.closed ? charge : { ...close(charge), used: add(charge.used, unseen(charge, total)) },
  );

/** What changes in the account of one allowance in one period. */
export type Move = { budget: string; period: string; used: Units; reserved: Units };

/** What it takes from, or gives back to, each account when a run's charges become others. */
export function movesOf(before: readonly Charge[], after: readonly Charge[]): Move[] {
  const keys = new Map([...before, ...after].map(({ budget, period }) => [`${budget} ${period}`, { budget, period }]));
  return [...keys.values()].flatMap((account) => {
    const [was, is] = [sumOf(before, account), sumOf(after, account)];
    const move = { ...account, used: subtract(is.used, was.used), reserved: subtract(is.reserved, was.reserved) };
    return isNothing(move.used) && isNothing(move.reserved) ? [] : [move];
  });
}

const sumOf = (charges: readonly Charge[], { budget, period }: { budget: string; period: string }) =>
  charges
    .filter((one) => one.budget === budget && one.period === period)
    .reduce((sum, one) => ({ used: add(sum.used, one.used), reserved: add(sum.reserved, one.reserved) }), {
      used: noUnits,
      reserved: noUnits,
    });

/** Whether more is taken than was set apart, so that there has to be room for it. */
export const takesMore = ({ used, reserved }: Move, name: UnitName) => used[name] + reserved[name] > 0;
