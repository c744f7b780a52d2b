import { z } from 'zod';
import { authorise } from '../../domain/authority.ts';
import { dateTime } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type DecisionAsked, decisionKind, onSilence, optionInput, rolesInput } from '../../domain/decision.ts';
import type { Revealed } from '../../domain/decision-progress.ts';
import { type Step, step } from '../../domain/proposal.ts';
import type { SealedSteps } from '../../domain/sealed-steps.ts';
import { type Addressee, bodies, exceptionClasses } from '../../domain/request.ts';
import { isOpen } from '../../domain/work-item.ts';
import type { StoredItem } from '../../store/items.ts';
import { namedAddressee, resolveAddressee, whoMayBeAsked } from '../addressee.ts';
import { askDecision } from '../ask-decision.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { inputErrors } from '../input-errors.ts';
import { itemFacts, loadItemWithPeople, workFacts } from '../item-facts.ts';
import { keepBack } from '../keep-back.ts';
import { expectedBy, refuseSteps } from '../read-steps.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

const words = z.string().max(limits.reasonLength).optional();
const input = z.object({
  kind: z.enum(['question', 'decision', 'proposal', 'handoff', 'exception']),
  to: namedAddressee.optional().describe(`${whoMayBeAsked}; the item’s owner unless stated.`),
  item: idOrKey.optional().describe('What it is about.'),
  text: z.string().min(1).max(limits.reasonLength).describe('What is asked, in a sentence or two.'),
  blocking: z
    .boolean()
    .optional()
    .describe('Whether the work stands still until it is answered; so for questions and decisions unless stated.'),
  due: dateTime.optional().describe('When an answer is needed.'),
  options: z
    .array(z.union([z.string().min(1).max(500), optionInput]))
    .max(limits.options)
    .optional()
    .describe('Question: the answers to choose from. Decision: the options, each with what follows from it.'),
  default: words.describe('Question: what holds when nobody answers until `due`.'),
  done: words.describe('Handoff: what is done so far.'),
  remaining: words.describe('Handoff: what remains.'),
  risks: words.describe('Handoff: what may go wrong.'),
  expected: words.describe('Handoff: the output that is expected.'),
  artifacts: z.array(z.string().max(64)).max(limits.listLength).optional().describe('Handoff: artifacts that help.'),
  class: z.enum(exceptionClasses).optional().describe('Exception: what kind of trouble.'),
  severity: z.enum(['low', 'medium', 'high']).optional().describe('Exception: how bad.'),
  needed: words.describe('Exception: what somebody must supply.'),
  operations: z
    .array(step)
    .min(1)
    .max(limits.steps)
    .optional()
    .describe(
      'Proposal: what shall be done, in order, all of it or nothing; a step may refer to what one before it made.',
    ),
  recommendation: z
    .strictObject({ option: z.string().min(1).max(500), reason: words })
    .optional()
    .describe('Decision: the option that is recommended, by its id or text, and why.'),
  decisionKind: decisionKind.optional().describe('Decision: its kind, such as `vendor` or `hire`; rules may name it.'),
  amount: z
    .number()
    .min(0)
    .max(1e12)
    .optional()
    .describe('Decision: how much it is about, in the currency of the workspace.'),
  reversible: z.boolean().optional().describe('Decision: whether it can be undone.'),
  onSilence: onSilence
    .optional()
    .describe('Decision: the option that holds when nobody has decided by `due`, or `keep_asking`, as unless stated.'),
  blind: z
    .boolean()
    .optional()
    .describe('Decision: keep the recommendation back until whoever decides has judged by themselves.'),
  roles: rolesInput
    .partial()
    .optional()
    .describe(
      'Decision: who else has a part in it. Who decides follows from the rules, the rights of the item and its owner.',
    ),
});

