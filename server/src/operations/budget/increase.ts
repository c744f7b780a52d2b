import { z } from 'zod';
import type { Facts } from '../../domain/authority.ts';
import { limitsFromUnits, limitsToUnits } from '../../domain/budget/amounts.ts';
import { increased } from '../../domain/budget/item-budget.ts';
import { revise } from '../../domain/clarify.ts';
import { limits as bounds } from '../../domain/limits.ts';
import { type Work, workOf } from '../../domain/policy/work.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type StoredBudget, budgetOf, saveBudget } from '../../store/budgets.ts';
import { findCurrency } from '../../store/prices.ts';
import type { Bearer } from '../../store/people.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { type ItemWithPeople, itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { id, idOrKey, reason } from '../resources/basics.ts';
import { limitsInput, period } from '../resources/budget.ts';
import { type Subject, idsOf, requireSubject, subjectFacts, whose } from './subject.ts';

const input = z.object({
  for: z
    .strictObject({ ...whose, item: idOrKey.optional() })
    .refine(
      (said) => Object.values(said).filter((one) => one !== undefined).length === 1,
      'says one of item, participant and team',
    ),
  period: period.optional().describe('Which of the budgets of a participant or a team; an item has only one.'),
  by: limitsInput
    .extend({ attempts: z.int().positive().max(bounds.budgetAttempts).optional().describe('Of an item: runs.') })
    .refine(({ currency: _, ...by }) => Object.values(by).some((one) => one !== undefined), 'says by how much'),
  reason: reason.describe('Why, for whoever approves it and for the ledger.'),
});

type Said = z.output<typeof input>;
type Loaded =
  | { people: ItemWithPeople; subject: null; budget: null }
  | { people: null; subject: Subject; budget: StoredBudget };

export default command({
  name: 'budget.increase',
  summary:
    'Allow more to be used than before, on an item, or by an agent or a team; agents ask for it, and people approve.',
  http: 'POST /v1/budgets/increase',
  input,
  output: z
    .object({
      of: z.enum(['item', 'participant', 'team']),
      subject: id,
      limits: z.object({
        tokens: z.number().optional(),
        cost: z.number().optional(),
        minutes: z.number().optional(),
        attempts: z.number().optional(),
      }),
    })
    .meta({ id: 'IncreasedBudget' }),
  needs: {
    action: 'budget.increase',
    facts: (loaded: Loaded, { actor }, said): Facts => factsOf(loaded, actor, said),
  },
  refuses: [
    'not_found',
    'unknown_reference',
    'no_limit',
    'wrong_currency',
    'wrong_state',
    'not_ready',
    'invalid_input',
  ],
  example: {
    input: { for: { item: 'OPS-12' }, by: { cost: 5 }, reason: 'The authority asks for a second check.' },
    output: { of: 'item', subject: '0197a000-0000-7000-8000-000000000012', limits: { cost: 10 } },
  },

  async load({ connection, actor }, said): Promise<Loaded | Refusal> {
    const money = said.by.currency === undefined ? undefined : await findCurrency(connection);
    if (money !== said.by.currency)
      return refuse('wrong_currency', { field: 'by.currency', currency: said.by.currency, expected: money });
    if (said.for.item !== undefined) {
      const people = await loadItemWithPeople(connection, said.for.item);
      return isRefusal(people) ? people : { people, subject: null, budget: null };
    }
    if (said.period === undefined)
      return refuse('invalid_input', { errors: [{ field: 'period', problem: 'is needed: which budget is meant?' }] });
    const subject = await requireSubject(connection, said.for, actor);
    if (isRefusal(subject)) return subject;
    const budget = await budgetOf(connection, { ...idsOf(subject), period: said.period });
    return budget ? { people: null, subject, budget } : refuse('no_limit', { field: 'period', limits: {} });
  },

  decide: (context, loaded, said) =>
    loaded.people ? raiseItem(context, loaded.people, said) : raiseAllowance(context, loaded, said),
});

/** The rules see how much may be used once it is increased. */
function factsOf(loaded: Loaded, actor: Bearer, { by }: Said): Facts {
  if (loaded.people) {
    const { item } = loaded.people;
    const amount = (item.contract.budget?.cost ?? 0) + (by.cost ?? 0);
    return { ...itemFacts(loaded.people), work: { ...workOf(item), amount } };
  }
  const { subject, budget } = loaded;
  const amount = (limitsFromUnits(budget.limits).cost ?? 0) + (by.cost ?? 0);
  return { ...subjectFacts(subject, actor), work: asWork(subject, { amount, revision: budget.version }) };
}

/**
 * A budget for all of somebody's work, as the rules ask of one piece: whoever answers for it is its owner, and what it allows
 * is its contract.
 */
const asWork = ({ participant, team }: Subject, { amount, revision }: Pick<Work, 'amount' | 'revision'>): Work => ({
  id: null,
  key: null,
  team: team?.id ?? participant?.teams[0] ?? '',
  type: '',
  risk: 'medium',
  priority: null,
  amount,
  reversible: true,
  external: false,
  owner: team ? team.lead : (participant?.sponsor ?? null),
  executor: null,
  run: null,
  state: 'draft',
  revision,
  version: 0,
});

function raiseItem({ changes }: CommandContext, { item }: ItemWithPeople, { by, reason: why }: Said) {
  const { currency: _, ...more } = by;
  const budget = increased(item.contract.budget, more);
  if (isRefusal(budget)) return budget;
  const events = revise(item, { patch: { budget }, reason: why });
  if (isRefusal(events)) return events;
  const after = changes.item(item, events);
  if (item.run)
    changes.signal(item.run.id, 'contract_revised', { revision: after.revision, changed: ['budget'], reason: why });
  return { of: 'item' as const, subject: item.id, limits: budget };
}

function raiseAllowance(
  { changes, connection }: CommandContext,
  { subject, budget }: { subject: Subject; budget: StoredBudget },
  { by: { attempts, ...by }, reason: why }: Said,
) {
  if (attempts !== undefined)
    return refuse('no_limit', { field: 'by.attempts', limits: limitsFromUnits(budget.limits) });
  const limits = increased(limitsFromUnits(budget.limits), by);
  if (isRefusal(limits)) return limits;
  const whom = idsOf(subject);
  const after = { ...budget, limits: limitsToUnits(limits), version: budget.version + 1 };
  changes.fact(
    {
      type: 'budget.increased',
      data: {
        budget: budget.id,
        ...whom,
        period: budget.period,
        before: budget.limits,
        limits: after.limits,
        reason: why,
      },
    },
    { subject: whom.participant ?? whom.team },
    saveBudget(connection, after),
  );
  return {
    of: whom.team === null ? ('participant' as const) : ('team' as const),
    subject: whom.participant ?? whom.team ?? '',
    limits,
  };
}
