import { z } from 'zod';
import { stop } from '../../domain/execute-work.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem, ids } from '../examples.ts';
import { id, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';
import { attendFacts, attendRun, explainEnd } from '../run-changes.ts';

export default command({
  name: 'run.stop',
  summary:
    'Stop a run at once: its executor can write nothing more, learns who stopped it and why, and the work is ready again.',
  http: 'POST /v1/runs/{id}/stop',
  input: z.object({ id, reason: reason.describe('Why, for the executor and for whoever does the work next.') }),
  output: itemResource,
  needs: { action: 'run.stop', facts: attendFacts },
  refuses: ['not_found', 'stale_fence'],
  example: {
    input: { id: ids.run, reason: 'It asks the wrong authority.' },
    output: { ...exampleItem, state: 'ready', version: 4 },
  },

  load: (context, input) => attendRun(context, input.id),

  decide({ actor, changes, now }, { run }, { reason: why }) {
    const events = explainEnd(run, stop(run.item, { run: run.id, by: actor.id, reason: why }));
    return isRefusal(events) ? events : showItem(changed(run.item, changes.item(run.item, events)), now);
  },
});
