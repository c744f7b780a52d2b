import type { Actor } from './authority.ts';
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

/** Makes somebody else accountable for open work. Nothing else is asked of the contract: it is as clear as it was. */
export function handOn(item: WorkItem, owner: string, reason: string): WorkEvent[] | Refusal {
  if (!isOpen(item.state))
    return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
  return [{ type: 'item.revised', data: { patch: { owner }, revision: item.revision + 1, reason } }];
}

/** Writes an answered question into the contract. It may come late: then it is of no use to anybody and changes nothing. */
export const recordAnswer = (item: WorkItem, answer: Contract['answers'][number]): WorkEvent[] =>
  isOpen(item.state) ? [{ type: 'item.answered', data: { answer, revision: item.revision + 1 } }] : [];

/** What comes from others than the people who work here is no work of theirs until one of them has said so. */
export const needsTriage = ({ kind, role }: Pick<Actor, 'kind' | 'role'>) => kind !== 'human' || role === 'guest';

/** What is decided on a draft in the intake. A team or an owner that is not to change is the one that it has. */
export type Triage =
  | { as: 'accept'; team: string; owner: string; reason: string | null }
  | { as: 'duplicate'; of: { id: string; key: string }; reason: string | null }
  | { as: 'decline'; reason: string | null };

/** Decides on a draft in the intake: it becomes work, perhaps another team's, or it ends, as what is there already or is not wanted. */
export function triage(item: WorkItem, said: Triage): WorkEvent[] | Refusal {
  if (!item.intake) return refuse('already_triaged', { state: item.state });
  const { as, reason } = said;
  if (as === 'accept') return accept(item, said);
  if (as === 'decline' && !reason?.trim()) return refuse('reason_missing', { field: 'reason' });
  if (as === 'duplicate' && said.of.id === item.id)
    return refuse('unknown_reference', { field: 'duplicateOf', item: item.key, problem: 'is the item itself' });
  const duplicateOf = as === 'duplicate' ? said.of : null;
  const why = duplicateOf ? [`Duplicate of ${duplicateOf.key}.`, ...(reason ? [reason] : [])].join(' ') : reason;
  return [
    { type: 'item.triaged', data: { as, team: item.team, duplicateOf, reason } },
    { type: 'item.cancelled', data: { reason: why } },
  ];
}

function accept(item: WorkItem, { team, owner, reason }: Extract<Triage, { as: 'accept' }>): WorkEvent[] {
  const accepted: WorkEvent = { type: 'item.triaged', data: { as: 'accept', team, duplicateOf: null, reason } };
  if (owner === item.contract.owner) return [accepted];
  return [accepted, { type: 'item.revised', data: { patch: { owner }, revision: item.revision + 1, reason } }];
}

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

/**
 * Takes up finished work again: it counts as a defect that got away, so it says why. Where its owner has left meanwhile,
 * `successor` is accountable from now on.
 */
export function reopen(item: WorkItem, reason: string, successor: string | null = null): WorkEvent[] | Refusal {
  if (item.state !== 'done') return refuse('wrong_state', { state: item.state, expected: ['done'] });
  const reopened: WorkEvent = { type: 'item.reopened', data: { reason } };
  if (!successor) return [reopened];
  const patch = { owner: successor };
  return [reopened, { type: 'item.revised', data: { patch, revision: item.revision + 1, reason } }];
}
