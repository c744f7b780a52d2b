import { z } from 'zod';
import { type Hold, holdScopes } from '../../store/holds.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from './basics.ts';

export const holdResource = z
  .object({
    id,
    scope: z.enum(holdScopes),
    target: id.nullable().describe('The outcome, item or participant; null for the whole workspace.'),
    reason: z.string(),
    by: id,
    at: instant,
    lifted: z.object({ at: instant, by: id, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Hold', description: 'A legal hold: what it covers is neither erased nor made anonymous.' });

export const showHold = ({ liftedAt, liftedBy, liftReason, at, ...hold }: Hold): z.input<typeof holdResource> => ({
  ...hold,
  at: iso(at),
  lifted: liftedAt === null ? null : { at: iso(liftedAt), by: liftedBy ?? '', reason: liftReason ?? '' },
});

export const exampleHold = {
  id: '0197a000-0000-7000-8000-000000000091',
  scope: 'item' as const,
  target: ids.item,
  reason: 'A claim for damages is pending.',
  by: ids.ana,
  at: ids.at,
  lifted: null,
};
