import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { type Hold, findHold, liftHold } from '../../store/holds.ts';
import { type StoredItem, findItem } from '../../store/items.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id, reason } from '../resources/basics.ts';
import { exampleHold, holdResource, showHold } from '../resources/hold.ts';

type Loaded = { hold: Hold; item: StoredItem | null };

export default command({
  name: 'hold.lift',
  summary: 'Lift a legal hold: what no other one covers may be erased again when its time has come.',
  http: 'POST /v1/holds/{id}/lift',
  input: z.object({ id, reason }),
  output: holdResource,
  needs: { action: 'hold.lift' },
  refuses: ['not_found', 'wrong_state'],
  example: {
    input: { id: exampleHold.id, reason: 'The claim was withdrawn.' },
    output: { ...exampleHold, lifted: { at: ids.at, by: ids.ana, reason: 'The claim was withdrawn.' } },
  },

  async load({ connection }, input): Promise<Loaded | Refusal> {
    const hold = await findHold(connection, input.id);
    if (!hold) return refuse('not_found', { field: 'id', hold: input.id });
    return { hold, item: hold.scope === 'item' ? await findItem(connection, hold.target ?? '') : null };
  },

  decide({ actor, changes, connection, now }, { hold, item }, { reason: why }) {
    if (hold.liftedAt !== null) return refuse('wrong_state', { state: 'lifted', expected: ['in force'] });
    const subject = hold.scope === 'item' ? null : (hold.target ?? hold.id);
    const lifted = liftHold(connection, { id: hold.id, by: actor.id, at: now, reason: why });
    changes.fact({ type: 'hold.lifted', data: { id: hold.id, reason: why } }, { item, subject }, lifted);
    return showHold({ ...hold, liftedAt: now, liftedBy: actor.id, liftReason: why });
  },
});
