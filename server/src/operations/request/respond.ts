import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { VERIFY } from '../../domain/policy/base-rules.ts';
import { type Kind, type Request, resolutions, respond, responses } from '../../domain/request.ts';
import { refuseStoppedAnswer } from '../../domain/stop.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import { mayWrite } from '../../store/stops.ts';
import type { CommandContext } from '../context.ts';
import { answerHeld, isHeldRequest } from '../answer-held.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { inputErrors } from '../input-errors.ts';
import { actOf, resolveException } from '../resolve-exception.ts';
import { id } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';
import { runClaim, showRunClaim } from '../resources/run.ts';
import { type RespondFacts, answerItem, loadRespondFacts, unblock } from '../respond-changes.ts';
import { workFacts } from '../item-facts.ts';
import { takeOver } from '../take-over.ts';
import { judge } from '../judge.ts';

const reason = z.string().trim().max(limits.reasonLength).optional();
const input = z.object({
  id,
  answer: z.string().max(limits.reasonLength).optional().describe('Question: the answer.'),
  choice: z.string().max(500).optional().describe('Decision: one of the options.'),
  accept: z.boolean().optional().describe('Handoff, proposal: yes or no.'),
  verdicts: z
    .array(z.object({ criterion: z.string().max(64), verdict: z.enum(['pass', 'fail']), reason: reason.nullable() }))
    .max(limits.criteria)
    .optional()
    .describe('Review: a verdict for each required criterion; a fail says why.'),
  resolution: z.enum(resolutions).optional().describe('Exception: what is done about it.'),
  assignee: z.string().max(200).optional().describe('Exception, with `reassign`: who shall do it.'),
  edits: z.unknown().optional().describe('Proposal: what to change before accepting.'),
  reason,
  dwell: z
    .int()
    .min(0)
    .max(limits.dwellMax)
    .optional()
    .describe('Seconds that you looked at it before answering: how much attention it took, and whether it was read.'),
});

/** What the answer is judged on, and the answer in the form of its kind. */
type Loaded = RespondFacts & { response: Record<string, unknown> };

export default command({
  name: 'request.respond',
  summary: 'Answer a request, in the way that its kind asks for.',
  http: 'POST /v1/requests/{id}/respond',
  locks: true,
  input,
  output: requestResource
    .extend({ claim: runClaim.nullable().describe('After accepting a handoff: your own run.') })
    .meta({ id: 'AnsweredRequest' }),
  needs: {
    action: 'request.respond',
    facts: ({ addressed, item }: Loaded) => ({ addressed, ...workFacts({ item }) }),
    acts: ({ request, response }: Loaded) => actsOf(request.kind, response),
  },
  refuses: [
    'not_found',
    'unknown_reference',
    'wrong_state',
    'reason_missing',
    'not_verifier',
    'verdict_missing',
    'not_active',
    'forbidden',
    'blocked',
    'waiting',
    'held_back',
    'too_early',
    'already_claimed',
    'not_ready',
    'not_your_team',
    'assigned_elsewhere',
    'lacks_skill',
    'over_wip',
    'not_approver',
    'world_moved',
  ],
  example: {
    input: { id: ids.request, answer: 'ECDSA' },
    output: {
      ...exampleRequest,
      state: 'answered',
      response: { answer: 'ECDSA' },
      responder: ids.ana,
      answeredAt: ids.at,
      claim: null,
    },
  },

  async load(context, said) {
    const facts = await loadRespondFacts(context, said.id, said.assignee);
    if (isRefusal(facts)) return facts;
    const response = parseResponse(facts.request.kind, said);
    return isRefusal(response) ? response : { ...facts, response };
  },

  async decide(context, loaded, { dwell = null }) {
    const { request, response, item } = loaded;
    if (isHeldRequest(request)) {
      const held = await answerHeld(context, { request, item, response, dwell });
      return isRefusal(held) ? held : { ...showRequest(held), claim: null };
    }
    const { actor, changes } = context;
    const events = refuseStoppedAnswer(actor, request.kind) ?? respond(request, actor.id, response, dwell);
    if (isRefusal(events)) return events;
    if (actor.kind === 'agent' && request.kind !== 'question') changes.also(mayWrite(actor.id).statement);
    const answered = changes.request(request, events, loaded.item);
    const after = effects[request.kind](context, loaded, answered);
    if (isRefusal(after)) return after;
    const claim = request.kind === 'handoff' && after?.run ? showRunClaim(after) : null;
    return { ...showRequest(answered), claim };
  },
});

/** What an answer amounts to, in the words of the policy's rules. */
function actsOf(kind: Kind, { accept, resolution }: Record<string, unknown>): string[] {
  if (kind === 'review') return [VERIFY];
  if (kind === 'handoff' && accept === true) return ['work.claim'];
  return kind === 'exception' ? [actOf(String(resolution))] : [];
}

type Effect = (context: CommandContext, facts: RespondFacts, answered: Request) => WorkItem | null | Refusal;

/** A request about nothing, or one that changes nothing but the count of what blocks its item. */
const onlyUnblock: Effect = ({ changes }, { item, request }) =>
  item && request.blocking ? changes.item(item, [], unblock(request)) : null;

/** What an answer to each kind does to the item. */
const effects: Record<Kind, Effect> = {
  question(context, { item }, answered) {
    if (item) answerItem(context, item, answered, String(answered.response?.['answer']));
    return item;
  },
  review: judge,
  handoff: (context, facts, answered) =>
    answered.state === 'declined' ? onlyUnblock(context, facts, answered) : takeOver(context, facts),
  exception: resolveException,
  decision: onlyUnblock,
  proposal: onlyUnblock,
};

/** The answer, in the form of its kind; fields of another kind are refused by name. */
function parseResponse(
  kind: Kind,
  { id: _, dwell: __, ...said }: z.output<typeof input>,
): Record<string, unknown> | Refusal {
  const parsed = responses[kind]
    .strict()
    .safeParse(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)));
  return parsed.success ? parsed.data : refuse('invalid_input', { errors: inputErrors(parsed.error), kind });
}
