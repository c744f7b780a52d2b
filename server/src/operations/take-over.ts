import { claim, start } from '../domain/execute-work.ts';
import { limits } from '../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { WorkEvent, WorkItem } from '../domain/work-item.ts';
import { executorOf } from '../store/people.ts';
import type { CommandContext } from './context.ts';
import { type RespondFacts, unblock } from './respond-changes.ts';

/** Accepts a handoff: whoever accepts becomes the executor, with a run and a fence of their own; the one before has ended. */
export function takeOver(
  { actor, changes, ids, now }: CommandContext,
  { item, request, claimFacts }: RespondFacts,
): WorkItem | Refusal {
  if (!item || !claimFacts) return refuse('wrong_state', { state: null, expected: ['ready', 'active'] });
  // Whoever offered their own run has lost it, and somebody else works on it: it is no longer theirs to hand over.
  if (request.run && item.run && item.run.id !== request.run)
    return refuse('wrong_state', { field: 'run', state: item.state, expected: ['active'] });
  const command = { run: ids.next(), executor: executorOf(actor), leaseMs: limits.leaseDefault * 1000 };
  const others = {
    ...claimFacts,
    blockingRequests: claimFacts.blockingRequests.filter((id) => id !== request.id),
    assigneeActive: false,
  };
  const events = item.run ? handOver(item, command, now) : claim(item, command, others, now);
  return isRefusal(events) ? events : changes.item(item, events, unblock(request));
}

function handOver(item: WorkItem, command: Parameters<typeof start>[1], now: number): WorkEvent[] {
  return [{ type: 'item.handed_over', data: { ...start(item, command, now), from: item.run?.executor ?? null } }];
}
