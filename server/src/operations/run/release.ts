import { z } from 'zod';
import { release, takeBack } from '../../domain/execute-work.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem, ids } from '../examples.ts';
import { fence, id, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';
import { explainEnd, fenceOf, requireRun, runFacts } from '../run-changes.ts';

export default command({
  name: 'run.release',
  summary:
    'Give the work back unfinished; its owner, the executor’s sponsor or an admin may take it back without a fence.',
  http: 'POST /v1/runs/{id}/release',
  input: z.object({ id, fence: fence.optional().describe('Wanted from the executor.'), reason: reason.optional() }),
  output: itemResource,
  needs: { action: 'run.release', facts: runFacts },
  refuses: ['not_found', 'stale_fence'],
  example: {
    input: { id: ids.run, fence: 7, reason: 'Out of time for today' },
    output: { ...exampleItem, state: 'ready', version: 4 },
  },

  load: (context, input) => requireRun(context, input.id),

  decide({ actor, changes, now }, { run }, { fence: sent, reason: why }) {
    const { item } = run;
    const others = actor.id !== run.executor && sent === undefined && item.run?.id === run.id;
    const decided = others
      ? takeBack(item, why ?? null)
      : release(item, { fence: fenceOf(run, sent ?? -1), reason: why ?? null });
    const events = explainEnd(run, decided);
    return isRefusal(events) ? events : showItem(changed(item, changes.item(item, events)), now);
  },
});
