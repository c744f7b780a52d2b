import { z } from 'zod';
import { dateTime } from '../../domain/contract.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { listDecisions } from '../../store/decisions.ts';
import { query } from '../define.ts';
import { gather } from '../gather.ts';
import { requireItem, requireParticipant } from '../references.ts';
import { cut, idOrKey, page, pageOf } from '../resources/basics.ts';
import { decisionResource, exampleDecision, showDecision } from '../resources/decision.ts';

const utc = dateTime.transform((value) => new Date(value).toISOString());

export default query({
  name: 'decision.list',
  summary: 'Read the decision log, newest first: what was asked, who decided what, when, and by what right.',
  http: 'GET /v1/decisions',
  input: z.object({
    item: idOrKey.optional(),
    kind: z.string().max(60).optional().describe('The kind of decision, such as `vendor`.'),
    decider: z
      .string()
      .min(1)
      .max(254)
      .optional()
      .describe('Who decided it, or, while it is open, is asked; `me` for you.'),
    from: utc.optional().describe('Decided, or while it is open asked, at or after.'),
    until: utc.optional().describe('Decided, or while it is open asked, at or before.'),
    text: z.string().min(1).max(200).optional().describe('Words in the question or the reason.'),
    state: z.enum(['open', 'decided']).optional(),
    ...page,
  }),
  output: pageOf(decisionResource),
  needs: { action: 'ledger.read' },
  refuses: ['not_found', 'unknown_reference'],
  example: { input: { kind: 'vendor' }, output: { items: [exampleDecision], next: null } },

  async handle({ connection, actor }, { item: named, kind: decisionKind, decider, limit, cursor, ...filter }) {
    const found = await gather({
      item: named === undefined ? null : requireItem(connection, named),
      who: decider === undefined ? null : requireParticipant(connection, 'decider', decider, actor),
    });
    if (isRefusal(found)) return found;
    const before = z.uuid().safeParse(cursor).data;
    const rows = await listDecisions(connection, {
      ...filter,
      decisionKind,
      item: found.item?.id,
      decider: found.who?.id,
      before,
      limit: limit + 1,
    });
    return cut(rows.map(showDecision), limit, ({ id }) => id);
  },
});
