import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type Hold, type HoldScope, holdScopes, insertHold } from '../../store/holds.ts';
import { type StoredItem, findItem } from '../../store/items.ts';
import { lockHolds } from '../../store/retention.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { requireOutcomeIn, requireParticipant } from '../references.ts';
import { reason } from '../resources/basics.ts';
import { exampleHold, holdResource, showHold } from '../resources/hold.ts';

type Loaded = { target: string | null; item: StoredItem | null };

export default command({
  name: 'hold.place',
  summary: 'Place a legal hold on an item, an outcome, a participant or the whole workspace: nothing of it is erased.',
  http: 'POST /v1/holds',
  status: 201,
  locks: true,
  input: z.object({
    scope: z.enum(holdScopes),
    target: z.string().min(1).max(254).optional().describe('Which one, by id, key or name. Not for the workspace.'),
    reason: reason.describe('Why, for whoever would lift it.'),
  }),
  output: holdResource,
  needs: { action: 'hold.place' },
  refuses: ['unknown_reference', 'invalid_input'],
  example: {
    input: { scope: 'item', target: 'OPS-12', reason: 'A claim for damages is pending.' },
    output: exampleHold,
  },

  async load(context, { scope, target }): Promise<Loaded | Refusal> {
    await lockHolds(context.connection);
    if (scope === 'workspace')
      return target === undefined ? { target: null, item: null } : wrongTarget('is not for the whole workspace');
    return target === undefined ? wrongTarget(`is needed: which ${scope}?`) : findTarget(context, scope, target);
  },

  decide({ actor, changes, connection, ids, now }, { target, item }, { scope, reason: why }) {
    const hold: Hold = {
      id: ids.next(),
      scope,
      target,
      reason: why,
      by: actor.id,
      at: now,
      liftedAt: null,
      liftedBy: null,
      liftReason: null,
    };
    const data = { id: hold.id, scope, target, reason: why };
    const subject = scope === 'item' ? null : (target ?? hold.id);
    changes.fact({ type: 'hold.placed', data }, { item, subject }, insertHold(connection, hold));
    return showHold(hold);
  },
});

const wrongTarget = (problem: string) => refuse('invalid_input', { errors: [{ field: 'target', problem }] });

async function findTarget(
  { connection, actor }: CommandContext,
  scope: Exclude<HoldScope, 'workspace'>,
  named: string,
): Promise<Loaded | Refusal> {
  if (scope === 'item') {
    const item = await findItem(connection, named);
    return item ? { target: item.id, item } : refuse('unknown_reference', { field: 'target', item: named });
  }
  const found =
    scope === 'outcome'
      ? await requireOutcomeIn(connection, 'target', named)
      : await requireParticipant(connection, 'target', named, actor);
  return isRefusal(found) ? found : { target: found.id, item: null };
}
