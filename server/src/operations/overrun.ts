import { spanOf } from '../domain/budget/period.ts';
import type { Tally } from '../domain/budget/tally.ts';
import { limits } from '../domain/limits.ts';
import type { WorkItem } from '../domain/work-item.ts';
import { isOverrunOpen } from '../store/requests.ts';
import type { CommandContext } from './context.ts';
import { raiseException } from './request-changes.ts';

/**
 * Tells whoever answers for a budget that it ended a run: the owner of the item, the sponsor of the agent, the lead of the team.
 * A budget for a period ends many runs at once, and that is one thing to decide: it is said once, until it was answered.
 */
export async function raiseOverrun(
  { changes, connection, ids, now }: CommandContext,
  item: WorkItem,
  { whose, answerable, reason, limits: allowed, period }: NonNullable<Tally['over']>,
): Promise<void> {
  const starts = period && new Date(spanOf(period, now).starts).toISOString();
  if (whose.id && starts && (await isOverrunOpen(connection, { budget: whose.id, starts }))) return;
  const nobodyElse = whose.of === 'item' ? ' Nobody claims it again until then.' : '';
  raiseException(changes, ids.next(), item, answerable === null ? { role: 'admin' } : { participant: answerable }, {
    class: 'overrun',
    severity: 'high',
    text: `A run of ${item.key} was ended. ${reason}`.slice(0, limits.reasonLength),
    needed: `Raise the budget (budget.increase), rescope the work, or cancel it.${nobodyElse}`,
    budget: { ...whose, period, starts, limits: allowed },
  });
}
