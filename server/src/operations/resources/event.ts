import { z } from 'zod';
import type { LedgerEntry } from '../../store/ledger.ts';
import { id, instant } from './basics.ts';

/** One fact of the ledger, as it was written and hashed. */
export const eventResource = z
  .object({
    id,
    type: z.string().describe('What happened, such as item.claimed.'),
    at: instant,
    workspace: id,
    actor: z.object({ id, kind: z.enum(['human', 'agent', 'system']) }),
    onBehalfOf: z.array(id).describe('The humans who answer for the actor, nearest first.'),
    act: z.string().nullable().describe('The operation that it is part of; null where Coact set itself up.'),
    authority: z.string().describe('The rule that allowed it; `none` where it was refused.'),
    approval: z
      .object({ request: id, by: z.array(id) })
      .nullable()
      .describe('The request that held the act, and who approved it; null where nobody had to.'),
    cause: id.nullable().describe('The event that led to this one.'),
    item: z.object({ id, key: z.string() }).nullable(),
    team: id.nullable(),
    request: id.nullable(),
    subject: id.nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event', description: 'One fact in the ledger.' });

/** A fact with its place in the ledger. */
export const feedEntry = eventResource
  .extend({ position: z.int().describe('Its place in the ledger, from 1 without gaps.') })
  .meta({ id: 'FeedEntry', description: 'A fact with its place in the ledger.' });

/** The resource of an entry: its text as it was written, beside its place. */
export const showEntry = ({ position, body }: LedgerEntry): z.input<typeof feedEntry> => ({
  ...(JSON.parse(body) as z.input<typeof eventResource>),
  position,
});
