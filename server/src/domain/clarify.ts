import { type Contract, type ContractPatch, readiness, revise as reviseContract } from './contract.ts';
import { type Refusal, refuse } from './refusals.ts';
import { type Created, type WorkEvent, type WorkItem, isOpen } from './work-item.ts';

/** Clarifying: the contract is written, revised and, once it is clear enough, committed. */

export const create = (data: Created): WorkEvent[] => [{ type: 'item.created', data }];

/**
 * Changes the contract. Work that was handed out stays clear: an edit may not take away what made it ready. Work that has
 * ended keeps the contract under which it was judged.
 */
export function revise(
  item: WorkItem,
  { patch, reason }: { patch: ContractPatch; reason: string | null },
): WorkEvent[] | Refusal {
  if (!isOpen(item.state))
    return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
  const { missing } = readiness(reviseContract(item.contract, patch));
  if (item.state !== 'draft' && missing.length > 0) return refuse('not_ready', { missing });
  return [{ type: 'item.revised', data: { patch, revision: item.revision + 1, reason } }];
}

/** Writes an answered question into the contract. It may come late: then it is of no use to anybody and changes nothing. */
export const recordAnswer = (item: WorkItem, answer: Contract['answers'][number]): WorkEvent[] =>
  isOpen(item.state) ? [{ type: 'item.answered', data: { answer, revision: item.revision + 1 } }] : [];

/** Says that the work is clear enough to hand out; refused with every part that is missing, so that one reading mends all. */
export function commit(item: WorkItem): WorkEvent[] | Refusal {
  if (item.state !== 'draft') return refuse('wrong_state', { state: item.state, expected: ['draft'] });
  const { missing } = readiness(item.contract);
  if (missing.length > 0) return refuse('not_ready', { missing });
  return [{ type: 'item.committed', data: {} }];
}

/** Takes ready work back to be clarified. */
export function withdraw(item: WorkItem, reason: string | null): WorkEvent[] | Refusal {
  if (item.state !== 'ready') return refuse('wrong_state', { state: item.state, expected: ['ready'] });
  return [{ type: 'item.withdrawn', data: { reason } }];
}

/** Names who shall do the work; null leaves it to anybody able. Whoever holds it now keeps it: use a handoff for that. */
export function assign(item: WorkItem, assignee: string | null): WorkEvent[] | Refusal {
  if (!isOpen(item.state))
    return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
  return item.assignee === assignee ? [] : [{ type: 'item.assigned', data: { assignee } }];
}

/** Files the item under another one, or under none. `ancestors` are the new parent's, from itself up. */
export function move(item: WorkItem, parent: string | null, ancestors: readonly string[]): WorkEvent[] | Refusal {
  if (ancestors.includes(item.id)) return refuse('cycle', { path: [item.id, ...ancestors], field: 'parent' });
  return item.parent === parent ? [] : [{ type: 'item.moved', data: { parent } }];
}

/** Ends work that is no longer wanted. Whoever holds it learns so from the fence; dependants are told by the caller. */
export function cancel(item: WorkItem, reason: string | null): WorkEvent[] | Refusal {
  if (!isOpen(item.state))
    return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
  return [{ type: 'item.cancelled', data: { reason } }];
}

/** Takes up finished work again: it counts as a defect that got away, so it says why. */
export function reopen(item: WorkItem, reason: string): WorkEvent[] | Refusal {
  if (item.state !== 'done') return refuse('wrong_state', { state: item.state, expected: ['done'] });
  return [{ type: 'item.reopened', data: { reason } }];
}
