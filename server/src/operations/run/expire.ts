import { z } from 'zod';
import { expire } from '../../domain/execute-work.ts';
import { limits } from '../../domain/limits.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { raiseException } from '../request-changes.ts';
import { id } from '../resources/basics.ts';
import { requireRun } from '../run-changes.ts';

export default command({
  name: 'run.expire',
  summary: 'End a run whose lease is over, so that somebody else can take the work.',
  http: 'POST /v1/runs/{id}/expire',
  internal: true,
  input: z.object({ id }),
  output: null,
  needs: { action: 'job.run' },
  refuses: ['not_found'],
  example: { input: { id: ids.run }, output: null },

  load: (context, input) => requireRun(context, input.id),

  decide({ changes, ids: fresh, now }, { run }) {
    const { item } = run;
    const events = expire(item, run.id, now);
    if (events.length === 0) return null;
    const after = changes.item(item, events);
    if (after.attempts >= limits.attempts) {
      raiseException(
        changes,
        fresh.next(),
        after,
        { participant: item.contract.owner },
        {
          class: 'lost',
          severity: 'high',
          text: `${item.key} was lost or failed ${after.attempts} times in a row.`,
          needed: 'Nobody claims it again until you retry, rescope, reassign or cancel it.',
        },
      );
    }
    return null;
  },
});
