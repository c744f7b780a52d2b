import { z } from 'zod';
import type { Retention } from '../../store/retention.ts';
import { id, instant, isoOrNull } from './basics.ts';

export const retentionResource = z
  .object({
    artifacts: z
      .int()
      .nullable()
      .describe('Days after the end of all work that they are evidence of; then contents go. Null: kept for ever.'),
    by: id.nullable(),
    at: instant.nullable(),
  })
  .meta({ id: 'Retention', description: 'How long contents are kept. Facts and hashes are kept for ever.' });

export const showRetention = ({ artifacts, by, at }: Retention): z.input<typeof retentionResource> => ({
  artifacts,
  by,
  at: isoOrNull(at),
});
