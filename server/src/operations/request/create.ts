import { z } from 'zod';
import { authorise } from '../../domain/authority.ts';
import { dateTime } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { bodies, exceptionClasses } from '../../domain/request.ts';
import { isOpen } from '../../domain/work-item.ts';
import type { StoredItem } from '../../store/items.ts';
import { namedAddressee, resolveAddressee, whoMayBeAsked } from '../addressee.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { inputErrors } from '../input-errors.ts';
import { itemFacts, loadItemWithPeople, workFacts } from '../item-facts.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

const words = z.string().max(limits.reasonLength).optional();
const input = z.object({
  kind: z.enum(['question', 'handoff', 'exception']),
  to: namedAddressee.optional().describe(`${whoMayBeAsked}; the item’s owner unless stated.`),
  item: idOrKey.optional().describe('What it is about.'),
  text: z.string().min(1).max(limits.reasonLength).describe('What is asked, in a sentence or two.'),
  blocking: z
    .boolean()
    .optional()
    .describe('Whether the work stands still until it is answered; so for questions unless stated.'),
  due: dateTime.optional().describe('When an answer is needed.'),
  options: z
    .array(z.string().min(1).max(500))
    .max(limits.options)
    .optional()
    .describe('Question: the answers to choose from.'),
  default: words.describe('Question: what holds when nobody answers until `due`.'),
  done: words.describe('Handoff: what is done so far.'),
  remaining: words.describe('Handoff: what remains.'),
  risks: words.describe('Handoff: what may go wrong.'),
  expected: words.describe('Handoff: the output that is expected.'),
  artifacts: z.array(z.string().max(64)).max(limits.listLength).optional().describe('Handoff: artifacts that help.'),
  class: z.enum(exceptionClasses).optional().describe('Exception: what kind of trouble.'),
  severity: z.enum(['low', 'medium', 'high']).optional().describe('Exception: how bad.'),
  needed: words.describe('Exception: what somebody must supply.'),
});

export default command({
  name: 'request.create',
  summary: 'Ask somebody: a question, a handoff for them to take over, or an exception that needs a decision.',
  http: 'POST /v1/requests',
  status: 201,
  input,
  output: requestResource,
  needs: { action: 'request.create', facts: workFacts },
  refuses: ['not_found', 'unknown_reference', 'wrong_state', 'not_active', 'invalid_input', 'forbidden'],
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

  decide({ actor, changes, ids: fresh }, { item, to, body }, { kind, blocking: asked, due }) {
    const blocking = asked ?? (kind === 'question' && item !== null);
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
    return showRequest(changes.request(null, [{ type: 'request.opened', data }], item));
  },
});

/** Work in hand is handed over by whoever holds it or could take it back from them. */
async function refuseHandoff({ actor, connection }: CommandContext, item: StoredItem): Promise<Refusal | null> {
  if (!item.run) return null;
  const loaded = await loadItemWithPeople(connection, item.id);
  const allowed = isRefusal(loaded) ? loaded : authorise(actor, 'run.release', itemFacts(loaded));
  return isRefusal(allowed) ? allowed : null;
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
