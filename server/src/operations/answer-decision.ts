import { type DecisionBody, decisionBody } from '../domain/decision.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Request, RequestEvent } from '../domain/request.ts';
import type { StoredItem } from '../store/items.ts';
import { namesById } from '../store/names-by-id.ts';
import type { StoredRequest } from '../store/requests.ts';
import { mayWrite } from '../store/stops.ts';
import { choose } from './choose.ts';
import type { CommandContext } from './context.ts';
import { followDecision } from './follow-decision.ts';

export type Answer = { choice?: string; agree?: boolean; input?: string; reason?: string };
export type Said = { request: StoredRequest; item: StoredItem | null; answer: Answer; dwell: number | null };

/** Answers a decision in the part that somebody has in it: they agree or say why not, give input, or choose. */
export async function answerDecision(context: CommandContext, said: Said): Promise<Request | Refusal> {
  const { request, item } = said;
  const { actor, changes } = context;
  if (request.state !== 'open')
    return refuse('wrong_state', { state: request.state, expected: ['open'], responder: request.responder });
  const body = decisionBody.parse(request.body);
  const events = await eventsOf(context, said, body);
  if (isRefusal(events)) return events;
  if (actor.kind === 'agent') changes.also(mayWrite(actor.id).statement);
  const after = changes.request(request, events, item);
  if (after.state === 'answered') followDecision(context, item, after);
  return after;
}

async function eventsOf(context: CommandContext, said: Said, body: DecisionBody): Promise<RequestEvent[] | Refusal> {
  const { actor } = context;
  const { request, answer, dwell } = said;
  const told = (['choice', 'agree', 'input'] as const).filter((part) => answer[part] !== undefined);
  if (told.length !== 1)
    return refuse('invalid_input', {
      errors: [{ field: 'choice', problem: 'say one of them: what you choose, whether you agree, or your input' }],
    });
  const base = { id: request.id, by: actor.id, dwell };
  if (answer.agree !== undefined) {
    if (!body.roles.agree.includes(actor.id)) return notAsked(context, body.roles.agree);
    if (!answer.agree && !answer.reason) return refuse('reason_missing', { field: 'reason' });
    return [{ type: 'request.agreed', data: { ...base, agree: answer.agree, reason: answer.reason ?? null } }];
  }
  if (answer.input !== undefined)
    return body.roles.input.includes(actor.id)
      ? [{ type: 'request.advised', data: { ...base, input: answer.input } }]
      : notAsked(context, body.roles.input);
  return choose(context, said, body);
}

export const notAsked = async ({ connection }: CommandContext, allowed: readonly string[]) =>
  refuse('not_approver', { allowed: await namesById(connection, allowed) });
