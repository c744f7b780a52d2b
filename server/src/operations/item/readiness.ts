import { z } from 'zod';
import { readiness } from '../../domain/contract.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';

const part = z
  .object({ part: z.string(), hint: z.string() })
  .meta({ id: 'MissingPart', description: 'A part of the contract, and how to supply it.' });

export default query({
  name: 'item.readiness',
  summary: 'What the contract still lacks before the work can be handed out, and what would make it clearer.',
  http: 'GET /v1/items/{id}/readiness',
  input: z.object({ id: idOrKey }),
  output: z.object({ ready: z.boolean(), state: z.string(), missing: z.array(part), advised: z.array(part) }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: 'OPS-12' },
    output: {
      ready: false,
      state: 'draft',
      missing: [{ part: 'priority', hint: 'Say how urgent this is.' }],
      advised: [],
    },
  },

  async handle({ connection }, { id }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    const { missing, advised } = readiness(item.contract);
    return { ready: missing.length === 0, state: item.state, missing, advised };
  },
});
