import { z } from 'zod';
import { create, needsTriage } from '../../domain/clarify.ts';
import { contractInput, draft } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { workToBe } from '../../domain/policy/work.ts';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import type { StoredItem } from '../../store/items.ts';
import type { Team } from '../../store/teams.ts';
import { command } from '../define.ts';
import { exampleItem } from '../examples.ts';
import { gather } from '../gather.ts';
import { addDependencies, blocks, countChild, requireBlockers } from '../graph-changes.ts';
import { requireOwner, requireParent, requireServed, requireTeamWithNumber, resolveAssignee } from '../references.ts';
import { requireCurrency } from '../require-currency.ts';
import { idOrKey } from '../resources/basics.ts';
import { itemResource, showItem } from '../resources/item.ts';

/** Where the new work belongs, and who answers for it. */
type Loaded = {
  team: Team & { number: number };
  parent: StoredItem | null;
  serves: string | null;
  blockers: Exclude<Awaited<ReturnType<typeof requireBlockers>>, Refusal>;
  assignee: string | null;
  owner: string;
};

export default command({
  name: 'item.create',
  summary: 'Write down work as a draft; everything but the title may come later.',
  http: 'POST /v1/items',
  status: 201,
  input: contractInput.extend({
    team: z.string().max(100).optional().describe('An id or key; your own first team unless stated.'),
    parent: idOrKey.nullish().describe('The larger work that this is a part of.'),
    assignee: z.string().max(200).nullish().describe('Who shall do it, by id, name or e-mail address.'),
    blockedBy: z.array(idOrKey).max(limits.blockers).default([]).describe('Items that have to be finished first.'),
    owner: z
      .string()
      .max(200)
      .optional()
      .describe('The human who is accountable; you, or your sponsor, unless stated.'),
    intake: z
      .boolean()
      .default(false)
      .describe('Let it wait to be triaged. What agents, guests and systems write down does so in any case.'),
  }),
  output: itemResource,
  needs: {
    action: 'item.create',
    facts: ({ team, owner, serves }: Loaded, _, input) => ({
      work: workToBe(draft({ ...input, owner, serves }), team.id),
    }),
  },
  refuses: ['unknown_reference', 'wrong_state', 'not_active', 'wrong_currency'],
  example: {
    input: {
      team: 'OPS',
      title: 'Renew the certificate',
      outcome: 'Customers keep a valid connection.',
      criteria: [{ text: 'The new certificate is served', check: 'openssl s_client shows it' }],
      priority: 1,
    },
    output: exampleItem,
  },

  async load({ connection, actor }, input): Promise<Loaded | Refusal> {
    const found = await gather({
      money: requireCurrency(connection, input.budget),
      team: requireTeamWithNumber(connection, input.team, actor.teams),
      parent: requireParent(connection, input.parent),
      serves: requireServed(connection, input.serves),
      blockers: requireBlockers(connection, input.blockedBy),
      assignee: resolveAssignee(connection, input.assignee, actor),
    });
    if (isRefusal(found)) return found;
    const owner = await requireOwner(connection, input.owner, actor, found.parent);
    return isRefusal(owner) ? owner : { ...found, owner };
  },

  decide(
    { actor, acceptor = actor, connection, ids, changes, now },
    { team, parent, serves, blockers, assignee, owner },
    input,
  ) {
    const { team: _, parent: __, assignee: ___, blockedBy: ____, intake, ...first } = input;
    const key = `${team.key}-${team.number}`;
    const contract = draft({ ...first, owner, serves });
    const events = create({
      id: ids.next(),
      key,
      team: team.id,
      parent: parent?.id ?? null,
      contract,
      assignee,
      createdBy: actor.id,
      // A person who has accepted it has said that it is work; one agent does not say so for another.
      intake: intake || needsTriage(acceptor),
    });
    const openBlockers = blockers.filter(blocks).length;
    const item = changes.item(null, events, { counters: { openBlockers } });
    addDependencies(changes, connection, item, blockers, now);
    countChild(changes, item.parent, 1);
    return showItem({ ...item, openBlockers }, now);
  },
});
