import { type DecisionBody, isKeptBack, optionBy } from '../domain/decision.ts';
import { progressOf, put, stillToAgree } from '../domain/decision-progress.ts';
import { awaitedOf, isCarried } from '../domain/policy/decider.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { RequestEvent } from '../domain/request.ts';
import { namesById } from '../store/names-by-id.ts';
import { findParticipant } from '../store/people.ts';
import { findSealed } from '../store/requests.ts';
import { type Said, notAsked } from './answer-decision.ts';
import type { CommandContext } from './context.ts';
import { knownOf, handoffOf } from './follow-decision.ts';
import { iso } from './resources/basics.ts';
import { type Authorised, whoDecides } from './who-decides.ts';

/**
 * The choice. Where the recommendation is kept back, the first one is a judgement, and the second one counts. Where rules want
 * several to choose the same, each choice is kept, and it counts once enough have; until then they are asked on.
 */
export async function choose(
  context: CommandContext,
  said: Said,
  body: DecisionBody,
): Promise<RequestEvent[] | Refusal> {
  const { actor, connection, now } = context;
  const { request, answer, dwell } = said;
  const progress = progressOf(request.response);
  const chosen = optionBy(body.options, answer.choice ?? '');
  if (!chosen) return refuse('unknown_reference', { field: 'choice', options: body.options.map(({ id }) => id) });
  const right = await refuseDecider(context, said, body);
  if (isRefusal(right)) return right;
  const mine = { by: actor.id, choice: chosen.id, reason: answer.reason ?? null, at: iso(now) };
  const base = { id: request.id, by: actor.id, choice: mine.choice, reason: mine.reason, dwell };
  if (isKeptBack(body) && isCarried(right.wanted, [mine], mine.choice))
    return [{ type: 'request.judged', data: { ...base, ...(await revealed(context, said)) } }];
  const waiting = stillToAgree(body, progress);
  if (waiting.length > 0 && (request.due === null || request.due > now))
    return refuse('agreement_pending', { waiting: await namesById(connection, waiting) });
  const choices = put(progress.choices, mine);
  if (isCarried(right.wanted, choices, mine.choice)) return decide(context, said, { body, right, mine, choices });
  const awaiting = awaitedOf(right.may, choices);
  const isStuck = awaiting.includes(actor.id);
  const goesOn = 'participant' in request.to && awaiting.includes(request.to.participant);
  const to = goesOn ? request.to : { participant: awaiting[0] ?? actor.id };
  const shown = isStuck && isKeptBack(body) ? await revealed(context, said) : {};
  return [{ type: 'request.voted', data: { ...base, awaiting, to, ...shown } }];
}

type Choices = ReturnType<typeof progressOf>['choices'];
type Deciding = { body: DecisionBody; right: Authorised; mine: Choices[number]; choices: Choices };

/** It counts: kept with the right by which it was made and with what was known. */
async function decide(
  context: CommandContext,
  said: Said,
  { body, right, mine, choices }: Deciding,
): Promise<RequestEvent[]> {
  const { actor, changes } = context;
  const { request, item, dwell } = said;
  const progress = progressOf(request.response);
  const authority = right.by === 'rules' ? `rules: ${right.rules.join(', ')}` : (changes.authority()?.rule ?? '');
  const response = {
    ...progress,
    choices: right.wanted.length > 0 && choices.length > 1 ? choices : [],
    choice: mine.choice,
    reason: mine.reason,
    authority,
    knowing: knownOf(item, progress),
    handoff: await handoffOf(context, body, actor.id),
  };
  const shown = isKeptBack(body) ? await revealed(context, said) : {};
  return [{ type: 'request.answered', data: { id: request.id, response, responder: actor.id, dwell, ...shown } }];
}

/** What the fact tells that ends the keeping back. */
export async function revealed({ connection }: CommandContext, { request }: Pick<Said, 'request'>) {
  const sealed = await findSealed(connection, request.id);
  return sealed === null ? {} : { revealed: sealed };
}

/** Only people decide, and only those whose decision it is by the rules as they are now. */
async function refuseDecider(context: CommandContext, { request, item }: Said, body: DecisionBody) {
  const { actor, connection } = context;
  if (actor.kind !== 'human') return refuse('not_approver', { allowed: ['people'] });
  const others = [...body.roles.agree, ...body.roles.input];
  const isOnlyAsked = others.includes(actor.id) && actor.role !== 'admin';
  if (isOnlyAsked) return notAsked(context, body.roles.decide === null ? [] : [body.roles.decide]);
  const asker = request.from === null ? null : await findParticipant(connection, request.from);
  const { decisionKind, amount } = body;
  const requester = asker ?? actor;
  const found = await whoDecides(context, { item, requester, decisionKind, amount, named: body.roles.decide });
  if (isRefusal(found)) return found;
  return found.by === 'rules' && !found.may.includes(actor.id)
    ? refuse('not_approver', { allowed: found.may.map(found.nameOf), rules: found.rules })
    : found;
}
