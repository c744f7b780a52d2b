import type { Overrun, Run, WorkEvent, WorkItem } from '../work-item.ts';
import { type Allowance, explain, leftOf } from './allowance.ts';
import { type LimitUnits, type Measure, type UnitName, limitsFromUnits, measureOf, unitNames } from './amounts.ts';
import { type Counted, count } from './charge.ts';
import { consumed } from './consumed.ts';
import type { Period } from './period.ts';
import { explainItem, isItemLow, leftUnits, spentOf } from './item-budget.ts';

type Reported = Extract<WorkEvent, { type: 'run.reported' }>;

/** Whose budget something is said of. */
export type Whose = { id: string | null; of: 'item' | 'participant' | 'team'; subject: string; name: string };

export type Tally = {
  events: WorkEvent[];
  /** The budgets that run low, said for the first time in this run. */
  low: Whose[];
  /** The budget because of which the run ends, and who can raise it. */
  over: {
    whose: Whose;
    answerable: string | null;
    measure: Measure;
    reason: string;
    /** What was allowed, and how long that lasts; an item's budget is for all of its life. */
    limits: object;
    period: Period | null;
  } | null;
  /** What the run may still use of what is limited; null where nothing is. */
  left: ReturnType<typeof limitsFromUnits> | null;
};

/** Counts a report in every budget that its run draws on, and ends the run when one of them is spent. */
export function tally(item: WorkItem, reported: Reported, allowances: readonly Allowance[], now: number): Tally {
  const { run } = item;
  const bounded = item.contract.budget !== null || allowances.length > 0 || run?.charges !== undefined;
  if (!run || !bounded) return { events: [reported], low: [], over: null, left: null };
  const after: WorkItem = { ...item, run: { ...run, usage: reported.data.usage } };
  const counted = countRun(run, after, allowances, now);
  const itemLow = !run.low && isItemLow(after, now);
  const event: Reported = {
    ...reported,
    data: {
      ...reported.data,
      ...(counted.charges.length > 0 && { charges: counted.charges }),
      ...(itemLow && { low: true as const }),
    },
  };
  const over = overrun(after, counted, now);
  const end: Overrun | null = over && {
    run: run.id,
    reason: over.reason,
    budget: { id: over.whose.id, of: over.whose.of, subject: over.whose.subject },
    measure: over.measure,
  };
  return {
    events: end ? [event, { type: 'item.overran', data: end }] : [event],
    low: [...(itemLow ? [ofItem(item)] : []), ...counted.low.map(ofAllowance)],
    over,
    left: leftForRun(after, counted, { allowances, now }),
  };
}

/** People hold work without a lease, and are no expense of their team's budget. */
function countRun(run: Run, after: WorkItem, allowances: readonly Allowance[], now: number): Counted {
  const totals = { before: consumed(run, now), total: consumed(after.run ?? run, now), now };
  return count(run.charges ?? [], run.leaseMs === null ? [] : allowances, totals);
}

const ofItem = ({ id, key }: WorkItem): Whose => ({ id: null, of: 'item', subject: id, name: key });
const ofAllowance = ({ budget, of, subject, name }: Allowance): Whose => ({ id: budget, of, subject, name });

function overrun(item: WorkItem, { spent }: Counted, now: number): Tally['over'] {
  const own = spentOf(item, now);
  if (own) {
    const { used, limits } = explainItem(item, measureOf[own], now);
    const measure = measureOf[own];
    const reason = `The budget of ${item.key} is spent: ${measure} ${used[measure]} of ${limits[measure] ?? 0}.`;
    return { whose: ofItem(item), answerable: item.contract.owner, measure, reason, limits, period: null };
  }
  if (!spent) return null;
  const { allowance, name } = spent;
  const { limits } = explain(allowance, name, now);
  const measure = measureOf[name];
  const { name: whom, period, answerable } = allowance;
  const reason = `The budget of ${whom} for the ${period} is spent: nothing is left of ${measure} ${limits[measure] ?? 0}.`;
  return { whose: ofAllowance(allowance), answerable, measure, reason, limits, period };
}

/** The least of what the item and each allowance leave; what the run itself has reserved is its own to use. */
function leftForRun(
  item: WorkItem,
  { charges }: Counted,
  { allowances, now }: { allowances: readonly Allowance[]; now: number },
): Tally['left'] {
  const own = leftUnits(item, now);
  const open = charges.filter(({ closed }) => !closed);
  const each = (name: UnitName): number[] => {
    const shared = allowances.flatMap((allowance) => {
      const left = leftOf(allowance)[name];
      const charge = open.find(({ budget }) => budget === allowance.budget);
      const before = item.run?.charges?.find(
        ({ budget, period, closed }) => budget === allowance.budget && period === charge?.period && !closed,
      );
      if (left === undefined || !charge) return [];
      const taken =
        charge.used[name] + charge.reserved[name] - (before ? before.used[name] + before.reserved[name] : 0);
      return [charge.reserved[name] + Math.max(0, left - taken)];
    });
    return [...(own[name] === undefined ? [] : [own[name]]), ...shared];
  };
  const left: LimitUnits = {};
  for (const name of unitNames) {
    const all = each(name);
    if (all.length > 0) left[name] = Math.min(...all);
  }
  return limitsFromUnits(left);
}
