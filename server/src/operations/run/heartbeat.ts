import { z } from 'zod';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { fence, id } from '../resources/basics.ts';
import { reported, usageInput } from '../resources/run.ts';
import { loadReport, reportRun } from '../report-run.ts';
import { runFacts } from '../run-changes.ts';

export default command({
  name: 'run.heartbeat',
  summary: 'Say that the work goes on: renews the lease and hears what waits to be told.',
  http: 'POST /v1/runs/{id}/heartbeat',
  input: z.object({
    id,
    fence,
    progress: z.number().min(0).max(1).optional().describe('From 0 to 1.'),
    usage: usageInput.optional().describe('Totals of this run so far.'),
  }),
  output: reported,
  needs: { action: 'run.report', facts: runFacts },
  refuses: ['not_found', 'stale_fence', 'wrong_currency'],
  example: {
    input: { id: ids.run, fence: 7, progress: 0.4, usage: { tokens: 12_000 } },
    output: {
      leaseExpiresAt: '2026-01-05T09:10:00.000Z',
      signals: [{ id: 1, kind: 'answer', data: { request: ids.request, answer: 'ECDSA' }, at: ids.at }],
    },
  },

  load: (context, input) => loadReport(context, input),
  decide: (context, loaded, { id: _, ...said }) => reportRun(context, loaded, said),
});
