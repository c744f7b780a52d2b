import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { requireLive } from '../../domain/execute-work.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { attendFacts, attendRun, explainEnd } from '../run-changes.ts';

export default command({
  name: 'run.message',
  summary: 'Tell whoever works on something a word: they hear it with their next heartbeat.',
  http: 'POST /v1/runs/{id}/message',
  input: z.object({ id, text: line(limits.reasonLength) }),
  output: null,
  needs: { action: 'run.message', facts: attendFacts },
  refuses: ['not_found', 'stale_fence'],
  example: { input: { id: ids.run, text: 'The staging server will do for now.' }, output: null },

  load: (context, input) => attendRun(context, input.id),

  decide({ actor, changes, connection: { workspace } }, { run }, { text }) {
    const live = explainEnd(run, requireLive(run.item, run.id));
    if (isRefusal(live)) return live;
    changes.fact(
      { type: 'run.messaged', data: { run: run.id, text } },
      { item: run.item },
      // A run that ends meanwhile would never hear it: then whoever says it is told so.
      sql`select 1 from runs where workspace = ${workspace} and id = ${run.id} and ended_at is null for share`,
    );
    changes.signal(run.id, 'message', { from: actor.id, text });
    return null;
  },
});
