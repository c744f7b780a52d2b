import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { actsOfAnswer } from '../../domain/policy/acts-of-answer.ts';
import { edit } from '../../domain/proposal.ts';
import { type Kind, type Request, carriesOutDecision, resolutions, respond, responses } from '../../domain/request.ts';
import { refuseStoppedAnswer } from '../../domain/stop.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import { mayWrite } from '../../store/stops.ts';
import type { CommandContext } from '../context.ts';
import { answerDecision } from '../answer-decision.ts';
import { answerHeld, isHeldRequest } from '../answer-held.ts';
import { type Applied, answerProposal, isProposal } from '../answer-proposal.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { inputErrors } from '../input-errors.ts';
import { resolveException } from '../resolve-exception.ts';
import { id } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';
import { runClaim, showRunClaim } from '../resources/run.ts';
import { type RespondFacts, answerItem, loadRespondFacts, unblock } from '../respond-changes.ts';
import { workFacts } from '../item-facts.ts';
import { tellPerformance } from '../follow-decision.ts';
import { takeOver } from '../take-over.ts';
import { judge } from '../judge.ts';

const reason = z.string().trim().max(limits.reasonLength).optional();
const input = z.object({
  id,
  answer: z.string().max(limits.reasonLength).optional().describe('Question: the answer.'),
  choice: z
    .string()
    .max(500)
    .optional()
    .describe(
      'Decision: one of the options, by its id or text. Where the recommendation is kept back, the first one shows it; where rules want several to choose the same, it counts once enough have.',
    ),
  agree: z.boolean().optional().describe('Decision, where you must agree: yes, or no with a reason.'),
  input: z.string().min(1).max(limits.reasonLength).optional().describe('Decision, where your input is asked for.'),
  accept: z.boolean().optional().describe('Handoff, proposal: yes or no.'),
  verdicts: z
    .array(z.object({ criterion: z.string().max(64), verdict: z.enum(['pass', 'fail']), reason: reason.nullable() }))
    .max(limits.criteria)
    .optional()
    .describe('Review: a verdict for each required criterion; a fail says why.'),
  resolution: z.enum(resolutions).optional().describe('Exception: what is done about it.'),
  assignee: z.string().max(200).optional().describe('Exception, with `reassign`: who shall do it.'),
  steps: z
    .array(z.int().min(1).max(limits.steps))
    .max(limits.steps)
    .optional()
    .describe('Proposal: accept only these steps, by number from 1; what they refer to must be among them.'),
  edits: z
    .array(edit)
    .max(limits.steps)
    .optional()
    .describe('Proposal: steps that shall be done otherwise, each with its whole input as it shall be.'),
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
    .extend({
      claim: runClaim.nullable().describe('After accepting a handoff: your own run.'),
      applied: z
        .array(
          z.object({ step: z.int(), operation: z.string(), id: z.string().nullable(), key: z.string().nullable() }),
        )
        .describe('After accepting a proposal: what was done.'),
    })
    .meta({ id: 'AnsweredRequest' }),
  needs: {
    action: 'request.respond',
    facts: ({ addressed, item }: Loaded) => ({ addressed, ...workFacts({ item }) }),
    acts: ({ request, response }: Loaded) => (carriesOutDecision(request) ? [] : actsOfAnswer(request.kind, response)),
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
    'step_refused',
    'agreement_pending',
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
      applied: [],
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
      return isRefusal(held) ? held : show(held);
    }
    if (isProposal(request)) {
      const done = await answerProposal(context, { request, item, response, dwell });
      return isRefusal(done) ? done : show(done.request, done.applied);
    }
    const { actor, changes } = context;
    if (request.kind === 'decision') {
      const decided =
        refuseStoppedAnswer(actor, 'decision') ??
        (await answerDecision(context, { request, item, answer: response, dwell }));
      return isRefusal(decided) ? decided : show(decided);
    }
    const events = refuseStoppedAnswer(actor, request.kind) ?? respond(request, actor.id, response, dwell);
    if (isRefusal(events)) return events;
    if (actor.kind === 'agent' && request.kind !== 'question') changes.also(mayWrite(actor.id).statement);
    const answered = changes.request(request, events, loaded.item);
    const after = effects[request.kind](context, loaded, answered);
    if (isRefusal(after)) return after;
    const claim = request.kind === 'handoff' && after?.run ? showRunClaim(after) : null;
    return { ...show(answered), claim };
  },
});

const show = (request: Request, applied: Applied[] = []) => ({ ...showRequest(request), claim: null, applied });

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
  handoff(context, facts, answered) {
    if (carriesOutDecision(answered)) tellPerformance(context, facts.item, answered);
    else if (answered.state !== 'declined') return takeOver(context, facts);
    return onlyUnblock(context, facts, answered);
  },
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
