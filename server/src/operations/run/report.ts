import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { fence, id } from '../resources/basics.ts';
import { reported, usageInput } from '../resources/run.ts';
import { loadReport, reportRun } from '../report-run.ts';
import { runFacts } from '../run-changes.ts';

export default command({
  name: 'run.report',
  summary: 'Say what is being done now: kept in the history, and renews the lease like a heartbeat.',
  http: 'POST /v1/runs/{id}/report',
  input: z.object({
    id,
    fence,
    progress: z.number().min(0).max(1).optional().describe('From 0 to 1.'),
    usage: usageInput.optional().describe('Totals of this run so far.'),
    activity: line(2_000).describe('What is being done, in a sentence.'),
  }),
  output: reported,
  needs: { action: 'run.report', facts: runFacts },
  refuses: ['not_found', 'stale_fence', 'wrong_currency'],
  example: {
    input: {
      id: ids.run,
      fence: 7,
      progress: 0.4,
      usage: { tokens: 12_000 },
      activity: 'Asking the authority for the certificate',
    },
    output: {
      leaseExpiresAt: '2026-01-05T09:10:00.000Z',
      signals: [{ id: 1, kind: 'answer', data: { request: ids.request, answer: 'ECDSA' }, at: ids.at }],
    },
  },

  load: (context, input) => loadReport(context, input),
  decide: (context, loaded, { id: _, ...said }) => reportRun(context, loaded, said),
});
