import { z } from 'zod';
import { limitsToUnits } from '../../domain/budget/amounts.ts';
import { isSame } from '../../domain/is-same.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type Account, type StoredBudget, accountsOf, budgetOf, saveBudget } from '../../store/budgets.ts';
import { findCurrency } from '../../store/prices.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { budgetResource, currentAccount, limitsInput, period, showBudget } from '../resources/budget.ts';
import { exampleBudget } from './example.ts';
import { type Subject, idsOf, requireSubject, subjectFacts, whose } from './subject.ts';

type Loaded = { subject: Subject; currency: string; before: StoredBudget | null; account: Account | undefined };

export default command({
  name: 'budget.set',
  summary: 'Say what an agent or a team may use in each day, week or month; limits of nothing take the budget away.',
  http: 'PUT /v1/budgets',
  input: z.object({
    for: z
      .strictObject(whose)
      .refine(
        ({ participant, team }) => (participant === undefined) !== (team === undefined),
        'says one of participant and team',
      ),
    period,
    limits: limitsInput,
  }),
  output: budgetResource,
  needs: { action: 'budget.set', facts: ({ subject }: Loaded, { actor }) => subjectFacts(subject, actor) },
  refuses: ['unknown_reference', 'invalid_input', 'wrong_currency'],
  example: { input: { for: { participant: ids.bot }, period: 'day', limits: { cost: 20 } }, output: exampleBudget },

  async load({ connection, actor, now }, said): Promise<Loaded | Refusal> {
    const [subject, currency] = await Promise.all([
      requireSubject(connection, said.for, actor),
      findCurrency(connection),
    ]);
    if (isRefusal(subject)) return subject;
    if (said.limits.currency !== undefined && said.limits.currency !== currency)
      return refuse('wrong_currency', { field: 'limits.currency', currency: said.limits.currency, expected: currency });
    const before = await budgetOf(connection, { ...idsOf(subject), period: said.period });
    const accounts = before ? await accountsOf(connection, [before.id], 1) : [];
    return { subject, currency, before, account: before ? currentAccount(accounts, before, now) : undefined };
  },

  decide({ connection, changes, ids: fresh, now }, { subject, currency, before, account }, said) {
    const limits = limitsToUnits(said.limits);
    const whom = idsOf(subject);
    const after = {
      ...whom,
      id: before?.id ?? fresh.next(),
      period: said.period,
      limits,
      version: (before?.version ?? 0) + 1,
    };
    const shown = showBudget(after, { account, currency, now });
    if (isSame(before?.limits ?? {}, limits)) return before ? showBudget(before, { account, currency, now }) : shown;
    changes.fact(
      {
        type: 'budget.set',
        data: { budget: after.id, ...whom, period: after.period, before: before?.limits ?? {}, limits },
      },
      { subject: whom.participant ?? whom.team },
      saveBudget(connection, after),
    );
    return shown;
  },
});
