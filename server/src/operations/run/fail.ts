import { z } from 'zod';
import { fail } from '../../domain/execute-work.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem, ids } from '../examples.ts';
import { raiseException } from '../request-changes.ts';
import { fence, id, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';
import { explainEnd, fenceOf, requireRun, runFacts } from '../run-changes.ts';

export default command({
  name: 'run.fail',
  summary: 'Say that you could not do it, and why: a proper ending, which the owner learns of.',
  http: 'POST /v1/runs/{id}/fail',
  input: z.object({ id, fence, reason }),
  output: itemResource,
  needs: { action: 'run.report', facts: runFacts },
  refuses: ['not_found', 'stale_fence'],
  example: {
    input: { id: ids.run, fence: 7, reason: 'The authority is down.' },
    output: { ...exampleItem, state: 'ready', attempts: 1, version: 4 },
  },

  load: (context, input) => requireRun(context, input.id),

  decide({ changes, ids: fresh, now }, { run }, { fence: sent, reason: why }) {
    const { item } = run;
    const events = explainEnd(run, fail(item, { fence: fenceOf(run, sent), reason: why }));
    if (isRefusal(events)) return events;
    const after = changes.item(item, events);
    const held = after.attempts >= limits.attempts;
    raiseException(
      changes,
      fresh.next(),
      after,
      { participant: item.contract.owner },
      {
        class: 'failed',
        severity: held ? 'high' : 'medium',
        text: `${item.key} could not be done: ${why}`.slice(0, limits.reasonLength),
        needed: held
          ? 'Nobody claims it again until you retry, rescope, reassign or cancel it.'
          : 'Decide whether somebody else shall try, or change what is asked.',
      },
    );
    return showItem(changed(item, after), now);
  },
});
