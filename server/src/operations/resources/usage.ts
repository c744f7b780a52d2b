import { z } from 'zod';

/** What a run has consumed, as totals. */
export const usage = z.object({ tokens: z.number(), cost: z.number(), minutes: z.number() });
