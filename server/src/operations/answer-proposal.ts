import { z } from 'zod';
import { refuseAway } from '../domain/authority.ts';
import type { Open } from '../domain/policy/approvers.ts';
import { type Chosen, type Expected, edit, movedSince, sameSelection, step } from '../domain/proposal.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { type Addressee, type Request, respond } from '../domain/request.ts';
import { type SealedStep, unsealSteps } from '../domain/sealed-steps.ts';
import { aside, writeNow } from '../store/aside.ts';
import type { Connection } from '../store/database.ts';
import { namedItems } from '../store/named-items.ts';
import { findSealedSteps } from '../store/requests.ts';
import type { Bearer } from '../store/people.ts';
import { mayWrite } from '../store/stops.ts';
import { type Said, decline, readAlone, tellRun } from './answer-held.ts';
import type { CommandContext } from './context.ts';
import { findRequester, worldMoved } from './load-held-act.ts';
import { chosenBy, proposable } from './read-steps.ts';
import { unblock } from './respond-changes.ts';
import { type Acceptance, refusedStep, tryStep } from './try-step.ts';

const proposalBody = z.object({ operations: z.array(step), expects: z.array(z.custom<Expected>()) });
const acceptance = z.object({
  accept: z.literal(true),
  reason: z.string().optional(),
  steps: z.array(z.int()).optional(),
  edits: z.array(edit).optional(),
});
/** What those who have accepted so far accepted. */
const soFar = acceptance.partial().extend({ approvals: z.array(z.string()).default([]) });

/** What was done, for whoever accepted. */
export type Applied = { step: number; operation: string; id: string | null; key: string | null };
export type Answered = { request: Request; applied: Applied[] };

/** Whether a request proposes many operations, rather than being one act that waits for approval. */
export const isProposal = ({ kind, body }: Request) => kind === 'proposal' && body['held'] !== true;

/**
 * Answers a proposal. What is accepted of it happens here and now, in order, in this transaction: all of it or nothing. Where
 * rules ask for more approvals than have been given, nothing happens yet and the next one is asked.
 */
export async function answerProposal(context: CommandContext, said: Said): Promise<Answered | Refusal> {
  const asked = await readAlone(context, said);
  if (asked.request.state !== 'open' || asked.response['accept'] !== true) return declined(context, asked);
  if (asked.request.from === context.actor.id) return refuse('not_approver', { allowed: [] });
  const response = acceptance.parse(asked.response);
  const ready = await readProposal(context, asked.request, response);
  if (isRefusal(ready)) return ready;
  const given = givenBefore(asked.request, response, context.actor.id);
  const events = respond(asked.request, context.actor.id, { ...response, approvals: given }, said.dwell);
  if (isRefusal(events)) return events;
  const outcome = await aside(context.connection, async () => {
    const answered = context.changes.request(asked.request, events, asked.item);
    const result = await applySteps(context, { ...ready, asked, given });
    return {
      result: isRefusal(result) ? result : { ...result, answered },
      keep: !isRefusal(result) && result.open.length === 0,
    };
  });
  if (isRefusal(outcome)) return outcome;
  if (outcome.open.length > 0) return passOn(context, asked, { open: outcome.open, response, given });
  tellRun(context, asked, { accepted: true, steps: ready.chosen.map(({ number }) => number) });
  return { request: outcome.answered, applied: outcome.applied };
}

function declined(context: CommandContext, asked: Said): Answered | Refusal {
  const { item, request } = asked;
  const answered = decline(context, asked);
  if (isRefusal(answered)) return answered;
  if (item && request.blocking) context.changes.item(item, [], unblock(request));
  return { request: answered, applied: [] };
}

export type Ready = { chosen: Chosen[]; requester: Bearer };

/** What is to happen and in whose name; refused where the world is another than it was when the proposal was made. */
export async function readProposal(
  context: CommandContext,
  request: Request,
  selection: Pick<z.output<typeof acceptance>, 'steps' | 'edits'>,
): Promise<Ready | Refusal> {
  const { operations, expects } = proposalBody.parse(request.body);
  const chosen = await chosenBy(operations, selection);
  if (isRefusal(chosen)) return chosen;
  const requester = await findRequester(context, request.from);
  if (isRefusal(requester)) return worldMoved({ refusal: requester });
  const away = refuseAway(requester);
  if (away) return worldMoved({ refusal: away });
  const moved = await whatMoved(context.connection, expects, chosen);
  if (moved.length > 0) return worldMoved({ moved });
  const sealed = await findSealedSteps(context.connection, request.id);
  return { requester, chosen: chosen.map((one) => meant(one, sealed)) };
}

/** A step with what it keeps back, which goes by its number in the whole proposal. */
const meant = (one: Chosen, sealed: readonly SealedStep[]): Chosen => {
  const own = sealed
    .filter(({ at }) => at[0] === one.number - 1)
    .map((each) => ({ ...each, at: [0, ...each.at.slice(1)] }));
  return unsealSteps([one], own)[0] ?? one;
};

export async function whatMoved(connection: Connection, expects: readonly Expected[], chosen: readonly Chosen[]) {
  const found = await namedItems(connection, [...new Set(expects.map(({ item }) => item))]);
  return movedSince(expects, found, chosen);
}

/** Those who have accepted the very same; whoever accepts something else begins anew. */
function givenBefore({ response }: Request, selection: z.output<typeof acceptance>, actor: string): string[] {
  const before = soFar.safeParse(response ?? {});
  const same = before.success && sameSelection(before.data, selection) ? before.data.approvals : [];
  return [...new Set([...same, actor])];
}

type Apply = Ready & { asked: Said; given: string[] };
type Result = { applied: Applied[]; open: Open[] };

async function applySteps(
  context: CommandContext,
  { asked, chosen, requester, given }: Apply,
): Promise<Result | Refusal> {
  const { changes, connection } = context;
  const { request, item } = asked;
  if (item && request.blocking) changes.item(item, [], unblock(request));
  for (const { id, kind } of [requester, context.actor]) if (kind === 'agent') changes.also(mayWrite(id).statement);
  await writeNow(connection, changes.take());
  const operations = await proposable();
  const shared: Acceptance = { request: request.id, requester, given, operations, answers: new Map() };
  const open: Open[] = [];
  for (const one of chosen) {
    const done = await tryStep(context, one, shared);
    if (isRefusal(done)) return refusedStep(one, done);
    open.push(...done.open);
  }
  return { open, applied: chosen.map((one) => appliedBy(one, shared.answers.get(one.number))) };
}

/** What a step made or changed, where its answer names it. */
function appliedBy({ number, operation }: Chosen, answer: unknown): Applied {
  const said = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return { step: number, operation, id: textOf(said['id']), key: textOf(said['key']) };
}

type Partly = { open: Open[]; response: z.output<typeof acceptance>; given: string[] };

/** Keeps the approval and asks whoever must approve next; what was tried is undone already. */
function passOn(
  context: CommandContext,
  { request, item, dwell }: Said,
  { open, response, given }: Partly,
): Answered | Refusal {
  const { changes, actor } = context;
  changes.take('begin anew');
  const next = open.flatMap(({ approvers }) => approvers).find((id) => id !== actor.id);
  if (next === undefined) return refuse('not_approver', { allowed: [], rules: open.map(({ rule }) => rule) });
  const to: Addressee = { participant: next };
  const { reason: _, ...accepted } = response;
  const data = { id: request.id, by: actor.id, approvals: given, to, dwell, accepted };
  return { request: changes.request(request, [{ type: 'request.approved', data }], item), applied: [] };
}
