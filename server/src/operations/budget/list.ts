import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { accountsOf, listBudgets } from '../../store/budgets.ts';
import { findCurrency } from '../../store/prices.ts';
import { query } from '../define.ts';
import { gather } from '../gather.ts';
import { ids } from '../examples.ts';
import { requireParticipant, requireTeam } from '../references.ts';
import { budgetResource, currentAccount, showBudget } from '../resources/budget.ts';
import { exampleBudget } from './example.ts';

export default query({
  name: 'budget.list',
  summary: 'The budgets of agents and teams, and how they stand in their current period.',
  http: 'GET /v1/budgets',
  input: z.object({
    participant: z.string().max(254).optional().describe('Only theirs, by id, name or `me`.'),
    team: z.string().max(100).optional().describe('Only those of this team, by id or key.'),
  }),
  output: z.object({ items: z.array(budgetResource) }),
  needs: { action: 'workspace.read' },
  refuses: ['unknown_reference'],
  example: { input: { participant: ids.bot }, output: { items: [exampleBudget] } },

  async handle({ connection, actor, now }, { participant, team }) {
    const found = await gather({
      participant:
        participant === undefined ? undefined : requireParticipant(connection, 'participant', participant, actor),
      team: team === undefined ? undefined : requireTeam(connection, team, []),
      currency: findCurrency(connection),
    });
    if (isRefusal(found)) return found;
    const budgets = await listBudgets(connection, { participant: found.participant?.id, team: found.team?.id });
    const accounts = await accountsOf(
      connection,
      budgets.map(({ id }) => id),
      1,
    );
    const { currency } = found;
    return {
      items: budgets.map((one) => showBudget(one, { account: currentAccount(accounts, one, now), currency, now })),
    };
  },
});
