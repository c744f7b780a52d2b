import { z } from 'zod';

/** Where an agent elsewhere is, and how it is signed in to. */
export const place = z.object({
  url: z.url().max(2_000).describe('Where its agent card is.'),
  scheme: z
    .string()
    .max(40)
    .regex(/^[A-Za-z][\w.-]*$/)
    .optional()
    .describe('How it is signed in to; Bearer unless stated.'),
  credentials: z
    .string()
    .max(2_000)
    .regex(/^[\x20-\x7e]*$/, 'may only hold printable ASCII')
    .optional()
    .describe(
      'With what it is signed in to. Not given: those of before stay, as long as the address is on the same host; empty: none.',
    ),
});
