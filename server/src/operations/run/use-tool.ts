import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { mayGoOn } from '../../domain/execute-work.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { fence, id } from '../resources/basics.ts';
import { explainEnd, fenceOf, requireRun, runFacts } from '../run-changes.ts';

export default command({
  name: 'run.use_tool',
  summary: 'Ask to use a tool whose effect Coact does not see; an agent’s use waits until somebody approves it.',
  http: 'POST /v1/runs/{id}/use-tool',
  input: z.object({
    id,
    fence,
    title: line(500).describe('What shall be done, in a sentence.'),
    tool: line(60).describe('The kind of tool, such as `edit`, `delete` or `execute`.'),
    call: line(200).describe('What tells this use from every other one of the run.'),
    given: z.string().max(limits.reasonLength).optional().describe('What the tool is given, as it is given.'),
    places: z.array(line(1_000)).max(limits.listLength).optional().describe('The files or addresses it is about.'),
  }),
  output: z.object({ permitted: z.literal(true) }),
  needs: { action: 'run.report', facts: runFacts },
  refuses: ['not_found', 'stale_fence'],
  example: {
    input: {
      id: ids.run,
      fence: 7,
      title: 'Restart nginx on a1',
      tool: 'execute',
      call: 'call-3',
      given: 'systemctl restart nginx',
      places: ['/etc/nginx/nginx.conf'],
    },
    output: { permitted: true },
  },

  load: (context, input) => requireRun(context, input.id),

  decide({ changes, connection: { workspace } }, { run }, { fence: sent, title, tool, call }) {
    const live = explainEnd(run, mayGoOn(run.item, fenceOf(run, sent)));
    if (isRefusal(live)) return live;
    changes.fact(
      { type: 'run.tool_permitted', data: { run: run.id, title, tool, call } },
      { item: run.item },
      // Leave for a run that ends meanwhile is no leave.
      sql`select 1 from runs where workspace = ${workspace} and id = ${run.id} and ended_at is null for share`,
    );
    return { permitted: true as const };
  },
});
