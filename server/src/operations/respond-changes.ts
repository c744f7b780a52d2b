import { recordAnswer } from '../domain/clarify.ts';
import type { ClaimFacts } from '../domain/execute-work.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Request } from '../domain/request.ts';
import { type ItemReference, type StoredItem, blockersOf, findItem } from '../store/items.ts';
import { type Participant, findParticipant } from '../store/people.ts';
import { type StoredRequest, findRequest, isAddressedTo } from '../store/requests.ts';
import { loadClaimFacts } from './claim-facts.ts';
import type { CommandContext } from './context.ts';
import { type Surroundings, loadSurroundings } from './ending-changes.ts';
import { gather } from './gather.ts';
import { type ItemWithPeople, loadItemWithPeople } from './item-facts.ts';
import { resolveAssignee } from './references.ts';
import { iso } from './resources/basics.ts';

/** A request with the item it is about, if any. */
export type LoadedRequest = { request: StoredRequest; item: StoredItem | null; addressed: boolean };

export async function loadRequest({ connection, actor }: CommandContext, id: string): Promise<LoadedRequest | Refusal> {
  const request = await findRequest(connection, id);
  if (!request) return refuse('not_found', { field: 'id', request: id });
  const item = request.item ? await findItem(connection, request.item) : null;
  return { request, item, addressed: isAddressedTo(request, actor) };
}

/** What ending a request takes off its item's count of blocking ones. */
export const unblock = ({ blocking }: Request) => ({ counters: { blockingRequests: blocking ? -1 : 0 } });

/** An answered question becomes part of the contract, so that nobody asks again; the run that waits for it is told. */
export function answerItem(
  { actor, changes, now }: CommandContext,
  item: StoredItem,
  request: Request,
  answer: string,
): void {
  const question = String(request.body['text'] ?? '');
  const events = recordAnswer(item, {
    request: request.id,
    question,
    answer,
    by: request.responder ?? actor.id,
    at: iso(now),
  });
  changes.item(item, events, unblock(request));
  if (item.run) changes.signal(item.run.id, 'answer', { request: request.id, question, answer });
}

/** Everything that an answer of any kind is judged on. */
export type RespondFacts = LoadedRequest & {
  surroundings: Surroundings | null;
  claimFacts: ClaimFacts | null;
  /** The kind of whoever did the work that is judged. */
  executorKind: Participant['kind'];
  executorActive: boolean;
  cancelledBlockers: ItemReference[];
  /** Whose word an exception's resolution needs. */
  people: ItemWithPeople | null;
  assignee: string | null;
};

export async function loadRespondFacts(
  context: CommandContext,
  id: string,
  assignee: string | undefined,
): Promise<RespondFacts | Refusal> {
  const { connection, actor } = context;
  const loaded = await loadRequest(context, id);
  if (isRefusal(loaded)) return loaded;
  const { item, request } = loaded;
  const closes = request.kind === 'review' || request.kind === 'exception';
  const found = await gather({
    surroundings: item && closes ? loadSurroundings(context, item.id) : null,
    claimFacts: item && request.kind === 'handoff' ? loadClaimFacts(connection, item, { actor, allowances: [] }) : null,
    executor: item?.delivery ? findParticipant(connection, item.delivery.executor) : null,
    people: item && request.kind === 'exception' ? loadItemWithPeople(connection, item.id) : null,
    blockers: item && request.kind === 'exception' ? blockersOf(connection, item.id) : [],
    assignee: resolveAssignee(connection, assignee, actor),
  });
  if (isRefusal(found)) return found;
  const { surroundings, claimFacts, executor, blockers, people } = found;
  const cancelledBlockers = blockers.filter(({ state }) => state === 'cancelled');
  return {
    ...loaded,
    surroundings,
    claimFacts,
    executorKind: executor?.kind ?? 'agent',
    executorActive: executor?.status === 'active' && !executor.stopped,
    cancelledBlockers,
    people,
    assignee: found.assignee,
  };
}
