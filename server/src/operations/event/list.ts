import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { readEntries } from '../../store/ledger.ts';
import { query } from '../define.ts';
import { exampleEvent } from '../examples.ts';
import { requireItem } from '../references.ts';
import { cut, idOrKey, pageOf } from '../resources/basics.ts';
import { feedEntry } from '../resources/event.ts';

type Entry = z.input<typeof feedEntry>;

/** How many entries are looked through for a filtered page; `next` goes on from there. */
const LOOK_THROUGH = 2_000;

export default query({
  name: 'event.list',
  summary: 'The ledger as a feed: every fact after a position, oldest first.',
  http: 'GET /v1/events',
  input: z.object({
    after: z.int().min(0).default(0).describe('A position; the entries after it are given.'),
    limit: z.int().min(1).max(limits.pageSize).default(50),
    item: idOrKey.optional().describe('Only what is about this item.'),
    type: z.string().max(60).optional().describe('Only events of this type, such as item.claimed.'),
  }),
  output: pageOf(feedEntry),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { after: 0 }, output: { items: [{ ...exampleEvent, position: 1 }], next: '1' } },

  async handle({ connection }, { after, limit, item: named, type }) {
    const item = named === undefined ? undefined : await requireItem(connection, named);
    if (isRefusal(item)) return item;
    const filtered = item !== undefined || type !== undefined;
    const rows = await readEntries(connection, { after, limit: filtered ? LOOK_THROUGH : limit + 1 });
    const entries = rows.map(({ position, body }): Entry => ({ ...(JSON.parse(body) as Entry), position }));
    const wanted = entries.filter((one) => (!item || one.item?.id === item.id) && (!type || one.type === type));
    const page = cut(wanted, limit, ({ position }) => String(position));
    const more = filtered && rows.length === LOOK_THROUGH && page.next === null;
    return more ? { items: page.items, next: String(rows.at(-1)?.position) } : page;
  },
});
