import { z } from 'zod';
import { risks } from '../../domain/contract.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { states } from '../../domain/work-item.ts';
import { isId } from '../../store/items.ts';
import { type ListedItem, listItems } from '../../store/list-items.ts';
import { query } from '../define.ts';
import { exampleItemSummary } from '../examples.ts';
import { gather } from '../gather.ts';
import { requireItem, requireOutcomeIn, requireParticipant, requireTeam } from '../references.ts';
import { cut, id, idOrKey, page, pageOf } from '../resources/basics.ts';
import { itemSummary, showListed } from '../resources/item.ts';

const who = z.string().max(200).optional();

export default query({
  name: 'item.list',
  summary: 'List items, filtered and in pages.',
  http: 'GET /v1/items',
  input: z.object({
    state: z.array(z.enum(states)).max(6).optional().describe('One or several states.'),
    team: z.string().max(100).optional(),
    owner: who.describe('Who is accountable: an id, name, e-mail address or `me`.'),
    executor: who.describe('Who is doing it now.'),
    assignee: who,
    parent: idOrKey.optional(),
    serves: id.max(100).optional().describe('The outcome that the work is for.'),
    type: z.string().max(60).optional(),
    label: z.string().max(120).optional(),
    risk: z.enum(risks).optional(),
    blocked: z.boolean().optional(),
    waiting: z.boolean().optional(),
    claimable: z.boolean().optional().describe('Whether somebody able could claim it now.'),
    intake: z.boolean().optional().describe('Whether it waits to be triaged.'),
    sort: z.enum(['newest', 'priority']).default('newest'),
    ...page,
  }),
  output: pageOf(itemSummary),
  needs: { action: 'workspace.read' },
  refuses: ['unknown_reference', 'not_found'],
  example: { input: { state: ['ready'], team: 'OPS' }, output: { items: [exampleItemSummary], next: null } },

  async handle({ connection, actor, now }, input) {
    const { team, owner, executor, assignee, parent, serves, cursor, limit, sort, ...rest } = input;
    const person = (field: string, name: string | undefined) =>
      name === undefined ? Promise.resolve(undefined) : requireParticipant(connection, field, name, actor);
    const found = await gather({
      after: Promise.resolve(parseCursor(cursor)),
      team: team === undefined ? Promise.resolve(undefined) : requireTeam(connection, team, []),
      owner: person('owner', owner),
      executor: person('executor', executor),
      assignee: person('assignee', assignee),
      parent: parent === undefined ? Promise.resolve(undefined) : requireItem(connection, parent),
      serves: serves === undefined ? undefined : requireOutcomeIn(connection, 'serves', serves),
    });
    if (isRefusal(found)) return found;
    const rows = await listItems(connection, {
      ...rest,
      sort,
      after: found.after,
      team: found.team?.id,
      owner: found.owner?.id,
      executor: found.executor?.id,
      assignee: found.assignee?.id,
      parent: found.parent?.id,
      serves: found.serves?.id,
      limit: limit + 1,
    });
    const { items, next } = cut(rows, limit, cursorOf);
    return { items: items.map((row) => showListed(row, now)), next };
  },
});

const cursorOf = ({ priority, id }: ListedItem) => `${priority ?? 9}.${id}`;

function parseCursor(cursor: string | undefined): { id: string; priority: number } | undefined | Refusal {
  if (cursor === undefined) return undefined;
  const [priority = '', id = ''] = cursor.split('.');
  if (/^\d$/.test(priority) && isId(id)) return { priority: Number(priority), id };
  return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not the `next` of a page' }] });
}
