import { z } from 'zod';
import { currency, line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import type { StoredSignal } from '../../store/items.ts';
import type { ListedRun } from '../../store/list-runs.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';
import { usage } from './usage.ts';

export const runClaim = z
  .object({ id, fence: z.int().describe('Send it with every write of this run.'), leaseExpiresAt: instant.nullable() })
  .meta({ id: 'RunClaim', description: 'A run that has begun: what its executor needs to write to it.' });

export const showRunClaim = ({ run, fence }: WorkItem): z.input<typeof runClaim> => ({
  id: run?.id ?? '',
  fence,
  leaseExpiresAt: isoOrNull(run?.leaseExpiresAt ?? null),
});

export const verdict = z.object({
  criterion: z.string(),
  verdict: z.enum(['pass', 'fail']),
  reason: z.string().nullable(),
});

export const runRecord = z
  .object({
    id,
    item: id,
    itemKey: z.string(),
    itemTitle: z.string(),
    executor: id,
    fence: z.int(),
    origin: z
      .enum(['claim', 'return', 'handover', 'takeover'])
      .describe('How it began: claimed, returned from review, handed over, or taken over from somebody.'),
    startedAt: instant,
    endedAt: instant.nullable().describe('Null while it lives.'),
    ending: z
      .string()
      .nullable()
      .describe('delivered, released, failed, lost, stopped, taken over, handed over or cancelled.'),
    endedBy: id.nullable().describe('Who stopped it or took it over.'),
    note: z.string().nullable().describe('What was said at its end: the summary, or the reason.'),
    progress: z.number().nullable(),
    activity: z.string().nullable().describe('What the executor last said they do.'),
    reportedAt: instant.nullable().describe('When they last said an activity or their progress.'),
    usage,
    leaseExpiresAt: instant.nullable().describe('Null for people, and once it has ended.'),
    verdicts: z.array(verdict).nullable().describe('How its delivery was judged.'),
  })
  .meta({ id: 'RunRecord', description: 'An attempt at an item, live or ended.' });

export const showRunRecord = (run: ListedRun): z.input<typeof runRecord> => ({
  ...run,
  startedAt: iso(run.startedAt),
  endedAt: isoOrNull(run.endedAt),
  reportedAt: isoOrNull(run.reportedAt),
  leaseExpiresAt: run.endedAt === null ? isoOrNull(run.leaseExpiresAt) : null,
});

export const signal = z
  .object({
    id: z.int(),
    kind: z.enum(['stop', 'pause', 'contract_revised', 'answer', 'decision', 'message', 'budget_low', 'returned']),
    data: z.record(z.string(), z.unknown()),
    at: instant,
  })
  .meta({ id: 'Signal', description: 'Something that the executor must hear.' });

export const showSignal = ({ id: number, kind, data, at }: StoredSignal) => ({
  id: number,
  kind: kind as z.output<typeof signal>['kind'],
  data,
  at: new Date(at).toISOString(),
});

const tokens = z.int().min(0).max(limits.budgetTokens);

export const usageInput = z.object({
  tokens: tokens.optional(),
  cost: z.number().min(0).max(limits.budgetCost).optional(),
  currency: currency.optional().describe('Refused where the workspace counts in another.'),
  minutes: z.number().min(0).max(limits.budgetMinutes).optional(),
  models: z
    .array(z.object({ model: line(limits.labelLength), inputTokens: tokens, outputTokens: tokens }))
    .max(limits.prices)
    .optional()
    .describe('Every model that this run has used; tokens and cost follow from the price table (`price.list`).'),
});
export type SaidUsage = z.output<typeof usageInput>;

/** What a report is answered with. */
export const reported = z.object({
  leaseExpiresAt: instant.nullable(),
  signals: z.array(signal),
  left: z
    .object({ tokens: z.number().optional(), cost: z.number().optional(), minutes: z.number().optional() })
    .optional()
    .describe('What this run may still use, where a budget of the item, of the executor or of a team limits it.'),
  unpriced: z
    .array(z.string())
    .optional()
    .describe('Models without a price: their tokens were counted, their cost was not.'),
  ended: z.string().optional().describe('Why this very report ended the run: a budget is spent. Stop working.'),
});
