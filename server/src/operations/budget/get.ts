import { z } from 'zod';
import { limitsFromUnits, toUsage } from '../../domain/budget/amounts.ts';
import { spanOf } from '../../domain/budget/period.ts';
import { refuse } from '../../domain/refusals.ts';
import { accountsOf, chargesByItem, findBudget } from '../../store/budgets.ts';
import { isId } from '../../store/items.ts';
import { findCurrency } from '../../store/prices.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { budgetResource, currentAccount, showBudget } from '../resources/budget.ts';
import { usage } from '../resources/usage.ts';
import { budgetId, exampleBudget } from './example.ts';

/** How many periods are looked back on. */
const EARLIER = 12;

export default query({
  name: 'budget.get',
  summary: 'Read one budget: what is used, reserved and left, on which items, and what was used in earlier periods.',
  http: 'GET /v1/budgets/{id}',
  input: z.object({ id }),
  output: budgetResource
    .extend({
      byItem: z
        .array(z.object({ item: id, key: z.string(), title: z.string(), runs: z.int(), used: usage }))
        .describe('In this period, the dearest first.'),
      byPeriod: z
        .array(
          z.object({
            date: z.string().describe('The day on which the period began.'),
            limits: budgetResource.shape.limits,
            used: usage,
          }),
        )
        .describe('The newest first.'),
    })
    .meta({ id: 'BudgetDetails' }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: budgetId },
    output: {
      ...exampleBudget,
      byItem: [{ item: ids.item, key: 'OPS-12', title: 'Renew the certificate', runs: 1, used: exampleBudget.used }],
      byPeriod: [{ date: '2026-01-05', limits: exampleBudget.limits, used: exampleBudget.used }],
    },
  },

  async handle({ connection, now }, { id: named }) {
    const found = isId(named) ? await findBudget(connection, named) : null;
    if (!found) return refuse('not_found', { field: 'id', budget: named });
    const [accounts, items, currency] = await Promise.all([
      accountsOf(connection, [found.id], EARLIER),
      chargesByItem(connection, { budget: found.id, period: spanOf(found.period, now).date }),
      findCurrency(connection),
    ]);
    return {
      ...showBudget(found, { account: currentAccount(accounts, found, now), currency, now }),
      byItem: items.map(({ used, ...item }) => ({ ...item, used: toUsage(used) })),
      byPeriod: accounts.map(({ period: date, limits, used }) => ({
        date,
        limits: limitsFromUnits(limits),
        used: toUsage(used),
      })),
    };
  },
});
