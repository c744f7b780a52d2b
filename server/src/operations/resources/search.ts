import { z } from 'zod';
import { id, instant } from './basics.ts';
import { itemSummary } from './item.ts';

export const snippet = z
  .object({
    text: z.string().describe('One line of plain text, never HTML.'),
    marks: z
      // Said beside the tuple, for readers of the document that know no `prefixItems`.
      .array(z.tuple([z.int(), z.int()]).meta({ items: { type: 'integer' }, minItems: 2, maxItems: 2 }))
      .describe(
        'What matched, as [start, end) in UTF-16 code units of `text`, in order; empty when nothing in it did.',
      ),
  })
  .meta({ id: 'Snippet', description: 'A piece of what was found.' });

export const searchResult = z
  .object({
    kind: z.enum(['item', 'comment', 'artifact', 'participant', 'team']),
    id: z.string().describe('The id of what was found; of an artifact its SHA-256.'),
    key: z.string().nullable().describe('The key of the item that it is or is about, or of the team.'),
    title: z.string().describe('What to call it: a title or a name; of a comment the title of its item.'),
    item: itemSummary.nullable().describe('The item that it is or is about; an artifact may belong to none.'),
    by: id
      .nullable()
      .describe('The owner of an item, the author of a comment, the producer of an artifact, the sponsor, the lead.'),
    at: instant.nullable().describe('When it was last changed, said or made.'),
    snippet,
  })
  .meta({ id: 'SearchResult', description: 'Something that the words were found in.' });
