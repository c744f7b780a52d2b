import { z } from 'zod';
import { readSearchWords } from '../../domain/search-words.ts';
import { type Snippet, readMarks, snippetOf } from '../../domain/snippet.ts';
import type { Connection } from '../../store/database.ts';
import { findItemIdByKey, listItemsByIds } from '../../store/list-items.ts';
import { type Found, type FoundKind, type FoundText, searchEverywhere, textsOf } from '../../store/search.ts';
import { query } from '../define.ts';
import { exampleItemSummary, ids } from '../examples.ts';
import { isoOrNull, pageOf } from '../resources/basics.ts';
import { showListed } from '../resources/item.ts';
import { searchResult } from '../resources/search.ts';

export default query({
  name: 'search.query',
  summary: 'Find work, comments, artifacts, people and teams by words, or an item by its key; the best match first.',
  http: 'GET /v1/search',
  input: z.object({
    q: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe('Words, the last one possibly unfinished; "quoted" for a phrase, -word to leave out, or for either.'),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: pageOf(searchResult),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: {
    input: { q: 'certificate' },
    output: {
      items: [
        {
          kind: 'item',
          id: ids.item,
          key: 'OPS-12',
          title: 'Renew the certificate',
          item: exampleItemSummary,
          by: ids.ana,
          at: ids.at,
          snippet: { text: 'The new certificate is served', marks: [[8, 19]] },
        },
      ],
      next: null,
    },
  },

  async handle({ connection, now }, { q, limit }) {
    const words = readSearchWords(q);
    const isKey = /^[a-z][a-z0-9]*-\d+$/i.test(words.all);
    const [named, others] = await Promise.all([
      isKey ? findItemIdByKey(connection, words.all) : null,
      searchEverywhere(connection, words, limit),
    ]);
    const first: Found[] = named ? [{ kind: 'item', id: named, item: named, rank: 1 }] : [];
    const found = [...first, ...others.filter(({ id }) => id !== named)].slice(0, limit);
    const [texts, listed] = await Promise.all([
      readTexts(connection, found, words),
      listItemsByIds(connection, [...new Set(found.flatMap(({ item }) => item ?? []))]),
    ]);
    const items = new Map(listed.map((one) => [one.id, showListed(one, now)]));
    const shown = found.flatMap((one) => {
      const text = texts.get(`${one.kind} ${one.id}`);
      return text ? [show(one, text, items.get(one.item ?? '') ?? null)] : [];
    });
    return { items: shown, next: null };
  },
});

const kinds: readonly FoundKind[] = ['item', 'comment', 'artifact', 'participant', 'team'];

async function readTexts(connection: Connection, found: readonly Found[], words: Parameters<typeof textsOf>[3]) {
  const read = await Promise.all(
    kinds.map(async (kind) =>
      (await textsOf(connection, kind, found, words)).map((text): [string, FoundText] => [`${kind} ${text.id}`, text]),
    ),
  );
  return new Map(read.flat());
}

function show(
  { kind, id }: Found,
  text: FoundText,
  item: ReturnType<typeof showListed> | null,
): z.input<typeof searchResult> {
  const { name, by, at } = text;
  return {
    kind,
    id,
    key: text.key ?? item?.key ?? null,
    title: name,
    item,
    by,
    at: isoOrNull(at),
    snippet: choose(text),
  };
}

/** What is said beside the title, unless only the title matched. */
function choose({ name, markedName, markedText }: FoundText): Snippet {
  const said = snippetOf(markedText);
  if (said.marks.length > 0) return said;
  const { marks } = readMarks(markedName);
  return marks.length > 0 || said.text === '' ? { text: name, marks } : said;
}
