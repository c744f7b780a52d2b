import { z } from 'zod';
import { leftOf } from '../../domain/budget/allowance.ts';
import { limitsFromUnits, noUnits, toUsage } from '../../domain/budget/amounts.ts';
import { periods, spanOf } from '../../domain/budget/period.ts';
import { currency } from '../../domain/contract.ts';
import { limits as bounds } from '../../domain/limits.ts';
import type { Account, StoredBudget } from '../../store/budgets.ts';
import { id, instant, iso } from './basics.ts';
import { usage } from './usage.ts';

const amounts = z.object({
  tokens: z.number().optional(),
  cost: z.number().optional(),
  minutes: z.number().optional(),
});

/** Limits as somebody says them; the currency only to make sure that it is the one of the workspace. */
export const limitsInput = z.strictObject({
  tokens: z.int().positive().max(bounds.budgetTokens).optional(),
  cost: z.number().min(bounds.budgetLeast).max(bounds.budgetCost).optional(),
  minutes: z.number().min(bounds.budgetLeast).max(bounds.budgetMinutes).optional(),
  currency: currency.optional().describe('Refused where the workspace counts in another.'),
});

export const period = z
  .enum(periods)
  .describe('A day, a week from Monday or a month of the calendar; each begins at midnight UTC.');

export const budgetResource = z
  .object({
    id,
    of: z.enum(['participant', 'team']),
    subject: id.describe('The participant or the team; a team’s budget counts the work of the teams below it.'),
    period,
    limits: amounts.describe('Only what is limited; nothing, where the budget was taken away.'),
    used: usage.describe('In this period.'),
    reserved: usage.describe('Set apart for runs that live.'),
    left: amounts.describe('What no run has used or reserved.'),
    starts: instant,
    ends: instant.describe('When the period ends, and all of it may be used anew.'),
    currency,
  })
  .meta({ id: 'Budget', description: 'What an agent or a team may use in each day, week or month.' });

export type BudgetResource = z.input<typeof budgetResource>;

type Shown = { account: Account | undefined; currency: string; now: number };

/** `account` is the one of the current period; there is none before anything was used or reserved. */
export function showBudget(one: StoredBudget, { account, currency: money, now }: Shown): BudgetResource {
  const { used, reserved } = account ?? { used: noUnits, reserved: noUnits };
  const { starts, ends } = spanOf(one.period, now);
  return {
    id: one.id,
    of: one.team === null ? 'participant' : 'team',
    subject: one.participant ?? one.team ?? '',
    period: one.period,
    limits: limitsFromUnits(one.limits),
    used: toUsage(used),
    reserved: toUsage(reserved),
    left: limitsFromUnits(leftOf({ limits: one.limits, used, reserved })),
    starts: iso(starts),
    ends: iso(ends),
    currency: money,
  };
}

/** Of accounts, that of the current period of a budget. */
export const currentAccount = (accounts: readonly Account[], one: StoredBudget, now: number) =>
  accounts.find(({ budget, period: date }) => budget === one.id && date === spanOf(one.period, now).date);
