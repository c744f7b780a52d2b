import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { listReceipts } from '../../store/hooks.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from '../resources/basics.ts';
import { exampleHook } from './fields.ts';
import { requireHook } from './require-hook.ts';

export default query({
  name: 'hook.receipts',
  summary: 'List what came at an address and was genuine, the newest first, and what became of it.',
  http: 'GET /v1/hooks/{id}/receipts',
  input: z.object({ id, limit: z.int().min(1).max(limits.pageSize).default(50) }),
  output: z.object({
    items: z.array(
      z.object({
        delivery: z.string().describe('What tells it from all others: its id, or of GitHub the SHA-256 of its body.'),
        at: instant,
        kind: z.string().describe('What it told: `intake`, `check`, `finish` or `nothing`.'),
        outcome: z.string().describe('`done`, `ignored`, or the code of the refusal.'),
        item: id.nullable(),
      }),
    ),
  }),
  needs: { action: 'hook.read' },
  refuses: ['not_found'],
  example: {
    input: { id: exampleHook.id },
    output: { items: [{ delivery: 'msg_1', at: ids.at, kind: 'intake', outcome: 'done', item: ids.item }] },
  },

  async handle({ connection }, { id: named, limit }) {
    const hook = await requireHook(connection, named);
    if (isRefusal(hook)) return hook;
    const all = await listReceipts(connection, hook.id, limit);
    return { items: all.map(({ at, ...rest }) => ({ ...rest, at: iso(at) })) };
  },
});
