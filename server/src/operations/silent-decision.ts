import { decisionBody, isKeptBack } from '../domain/decision.ts';
import { progressOf } from '../domain/decision-progress.ts';
import type { Addressee, RequestEvent } from '../domain/request.ts';
import { leadOver } from '../store/lead-over.ts';
import type { CommandContext } from './context.ts';
import { type LoadedRequest } from './respond-changes.ts';
import { revealed } from './choose.ts';
import { followDecision, handoffOf, knownOf } from './follow-decision.ts';

export const ON_SILENCE = 'on silence, as stated';

/** Whether a decision's deadline is over and it has not been dealt with yet. */
const isDue = ({ request }: LoadedRequest, now: number) =>
  request.kind === 'decision' && request.state === 'open' && request.due !== null && request.due <= now;

/** What silence means once the deadline is over: what was stated is chosen, or somebody above whoever is asked is asked too. */
export async function silence(
  context: CommandContext,
  loaded: LoadedRequest & { above: Addressee | null },
): Promise<void> {
  const { request, item, above } = loaded;
  if (!isDue(loaded, context.now)) return;
  const body = decisionBody.parse(request.body);
  const { onSilence, roles } = body;
  const progress = progressOf(request.response);
  const { id } = request;
  if (onSilence === 'keep_asking') {
    if (progress.escalated || !above) return;
    const reason = 'Nobody has decided by the deadline.';
    const event: RequestEvent = { type: 'request.escalated', data: { id, from: request.to, to: above, reason } };
    context.changes.request(request, [event], item);
    return;
  }
  const handoff = await handoffOf(context, body, null);
  const knowing = knownOf(item, progress);
  const response = { ...progress, choice: onSilence.choose, authority: ON_SILENCE, knowing, handoff };
  const shown = isKeptBack(body) ? await revealed(context, loaded) : {};
  const act = { actor: context.actor, act: 'request.expire', authority: ON_SILENCE, approval: null };
  await context.changes.within(act, async () => {
    const event: RequestEvent = {
      type: 'request.expired',
      data: { id, response: { ...response, decidedFor: roles.decide }, ...shown },
    };
    const expired = context.changes.request(request, [event], item);
    followDecision(context, item, expired);
  });
}

/** Who is asked beside whoever was asked first: the lead over them, else the admins. */
export async function aboveDecider(
  { connection }: CommandContext,
  { request, item }: LoadedRequest,
): Promise<Addressee | null> {
  if (request.kind !== 'decision') return null;
  if ('role' in request.to && request.to.role === 'admin') return null;
  const asked = 'participant' in request.to ? request.to.participant : null;
  const team = 'team' in request.to ? request.to.team : (item?.team ?? null);
  const lead = await leadOver(connection, { participant: asked, team });
  return lead === null ? { role: 'admin' } : { participant: lead };
}
