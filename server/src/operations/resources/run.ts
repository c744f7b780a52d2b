import { z } from 'zod';
import type { WorkItem } from '../../domain/work-item.ts';
import type { StoredSignal } from '../../store/items.ts';
import { id, instant, isoOrNull } from './basics.ts';

export const runClaim = z
  .object({ id, fence: z.int().describe('Send it with every write of this run.'), leaseExpiresAt: instant.nullable() })
  .meta({ id: 'RunClaim', description: 'A run that has begun: what its executor needs to write to it.' });

export const showRunClaim = ({ run, fence }: WorkItem): z.input<typeof runClaim> => ({
  id: run?.id ?? '',
  fence,
  leaseExpiresAt: isoOrNull(run?.leaseExpiresAt ?? null),
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

export const usageInput = z.object({
  tokens: z.int().min(0).max(1e15).optional(),
  cost: z.number().min(0).max(1e12).optional(),
  minutes: z.number().min(0).max(1e9).optional(),
});
