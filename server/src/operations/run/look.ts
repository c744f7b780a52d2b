import { z } from 'zod';
import { timeOver } from '../../domain/budget/time-over.ts';
import { tally } from '../../domain/budget/tally.ts';
import { look } from '../../domain/execute-work.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { raiseOverrun } from '../overrun.ts';
import { id } from '../resources/basics.ts';
import { requireRun } from '../run-changes.ts';

export default command({
  name: 'run.look',
  summary: 'Count the time of a run that reports nothing, and end it when the time that its budgets allow is over.',
  http: 'POST /v1/runs/{id}/look',
  internal: true,
  input: z.object({ id }),
  output: null,
  needs: { action: 'job.run' },
  refuses: ['not_found'],
  example: { input: { id: ids.run }, output: null },

  load: (context, input) => requireRun(context, input.id),

  async decide(context, { run }) {
    const { changes, now } = context;
    const { item, allowances } = run;
    const over = item.run?.id === run.id ? timeOver(item, item.run, now) : null;
    if (!item.run || over === null || over > now) return null;
    const counted = tally(item, look(item.run), allowances, now);
    const after = changes.item(item, counted.events, { allowances });
    if (counted.over) await raiseOverrun(context, after, counted.over);
    else for (const whose of counted.low) changes.signal(run.id, 'budget_low', { budget: whose, left: counted.left });
    return null;
  },
});
