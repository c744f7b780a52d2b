import { type Roles, decisionKind, rolesInput } from '../../domain/decision.ts';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import { saveRights } from '../../store/rights.ts';
import { command } from '../define.ts';
import { exampleRights, rightsResource, showRights } from '../resources/rights.ts';
import { type ItemWithPeople, itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { readRoles } from '../read-roles.ts';
import { idOrKey } from '../resources/basics.ts';

type Loaded = ItemWithPeople & { roles: Roles };

export default command({
  name: 'item.set_rights',
  summary:
    'Say who recommends, must agree, performs, gives input and decides about an item, for one kind of decision or for all.',
  http: 'PUT /v1/items/{id}/rights',
  input: rolesInput.extend({
    id: idOrKey,
    decisionKind: decisionKind
      .optional()
      .describe('Such as `vendor`; for every kind without rights of its own unless stated.'),
  }),
  output: rightsResource,
  needs: { action: 'item.set_rights', facts: itemFacts },
  refuses: ['not_found', 'unknown_reference', 'not_active'],
  example: { input: { id: 'OPS-12', decisionKind: 'vendor', decide: 'Ana' }, output: exampleRights },

  async load(context, { id, decisionKind: _, ...said }): Promise<Loaded | Refusal> {
    const loaded = await loadItemWithPeople(context.connection, id);
    if (isRefusal(loaded)) return loaded;
    const roles = await readRoles(context, said);
    return isRefusal(roles) ? roles : { ...loaded, roles };
  },

  decide({ actor, changes, connection, now }, { item, roles }, { decisionKind: kind = '' }) {
    const rights = { ...roles, decisionKind: kind, by: actor.id, at: now };
    const data = { decisionKind: kind || null, ...roles };
    changes.fact({ type: 'item.rights_set', data }, { item }, saveRights(connection, item.id, rights));
    return showRights(rights);
  },
});
