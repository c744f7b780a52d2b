import { type Action, authorise } from '../domain/authority.ts';
import { withdraw } from '../domain/clarify.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Request } from '../domain/request.ts';
import type { WorkEvent, WorkItem } from '../domain/work-item.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';
import { cancelItem } from './ending-changes.ts';
import { itemFacts } from './item-facts.ts';
import { type RespondFacts, unblock } from './respond-changes.ts';

/** What a resolution does to the item is judged like that act itself: being asked gives nobody a right that they lack. */
const acts: Record<string, Action> = { cancel: 'item.cancel', rescope: 'item.withdraw', waive: 'item.depend' };

/** Does to the item what the resolution of an exception says. */
export function resolveException(
  context: CommandContext,
  facts: RespondFacts,
  answered: Request,
): WorkItem | null | Refusal {
  const { item, request, surroundings } = facts;
  if (!item) return null;
  const { resolution, reason = null } = answered.response as { resolution: string; reason?: string };
  const allowed = facts.people
    ? authorise(context.actor, acts[resolution] ?? 'item.assign', itemFacts(facts.people))
    : null;
  if (resolution === 'cancel' && surroundings)
    return isRefusal(allowed) ? allowed : cancelItem(context, { item, reason, answered: request }, surroundings);

  const events = eventsOf(item, resolution, reason, facts.assignee);
  if (isRefusal(events)) return events;
  if (isRefusal(allowed) && (events.length > 0 || (resolution === 'waive' && facts.cancelledBlockers.length > 0)))
    return allowed;
  const waived = resolution === 'waive' ? waive(context, facts) : 0;
  const counters = { blockingRequests: request.blocking ? -1 : 0, openBlockers: -waived };
  return events.length > 0 || request.blocking || waived > 0
    ? context.changes.item(item, events, { ...unblock(request), counters })
    : item;
}

function eventsOf(
  item: WorkItem,
  resolution: string,
  reason: string | null,
  assignee: string | null,
): WorkEvent[] | Refusal {
  const again: WorkEvent[] = item.attempts > 0 || item.failedBy.length > 0 ? [{ type: 'item.retried', data: {} }] : [];
  switch (resolution) {
    case 'reassign':
      if (!assignee)
        return refuse('invalid_input', { errors: [{ field: 'assignee', problem: 'is needed: who shall do it?' }] });
      return [...again, { type: 'item.assigned', data: { assignee } }];
    case 'rescope': {
      const back = item.state === 'ready' ? withdraw(item, reason) : [];
      return isRefusal(back) ? back : [...again, ...back];
    }
    default:
      return again;
  }
}

/** Lets the item go on without the blockers that were cancelled; gives how many. */
function waive(
  { changes, connection: { workspace } }: CommandContext,
  { item, cancelledBlockers }: RespondFacts,
): number {
  for (const blocker of cancelledBlockers) {
    changes.fact(
      { type: 'dependency.removed', data: { blocker: blocker.id, blockerKey: blocker.key, waived: true } },
      { item },
      sql`delete from dependencies where workspace = ${workspace} and item = ${item?.id} and blocker = ${blocker.id} returning 1`,
    );
  }
  return cancelledBlockers.length;
}
