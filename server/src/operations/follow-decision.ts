import { recordAnswer } from '../domain/clarify.ts';
import { type DecisionBody, decisionBody, optionBy, textOfChoice } from '../domain/decision.ts';
import { type Knowing, type Progress, progressOf } from '../domain/decision-progress.ts';
import type { Request } from '../domain/request.ts';
import type { StoredItem } from '../store/items.ts';
import { findParticipant } from '../store/people.ts';
import type { CommandContext } from './context.ts';
import { iso } from './resources/basics.ts';
import { unblock } from './respond-changes.ts';

/** What could be known at this moment: the contract's revision, the answers in it, and the evidence. */
export const knownOf = (item: StoredItem | null, { agreements, inputs }: Progress): Knowing => ({
  revision: item?.revision ?? null,
  answers: item?.contract.answers.map(({ request }) => request) ?? [],
  evidence: item?.delivery?.evidence.map(({ criterion, artifact, name }) => ({ criterion, artifact, name })) ?? [],
  agreements: agreements.length,
  inputs: inputs.length,
});

/** The id of the handoff that asks whoever performs; none where nobody does, or they know since they decided it themselves. */
export async function handoffOf(
  { connection, ids }: CommandContext,
  { roles: { perform } }: DecisionBody,
  decidedBy: string | null,
): Promise<string | null> {
  if (perform === null || perform === decidedBy) return null;
  return (await findParticipant(connection, perform))?.status === 'active' ? ids.next() : null;
}

/** What follows from a decision: it is written into the contract, and whoever performs is asked to carry it out. */
export function followDecision(context: CommandContext, item: StoredItem | null, request: Request): void {
  const body = decisionBody.parse(request.body);
  if (item) writeDecision(context, { item, request, body });
  askToPerform(context, { item, request, body });
}

type Decided = { request: Request; body: DecisionBody };

/** A decision becomes part of the contract, like an answer; the run that waits for it is told. */
function writeDecision(
  { changes, actor, now }: CommandContext,
  { item, request, body }: Decided & { item: StoredItem },
) {
  const { choice, reason } = progressOf(request.response);
  const text = textOfChoice(body, choice ?? '');
  const answer = reason ? `${text} — ${reason}` : text;
  const by = request.responder ?? actor.id;
  changes.item(
    item,
    recordAnswer(item, { request: request.id, question: body.text, answer, by, at: iso(now) }),
    unblock(request),
  );
  if (item.run) changes.signal(item.run.id, 'decision', { request: request.id, question: body.text, choice, answer });
}

/** A handoff of what was decided: accepted, or declined with a reason. It moves no work. */
function askToPerform({ changes }: CommandContext, { item, request, body }: Decided & { item: StoredItem | null }) {
  const { handoff, choice } = progressOf(request.response);
  if (handoff === null || body.roles.perform === null) return;
  const chosen = optionBy(body.options, choice ?? '');
  const data = {
    id: handoff,
    kind: 'handoff' as const,
    from: request.responder,
    to: { participant: body.roles.perform },
    item: item?.id ?? null,
    run: null,
    blocking: false,
    due: null,
    ladder: null,
    body: {
      text: `Carry out what was decided. ${body.text} ${chosen?.text ?? ''}`,
      ...(chosen?.consequences && { expected: chosen.consequences }),
      artifacts: [],
      decision: request.id,
    },
  };
  changes.request(null, [{ type: 'request.opened', data }], item);
}

/** Whoever works on what was decided about hears whether somebody carries it out, or why not. */
export function tellPerformance({ changes }: CommandContext, item: StoredItem | null, handoff: Request): void {
  if (!item?.run) return;
  const { state, responder: by, body, response } = handoff;
  const performance = { state, by, reason: response?.['reason'] ?? null, handoff: handoff.id };
  changes.signal(item.run.id, 'decision', { request: body['decision'], performance });
}
