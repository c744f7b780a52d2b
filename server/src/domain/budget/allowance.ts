import {
  type LimitUnits,
  type UnitName,
  type Units,
  limitsFromUnits,
  measureOf,
  toUsage,
  unitNames,
} from './amounts.ts';
import { type Period, spanOf } from './period.ts';

/** What a participant or a team may spend in one period, and how it stands now. */
export type Allowance = {
  budget: string;
  of: 'participant' | 'team';
  /** The id of the participant or the team. */
  subject: string;
  name: string;
  /** The human who may raise it: an agent's sponsor, a team's lead. */
  answerable: string | null;
  period: Period;
  limits: LimitUnits;
  used: Units;
  /** Promised to runs that live. */
  reserved: Units;
};

/** What is limited, as it is now: never less than nothing. */
export function leftOf({ limits, used, reserved }: Pick<Allowance, 'limits' | 'used' | 'reserved'>): LimitUnits {
  const left: LimitUnits = {};
  for (const name of limited(limits)) left[name] = Math.max(0, (limits[name] ?? 0) - used[name] - reserved[name]);
  return left;
}

export const limited = (limits: LimitUnits): UnitName[] => unitNames.filter((name) => limits[name] !== undefined);

/** From this share on it is said that a budget runs low. */
const LOW = 0.8;
export const isLow = (limits: LimitUnits, used: Units): boolean =>
  limited(limits).some((name) => used[name] >= LOW * (limits[name] ?? 0));

/** What a refusal and an exception say of an allowance with nothing left in one measure. */
export function explain(allowance: Allowance, spent: UnitName, now: number) {
  const { budget, of, subject, name, period, limits, used, reserved, answerable } = allowance;
  return {
    budget: { id: budget, of, subject, name, period },
    measure: measureOf[spent],
    limits: limitsFromUnits(limits),
    used: toUsage(used),
    reserved: toUsage(reserved),
    left: limitsFromUnits(leftOf(allowance)),
    until: new Date(spanOf(period, now).ends).toISOString(),
    raise: answerable === null ? ['admin'] : [answerable, 'admin'],
  };
}
