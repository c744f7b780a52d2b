import { z } from 'zod';
import { compile } from '../../domain/policy/judge.ts';
import { type Chosen, type Expected, type Step, edit, step } from '../../domain/proposal.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Request } from '../../domain/request.ts';
import { undone } from '../../store/aside.ts';
import { bearerOf, findParticipant } from '../../store/people.ts';
import { livePolicies } from '../../store/policies.ts';
import { findRequest } from '../../store/requests.ts';
import { whatMoved } from '../answer-proposal.ts';
import { collectChanges } from '../changes.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { previewSteps } from '../preview-steps.ts';
import { chosenBy, proposable } from '../read-steps.ts';
import { id } from '../resources/basics.ts';

const stepPreview = z
  .object({
    step: z.int(),
    operation: z.string(),
    summary: z.string().describe('What it would do, in a sentence.'),
    input: z.record(z.string(), z.unknown()).describe('As it was proposed, or as you would edit it.'),
    about: z.object({ id, key: z.string().nullable(), name: z.string() }).nullable(),
    makes: z.boolean().describe('Whether it would make something new.'),
    changes: z
      .array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))
      .describe('What would be different, field by field; of something new, what it would be.'),
    refusal: z
      .object({ code: z.string(), title: z.string(), hint: z.string(), detail: z.record(z.string(), z.unknown()) })
      .nullable()
      .describe('Why you could not let it happen now.'),
    approvals: z
      .array(z.object({ rule: z.string(), approvers: z.array(z.string()) }))
      .describe('Who would have to approve beside you.'),
    moved: z.array(z.string()).describe('What is no longer as it was when this was proposed.'),
  })
  .meta({ id: 'StepPreview', description: 'What one step of a proposal would do now.' });

export default query({
  name: 'request.preview',
  summary: 'See what a proposal would do if you accepted it now, step by step; nothing is written.',
  http: 'POST /v1/requests/{id}/preview',
  input: z.object({
    id,
    steps: z.array(z.int().min(1)).max(limits.steps).optional().describe('Only these steps; all unless stated.'),
    edits: z
      .array(edit)
      .max(limits.steps)
      .optional()
      .describe('Steps as they would be edited, each with its whole input.'),
  }),
  output: z.object({
    because: z.array(z.string()).describe('Of an act that waits for approval: what the rules say.'),
    rules: z.array(z.string()),
    approvals: z.array(z.string()).describe('Who has approved so far.'),
    steps: z.array(stepPreview),
  }),
  needs: { action: 'ledger.read' },
  refuses: ['not_found', 'wrong_state', 'invalid_input'],
  example: {
    input: { id: ids.request },
    output: {
      because: [],
      rules: [],
      approvals: [],
      steps: [
        {
          step: 1,
          operation: 'item.update',
          summary: 'Change OPS-12 “Renew the certificate”.',
          input: { id: 'OPS-12', priority: 0 },
          about: { id: ids.item, key: 'OPS-12', name: 'Renew the certificate' },
          makes: false,
          changes: [{ field: 'priority', before: 1, after: 0 }],
          refusal: null,
          approvals: [],
          moved: [],
        },
      ],
    },
  },

  async handle(context, input) {
    const request = await findRequest(context.connection, input.id);
    if (!request) return refuse('not_found', { field: 'id', request: input.id });
    if (request.kind !== 'proposal' || request.state !== 'open')
      return refuse('wrong_state', { kind: request.kind, state: request.state, expected: ['open proposal'] });
    const chosen = await chosenBy(stepsOf(request), input);
    if (isRefusal(chosen)) return chosen;
    const steps = await dryRun(context, request, chosen);
    if (isRefusal(steps)) return steps;
    const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
    return {
      because: texts(request.body['because']),
      rules: texts(request.body['rules']),
      approvals: texts(request.response?.['approvals']),
      steps,
    };
  },
});

const heldOperation = step.extend({ ifMatch: z.int().min(0).nullish() });

/** A held act is a proposal of one operation. */
function stepsOf({ body }: Request): Step[] {
  return z
    .array(heldOperation)
    .parse(body['operations'])
    .map(({ ifMatch, ...one }) => ({ ...one, ...(ifMatch != null && { ifMatch }) }));
}

/** Does it all in a transaction that is undone. */
async function dryRun(context: QueryContext, request: Request, chosen: Chosen[]) {
  const found = await findParticipant(context.connection, request.from ?? '');
  if (!found) return refuse('not_found', { field: 'id', request: request.id }) satisfies Refusal;
  const requester = bearerOf(found);
  const operations = await proposable();
  const expects = (request.body['expects'] ?? []) as Expected[];
  const moved = Array.isArray(expects) ? await whatMoved(context.connection, expects, chosen) : [];
  return undone(context.connection, async (connection) => {
    const { actor, ids, now } = context;
    const changes = collectChanges({ workspace: connection.workspace, actor, now, ids });
    const policy = compile(await livePolicies(connection));
    const within: CommandContext = { ...context, connection, changes, ifMatch: null, policy };
    const given = [actor.id];
    const shared = { request: request.id, requester, given, operations, answers: new Map<number, unknown>() };
    return previewSteps(within, { chosen, moved, shared, item: request.item });
  });
}
