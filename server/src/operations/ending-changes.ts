import { cancel } from '../domain/clarify.ts';
import { type Refusal, isRefusal } from '../domain/refusals.ts';
import { type WorkEvent, type WorkItem, isOpen } from '../domain/work-item.ts';
import type { StoredItem } from '../store/items.ts';
import { requestsOfItem, type StoredRequest } from '../store/requests.ts';
import type { CommandContext } from './context.ts';
import { type Dependant, countChild, findDependants } from './graph-changes.ts';
import { raiseException, withdrawOpen } from './request-changes.ts';

/** What an item's end means for everybody around it. */
export type Surroundings = { dependants: Dependant[]; openRequests: StoredRequest[] };

export async function loadSurroundings({ connection, answering }: CommandContext, item: string): Promise<Surroundings> {
  const [dependants, openRequests] = await Promise.all([
    findDependants(connection, item),
    requestsOfItem(connection, item, { open: true }),
  ]);
  return { dependants, openRequests: openRequests.filter(({ id }) => id !== answering) };
}

export type Cancellation = { item: StoredItem; reason: string | null; answered?: StoredRequest | null };

export function cancelItem(
  context: CommandContext,
  { item, reason, answered = null }: Cancellation,
  surroundings: Surroundings,
): WorkItem | Refusal {
  const events = cancel(item, reason);
  return isRefusal(events) ? events : endItem(context, { item, events, answered }, surroundings);
}

type Ending = { item: StoredItem; events: readonly WorkEvent[]; answered?: StoredRequest | null };

/**
 * Ends an item that nobody shall do, by events that cancel it: its questions are taken back, its parent no longer waits for it, and the owner of everything that does
 * wait for it has to say what now, so that nobody waits for ever. `answered` is the request whose answer cancels it.
 */
export function endItem(
  { changes, ids }: CommandContext,
  { item, events, answered = null }: Ending,
  { dependants, openRequests }: Surroundings,
): WorkItem {
  const others = openRequests.filter(({ id }) => id !== answered?.id);
  const withdrawn = others.filter(({ blocking }) => blocking).length + (answered?.blocking ? 1 : 0);
  const after = changes.item(item, events, { counters: { blockingRequests: -withdrawn } });
  withdrawOpen(changes, after, others, 'The item was cancelled.');
  countChild(changes, item.parent, -1);
  for (const dependant of dependants.filter(({ state }) => isOpen(state as WorkItem['state']))) {
    raiseException(
      changes,
      ids.next(),
      dependant,
      { participant: dependant.owner },
      cancelledBlocker(after, dependant),
    );
    changes.move(dependant.id, { blockingRequests: 1 });
  }
  return after;
}

const cancelledBlocker = (blocker: WorkItem, dependant: Dependant) => ({
  class: 'blocked' as const,
  severity: 'high' as const,
  blocking: true,
  text: `${dependant.key} waits for ${blocker.key}, which was cancelled.`,
  needed: 'Waive the dependency, rescope the work, or cancel it.',
});
