import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { findItem } from '../../store/items.ts';
import { searchItems } from '../../store/list-items.ts';
import { query } from '../define.ts';
import { exampleItemSummary } from '../examples.ts';
import { pageOf } from '../resources/basics.ts';
import { itemSummary, showItem, showListed } from '../resources/item.ts';

export default query({
  name: 'search.query',
  summary: 'Find items by words in their title, contract and background, or by key; the best match first.',
  http: 'GET /v1/search',
  input: z.object({
    q: z.string().trim().min(1).max(500).describe('Words; "quoted" for a phrase, -word to leave out, or for either.'),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: pageOf(itemSummary),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: { q: 'certificate' }, output: { items: [exampleItemSummary], next: null } },

  async handle({ connection, now }, { q, limit }) {
    const exact = /^[a-z][a-z0-9]*-\d+$/i.test(q) ? await findItem(connection, q) : null;
    const rows = await searchItems(connection, q, limit);
    const others = rows.filter(({ id }) => id !== exact?.id).map(({ rank: _, ...row }) => showListed(row, now));
    const first = exact && !isRefusal(exact) ? [itemSummary.parse(showItem(exact, now))] : [];
    return { items: [...first, ...others].slice(0, limit), next: null };
  },
});
