import { ids } from '../examples.ts';
import type { BudgetResource } from '../resources/budget.ts';

export const budgetId = '0197a000-0000-7000-8000-000000000071';

export const exampleBudget: BudgetResource = {
  id: budgetId,
  of: 'participant',
  subject: ids.bot,
  period: 'day',
  limits: { cost: 20 },
  used: { tokens: 120_000, cost: 4.2, minutes: 31 },
  reserved: { tokens: 0, cost: 1, minutes: 0 },
  left: { cost: 14.8 },
  starts: '2026-01-05T00:00:00.000Z',
  ends: '2026-01-06T00:00:00.000Z',
  currency: 'USD',
};
