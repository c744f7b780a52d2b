import { stillNeeded } from '../domain/policy/approvers.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { type Request, respond } from '../domain/request.ts';
import { type StoredItem, findItem } from '../store/items.ts';
import { lockHeld } from '../store/policies.ts';
import { type StoredRequest, findRequest } from '../store/requests.ts';
import { mayWrite } from '../store/stops.ts';
import type { Approval } from './record-facts.ts';
import type { CommandContext } from './context.ts';
import { type HeldAct, loadHeldAct, worldMoved } from './load-held-act.ts';
import { loadStanding } from './standing.ts';

/** An answer to a proposal, and what it is about. */
export type Said = {
  request: StoredRequest;
  item: StoredItem | null;
  response: Record<string, unknown>;
  dwell: number | null;
};

/** Whether a request is an act that waits for approval. */
export const isHeldRequest = ({ kind, body }: Request) => kind === 'proposal' && body['held'] === true;

/**
 * Answers an act that waits for approval. The last approval that it needs lets it happen here and now, in the name of whoever
 * asked and on the authority of those who approved; if the world has moved, the approver is told and nothing happens.
 */
export async function answerHeld(context: CommandContext, said: Said): Promise<Request | Refusal> {
  const asked = await readAlone(context, said);
  const { request, item, response, dwell } = asked;
  if (request.state !== 'open' || response['accept'] !== true) return decline(context, asked);
  const partly = ['edits', 'steps'].find((field) => response[field] !== undefined);
  if (partly)
    return refuse('invalid_input', {
      errors: [{ field: partly, problem: 'an act is approved as it is, or declined' }],
    });
  if (request.from === context.actor.id) return notYours([]);
  const act = await loadHeldAct(context, { request, item });
  if (isRefusal(act)) return act;
  const approved = await approve(context, act, request);
  if (isRefusal(approved)) return approved;
  if (approved.next) {
    const data = { id: request.id, by: context.actor.id, approvals: approved.given, to: approved.next, dwell };
    return context.changes.request(request, [{ type: 'request.approved', data }], item);
  }
  const events = respond(request, context.actor.id, { ...response, approvals: approved.given }, dwell);
  if (isRefusal(events)) return events;
  const answered = context.changes.request(request, events, item);
  const refusal = await perform(context, act, { request: request.id, by: approved.given });
  if (refusal) return worldMoved({ refusal });
  tellRun(context, asked, { accepted: true });
  return answered;
}

/** Reads both again once nobody else is answering: of two who approve at once, the second finds it answered. */
export async function readAlone({ connection }: CommandContext, said: Said): Promise<Said> {
  await lockHeld(connection, said.request.id);
  const request = (await findRequest(connection, said.request.id)) ?? said.request;
  return { ...said, request, item: request.item ? await findItem(connection, request.item) : null };
}

export function decline(context: CommandContext, asked: Said): Request | Refusal {
  const { request, item, response, dwell } = asked;
  const events = respond(request, context.actor.id, response, dwell);
  if (isRefusal(events)) return events;
  tellRun(context, asked, { accepted: false, reason: response['reason'] ?? null });
  return context.changes.request(request, events, item);
}

/** Whoever asked hears it with the next heartbeat, where they still work on it. */
export function tellRun({ changes }: CommandContext, { request, item }: Said, said: object): void {
  if (item?.run && item.run.executor === request.from)
    changes.signal(item.run.id, 'decision', { request: request.id, ...said });
}

type Approved = { given: string[]; next: { participant: string } | null };

/** Counts the approval, if it is one: who may approve is judged by the rules as they are now. */
async function approve(
  { actor, connection }: CommandContext,
  { needs, work, requester, usual }: HeldAct,
  { response }: StoredRequest,
): Promise<Approved | Refusal> {
  const { standing, concerned, nameOf } = await loadStanding(connection, { work, needs, requester });
  const may = new Set(stillNeeded(needs, standing, { concerned, given: [] }).flatMap(({ approvers }) => approvers));
  // Where the rules ask for nobody any longer, it is still for those who were asked.
  if (needs.length === 0) for (const id of usual) if (id !== concerned.executor) may.add(id);
  if (!may.has(actor.id)) return notYours([...may].map(nameOf));
  const earlier = Array.isArray(response?.['approvals']) ? response['approvals'].map(String) : [];
  const given = [...new Set([...earlier, actor.id])];
  const [open] = stillNeeded(needs, standing, { concerned, given });
  const next = open?.approvers[0];
  if (open && next === undefined) return notYours([]);
  return { given, next: next === undefined ? null : { participant: next } };
}

const notYours = (allowed: string[]) => refuse('not_approver', { allowed });

/** Lets the act happen as its requester, beside the answer: both are written, or neither. */
async function perform({ changes }: CommandContext, act: HeldAct, approval: Approval): Promise<Refusal | null> {
  const { operation, context, loaded, input, rules, requester } = act;
  if (requester.kind === 'agent') changes.also(mayWrite(requester.id).statement);
  const held = { actor: requester, act: operation.name, authority: `approved: ${rules.join(', ')}`, approval };
  const done = await changes.within(held, async () => operation.decide?.(context, loaded as never, input as never));
  return isRefusal(done) ? done : null;
}
