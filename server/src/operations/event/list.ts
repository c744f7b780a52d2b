import { z } from 'zod';
import { dateTime } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { completeIndex, listEntries } from '../../store/ledger-index.ts';
import { query } from '../define.ts';
import { exampleEvent } from '../examples.ts';
import { gather } from '../gather.ts';
import { requireItem, requireParticipant, requireTeam } from '../references.ts';
import { cut, idOrKey, pageOf } from '../resources/basics.ts';
import { feedEntry, showEntry } from '../resources/event.ts';

const uuid = z.uuid({ error: 'is not a UUID' });

export default query({
  name: 'event.list',
  summary:
    'The ledger page by page, as a feed from a position on or the newest first: who did what, about what and when.',
  http: 'GET /v1/events',
  input: z.object({
    after: z
      .int()
      .min(0)
      .default(0)
      .describe('A position; the entries behind it in the order asked for are given. 0 begins with the first one.'),
    limit: z.int().min(1).max(limits.pageSize).default(50),
    order: z.enum(['oldest', 'newest']).default('oldest').describe('Which come first.'),
    item: idOrKey.optional().describe('Only what is about this item.'),
    type: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe('Only events of this type, such as item.claimed, or of a whole area, such as `item.`'),
    actor: z.string().min(1).max(200).optional().describe('Only what this participant did: an id, name or `me`.'),
    team: z.string().min(1).max(100).optional().describe('Only what is about work of this team: an id or key.'),
    subject: uuid.optional().describe('Only what is about this participant, team or other thing.'),
    request: uuid.optional().describe('Only what is about this request.'),
    from: dateTime.optional().describe('Only what happened at this time or later.'),
    until: dateTime.optional().describe('Only what happened until this time.'),
  }),
  output: pageOf(feedEntry),
  needs: { action: 'workspace.read' },
  refuses: ['not_found', 'unknown_reference'],
  example: { input: { after: 0 }, output: { items: [{ ...exampleEvent, position: 1 }], next: '1' } },

  async handle({ connection, actor: asking }, { after, limit, order, item, actor, team, ...others }) {
    await completeIndex(connection);
    const about = await gather({
      item: idOf(item, (key) => requireItem(connection, key)),
      actor: idOf(actor, (name) => requireParticipant(connection, 'actor', name, asking)),
      team: idOf(team, (key) => requireTeam(connection, key, [])),
    });
    if (isRefusal(about)) return about;
    const behind = after === 0 ? null : after;
    const rows = await listEntries(connection, { ...others, ...about, order, after: behind, limit: limit + 1 });
    return cut(rows.map(showEntry), limit, ({ position }) => String(position));
  },
});

/** An id is taken as it is: the ledger also tells of what is no longer here. */
async function idOf(
  named: string | undefined,
  find: (named: string) => Promise<{ id: string } | Refusal>,
): Promise<string | undefined | Refusal> {
  if (named === undefined || isId(named)) return named;
  const found = await find(named);
  return isRefusal(found) ? found : found.id;
}
