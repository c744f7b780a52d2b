import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import type { WorkEvent } from '../../domain/work-item.ts';
import { findRun } from '../../store/items.ts';
import { sql } from '../../store/sql.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { cut, id, instant, page, pageOf } from '../resources/basics.ts';
import { usage } from '../resources/usage.ts';

const activityResource = z
  .object({
    at: instant,
    activity: z.string(),
    progress: z.number().nullable().describe('From 0 to 1, as it stood then.'),
    usage: usage.describe('Totals of the run until then.'),
  })
  .meta({ id: 'RunActivity', description: 'Something that an executor said they were doing.' });

type Reported = Extract<WorkEvent, { type: 'run.reported' }>['data'];

export default query({
  name: 'run.activities',
  summary: 'What the executor of a run said they were doing, newest first, as the ledger has it.',
  http: 'GET /v1/runs/{id}/activities',
  input: z.object({ id, ...page }),
  output: pageOf(activityResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: ids.run },
    output: {
      items: [
        {
          at: ids.at,
          activity: 'Asking the authority for the certificate',
          progress: 0.4,
          usage: { tokens: 12_000, cost: 0.4, minutes: 3 },
        },
      ],
      next: null,
    },
  },

  async handle({ connection, now }, { id: named, limit, cursor }) {
    const run = await findRun(connection, named, now);
    if (!run) return refuse('not_found', { field: 'id', run: named });
    const before = Number.parseInt(cursor ?? '', 10) || Number.MAX_SAFE_INTEGER;
    const rows = await connection.query<{ seq: number; at: string; said: Reported }>(sql`
      select e.seq, e.fact ->> 'at' as at, e.fact -> 'data' as said
      from (select seq, body::jsonb as fact from events
        where workspace = ${connection.workspace} and item = ${run.item.id} and seq < ${before}) e
      where e.fact ->> 'type' = 'run.reported' and e.fact #>> '{data,run}' = ${run.id} and e.fact #>> '{data,activity}' is not null
      order by e.seq desc limit ${limit + 1}`);
    const { items, next } = cut(rows, limit, (row) => String(row.seq));
    return { items: items.map(({ at, said }) => ({ at, ...shown(said) })), next };
  },
});

const shown = ({ activity, progress, usage: used }: Reported) => ({ activity: activity ?? '', progress, usage: used });
