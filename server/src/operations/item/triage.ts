import { z } from 'zod';
import { type Triage, triage } from '../../domain/clarify.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type StoredItem, findItem } from '../../store/items.ts';
import { sql } from '../../store/sql.ts';
import { addComment } from '../add-comment.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { type Surroundings, endItem, loadSurroundings } from '../ending-changes.ts';
import { exampleItem } from '../examples.ts';
import { gather } from '../gather.ts';
import { type ItemWithPeople, itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { requireOwner, requireTeam } from '../references.ts';
import { idOrKey, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

const input = z.object({
  id: idOrKey,
  as: z.enum(['accept', 'duplicate', 'decline']),
  team: z.string().max(100).optional().describe('Accept: whose work it becomes, by id or key.'),
  owner: z.string().max(200).optional().describe('Accept: the human who is accountable from now on.'),
  duplicateOf: idOrKey
    .optional()
    .describe('Duplicate: the item that says it already; it gets a comment about this one.'),
  reason: reason.optional().describe('Why; needed to decline.'),
});
type Said = z.output<typeof input>;

type Loaded = ItemWithPeople & { team: string; owner: string; other: StoredItem | null; surroundings: Surroundings };

export default command({
  name: 'item.triage',
  summary: 'Decide on a draft in the intake: accept it as work, end it as a duplicate of another item, or decline it.',
  http: 'POST /v1/items/{id}/triage',
  locks: true,
  input,
  output: itemResource,
  needs: { action: 'item.triage', facts: itemFacts },
  refuses: ['not_found', 'already_triaged', 'unknown_reference', 'not_active', 'reason_missing', 'invalid_input'],
  example: { input: { id: 'OPS-12', as: 'accept', team: 'OPS' }, output: { ...exampleItem, version: 2 } },

  async load(context, said): Promise<Loaded | Refusal> {
    const { connection, actor } = context;
    const loaded = refuseMisplaced(said) ?? (await loadItemWithPeople(connection, said.id));
    if (isRefusal(loaded)) return loaded;
    const { item } = loaded;
    const found = await gather({
      team: said.team === undefined ? null : requireTeam(connection, said.team, []),
      owner: said.owner === undefined ? item.contract.owner : requireOwner(connection, said.owner, actor, null),
      other: said.duplicateOf === undefined ? null : requireOther(context, said.duplicateOf),
      surroundings: loadSurroundings(context, item.id),
    });
    return isRefusal(found) ? found : { ...loaded, ...found, team: found.team?.id ?? item.team };
  },

  decide(context, loaded, said) {
    const { item, other, surroundings } = loaded;
    const events = triage(item, decisionOf(loaded, said));
    if (isRefusal(events)) return events;
    const accepted = said.as === 'accept';
    const after = accepted ? context.changes.item(item, events) : endItem(context, { item, events }, surroundings);
    if (other) pointTo(context, { item, other, reason: said.reason ?? null });
    const counters = accepted ? {} : { blockingRequests: -item.blockingRequests };
    return showItem(changed(item, after, counters), context.now);
  },
});

/** Refuses what does not go with the decision, by name. */
function refuseMisplaced({ as, team, owner, duplicateOf }: Said): Refusal | null {
  const named = { ...(as !== 'accept' && { team, owner }), ...(as !== 'duplicate' && { duplicateOf }) };
  const stray = Object.entries(named).find(([, value]) => value !== undefined);
  if (stray) return refuse('invalid_input', { errors: [{ field: stray[0], problem: `does not go with \`${as}\`` }] });
  return as === 'duplicate' && duplicateOf === undefined
    ? refuse('invalid_input', { errors: [{ field: 'duplicateOf', problem: 'is needed: which item says it already?' }] })
    : null;
}

const requireOther = async ({ connection }: CommandContext, idOrKeyOfIt: string) =>
  (await findItem(connection, idOrKeyOfIt)) ?? refuse('unknown_reference', { field: 'duplicateOf', item: idOrKeyOfIt });

function decisionOf({ team, owner, other }: Loaded, { as, reason: said }: Said): Triage {
  const why = said ?? null;
  if (as === 'duplicate' && other) return { as, of: { id: other.id, key: other.key }, reason: why };
  return as === 'accept' ? { as, team, owner, reason: why } : { as: 'decline', reason: why };
}

/** Whoever reads the item that stays finds what was merged into it. */
function pointTo(
  context: CommandContext,
  { item, other, reason: why }: { item: StoredItem; other: StoredItem; reason: string | null },
): void {
  const { changes, connection } = context;
  addComment(
    context,
    other,
    [`${item.key} "${item.contract.title}" is a duplicate of this.`, why ?? ''].join(' ').trim(),
  );
  changes.also(
    sql`insert into relations (workspace, item, kind, other)
      values (${connection.workspace}, ${item.id}, 'duplicate of', ${other.id}) on conflict do nothing returning 1`,
    'any',
  );
}