export default command({
  name: 'request.create',
  summary:
    'Ask somebody: a question, a decision among options, a proposal of many operations to accept at once, a handoff, or an exception.',
  http: 'POST /v1/requests',
  status: 201,
  input,
  output: requestResource,
  needs: { action: 'request.create', facts: workFacts },
  refuses: [
    'not_found',
    'unknown_reference',
    'wrong_state',
    'not_active',
    'invalid_input',
    'forbidden',
    'forbidden_by_policy',
  ],
  example: {
    input: { kind: 'question', item: 'OPS-12', text: 'Which key type shall it have?', options: ['RSA', 'ECDSA'] },
    output: { ...exampleRequest, from: ids.bot },
  },

  async load(context, asked) {
    const item = asked.item ? await requireItem(context.connection, asked.item) : null;
    if (isRefusal(item)) return item;
    if (item && !isOpen(item.state))
      return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
    if (!item && asked.kind === 'handoff')
      return refuse('invalid_input', { errors: [{ field: 'item', problem: 'is needed: what shall be taken over?' }] });
    const refusal = item && asked.kind === 'handoff' ? await refuseHandoff(context, item) : null;
    if (refusal) return refusal;
    const found = await gather({
      to: resolveAddressee(context, asked.to ?? (item ? item.contract.owner : 'role:admin')),
      body: Promise.resolve(parseBody(asked)),
    });
    return isRefusal(found) ? found : { ...found, item };
  },

  async decide(context, { item, ...sent }, said) {
    const { actor, changes, ids: fresh } = context;
    const { kind, blocking: asked, due } = said;
    const asks = await readAsked(context, { ...sent, item, said });
    if (isRefusal(asks)) return asks;
    const { to, body, sealed } = asks;
    const blocking = asked ?? ((kind === 'question' || kind === 'decision') && item !== null);
    const run = item?.run?.executor === actor.id ? item.run.id : null;
    if (item && blocking) changes.item(item, [], { counters: { blockingRequests: 1 } });
    const data = {
      id: fresh.next(),
      kind,
      from: actor.id,
      to,
      item: item?.id ?? null,
      run,
      blocking,
      due: due ? Date.parse(due) : null,
      ladder: null,
      body,
    };
    return showRequest(changes.request(null, [{ type: 'request.opened', data }], item, sealed));
  },
});

/** Work in hand is handed over by whoever holds it or could take it back from them. */
async function refuseHandoff({ actor, connection }: CommandContext, item: StoredItem): Promise<Refusal | null> {
  if (!item.run) return null;
  const loaded = await loadItemWithPeople(connection, item.id);
  const allowed = isRefusal(loaded) ? loaded : authorise(actor, 'run.release', itemFacts(loaded));
  return isRefusal(allowed) ? allowed : null;
}

type Read = { to: Addressee; body: Record<string, unknown>; item: StoredItem | null; said: z.output<typeof input> };
type Asks = { to: Addressee; body: Record<string, unknown>; sealed?: Revealed | SealedSteps | null };

/** A proposal says what it goes by, a decision whose it is; the other kinds are as they were sent. */
async function readAsked(context: CommandContext, { to, body, item, said }: Read): Promise<Asks | Refusal> {
  if (said.kind === 'decision') {
    const asked = { body: body as DecisionAsked, item, to, isAddressed: said.to !== undefined, due: said.due };
    return askDecision(context, asked);
  }
  if (said.kind !== 'proposal') return { to, body };
  const steps = body['operations'] as Step[];
  const wrong = await refuseSteps(steps);
  if (wrong) return wrong;
  const expects = await expectedBy(context.connection, steps);
  if (isRefusal(expects)) return expects;
  const kept = keepBack(context, steps);
  return { to, body: { ...body, operations: kept.operations, ...kept.body, expects }, sealed: kept.sealed };
}

/** What the kind asks for; fields of another kind are refused by name. */
function parseBody({
  kind,
  to: _,
  item: __,
  blocking: ___,
  due: ____,
  ...said
}: z.output<typeof input>): Record<string, unknown> | Refusal {
  const parsed = bodies[kind].strict().safeParse(said);
  return parsed.success ? parsed.data : refuse('invalid_input', { errors: inputErrors(parsed.error) });
}
