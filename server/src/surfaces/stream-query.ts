import { z } from 'zod';

const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** What the live feed may be asked for. */
export const streamQuery = z.strictObject({
  after: position
    .optional()
    .describe('Begin after this position; `Last-Event-ID` goes before it. Without either: from now on.'),
  item: z.string().min(1).max(100).optional().describe('Only what is about this item, by id or key.'),
  team: z.string().min(1).max(100).optional().describe('Only what is about items of this team, by id or key.'),
  participant: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only what this participant did, by id, name, e-mail address or `me`.'),
});
