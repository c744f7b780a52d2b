import type { Tally } from '../domain/budget/tally.ts';
import { limits } from '../domain/limits.ts';
import type { WorkItem } from '../domain/work-item.ts';
import type { CommandContext } from './context.ts';
import { raiseException } from './request-changes.ts';

/** Tells whoever answers for a budget that it ended a run: the owner of the item, the sponsor of the agent, the lead of the team. */
export function raiseOverrun(
  { changes, ids }: CommandContext,
  item: WorkItem,
  { whose, answerable, reason, limits: allowed, period }: NonNullable<Tally['over']>,
): void {
  const nobodyElse = whose.of === 'item' ? ' Nobody claims it again until then.' : '';
  raiseException(changes, ids.next(), item, answerable === null ? { role: 'admin' } : { participant: answerable }, {
    class: 'overrun',
    severity: 'high',
    text: `A run of ${item.key} was ended. ${reason}`.slice(0, limits.reasonLength),
    needed: `Raise the budget (budget.increase), rescope the work, or cancel it.${nobodyElse}`,
    budget: { ...whose, period, limits: allowed },
  });
}
