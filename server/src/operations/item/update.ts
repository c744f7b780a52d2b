import { raises } from '../../domain/budget/item-budget.ts';
import { revise } from '../../domain/clarify.ts';
import { contractPatch } from '../../domain/contract.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { type ItemWithPeople, itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { gather } from '../gather.ts';
import { requireOwner, requireServed } from '../references.ts';
import { requireCurrency } from '../require-currency.ts';
import { idOrKey, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';

type Loaded = ItemWithPeople & { owner: string | undefined; serves: string | null | undefined };

export default command({
  name: 'item.update',
  summary: 'Edit the contract: each edit is a numbered revision, and whoever works on the item is told.',
  http: 'PATCH /v1/items/{id}',
  wantsVersion: true,
  input: contractPatch.extend({
    id: idOrKey,
    reason: reason.optional().describe('Why, for whoever reads the history.'),
  }),
  output: itemResource,
  needs: {
    action: 'item.revise',
    facts: itemFacts,
    acts: ({ item }: Loaded, { budget }) =>
      budget !== undefined && raises(item.contract.budget, budget) ? ['budget.increase'] : [],
  },
  refuses: [
    'not_found',
    'unknown_reference',
    'not_active',
    'wrong_state',
    'not_ready',
    'version_conflict',
    'precondition_required',
    'wrong_currency',
  ],
  example: { input: { id: 'OPS-12', priority: 1 }, output: { ...exampleItem, version: 2, revision: 2 } },

  async load({ connection, actor }, input): Promise<Loaded | Refusal> {
    const loaded = await loadItemWithPeople(connection, input.id);
    if (isRefusal(loaded)) return loaded;
    // What stays the same is not asked about: the outcome may have ended since.
    const same = input.serves === undefined || input.serves === loaded.item.contract.serves;
    const found = await gather({
      money: requireCurrency(connection, input.budget),
      owner: input.owner === undefined ? undefined : requireOwner(connection, input.owner, actor, null),
      serves: same ? input.serves : requireServed(connection, input.serves),
    });
    return isRefusal(found) ? found : { ...loaded, ...found };
  },

  decide({ actor, changes, ifMatch, now }, loaded, { id: _, reason: why, ...patch }) {
    const { item, owner, serves } = loaded;
    if (ifMatch !== null && ifMatch !== item.version) return refuse('version_conflict', { version: item.version });
    const events = revise(item, { patch: { ...patch, owner, serves }, reason: why ?? null });
    if (isRefusal(events)) return events;

    const after = changes.item(item, events);
    if (item.run && item.run.executor !== actor.id) {
      changes.signal(item.run.id, 'contract_revised', {
        revision: after.revision,
        changed: Object.keys(patch),
        reason: why ?? null,
      });
    }
    return showItem(changed(item, after), now);
  },
});
