import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { isOpen } from '../../domain/work-item.ts';
import { findTask, markTakenBack } from '../../store/a2a-tasks.ts';
import type { StoredItem } from '../../store/items.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { type Surroundings, cancelItem, loadSurroundings } from '../ending-changes.ts';
import { ids } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { requireItem } from '../references.ts';
import { raiseException } from '../request-changes.ts';
import { reason } from '../resources/basics.ts';

const ASKED = 'Whoever sent this asks to cancel it.';

export default command({
  name: 'task.cancel',
  summary:
    'Take back a task that you began, as long as nobody has begun to work on it; after that, ask its owner to cancel it.',
  http: 'POST /v1/tasks/{id}/cancel',
  locks: true,
  input: z.object({ id: z.string().min(1).max(100), reason: reason.optional() }),
  output: z
    .object({
      task: z.string(),
      did: z.enum(['canceled', 'asked']).describe('`asked`: work is under way, so its owner was asked.'),
    })
    .meta({ id: 'CanceledTask', description: 'What became of the wish to cancel.' }),
  needs: {
    action: 'task.cancel',
    facts: ({ item, mine }: Loaded) => ({ creator: mine, ...workFacts({ item }) }),
    acts: () => ['item.cancel'],
  },
  refuses: ['not_found', 'wrong_state'],
  example: { input: { id: ids.item, reason: 'The supplier did it.' }, output: { task: ids.item, did: 'canceled' } },

  async load(context, { id }): Promise<Loaded | Refusal> {
    const { connection, actor } = context;
    const task = await findTask(connection, id, actor.id);
    const item = task ? await requireItem(connection, task.item) : refuse('not_found', { field: 'id', task: id });
    if (isRefusal(item)) return item;
    if (!isOpen(item.state))
      return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
    return { item, mine: actor.id, surroundings: await loadSurroundings(context, item.id) };
  },

  decide(context, { item, surroundings }, { reason: why }) {
    if (item.state === 'active' || item.state === 'review') return askOwner(context, item, surroundings, why);
    const after = cancelItem(context, { item, reason: why ?? 'Whoever sent it has taken it back.' }, surroundings);
    if (isRefusal(after)) return after;
    context.changes.also(markTakenBack(context.connection, item.id));
    return { task: item.id, did: 'canceled' as const };
  },
});

type Loaded = { item: StoredItem; mine: string; surroundings: Surroundings };

/** Whoever answers for work that is under way decides whether it stops; one such question at a time. */
function askOwner(
  { changes, ids: fresh }: CommandContext,
  item: StoredItem,
  { openRequests }: Surroundings,
  why: string | undefined,
) {
  const asked = openRequests.some(
    ({ kind, body }) => kind === 'exception' && String(body['text'] ?? '').startsWith(ASKED),
  );
  if (!asked)
    raiseException(
      changes,
      fresh.next(),
      item,
      { participant: item.contract.owner },
      {
        class: 'external',
        severity: 'high',
        blocking: false,
        text: [ASKED, why ?? ''].join(' ').trim(),
        needed: 'Cancel the work, or say that it goes on.',
      },
    );
  return { task: item.id, did: 'asked' as const };
}
