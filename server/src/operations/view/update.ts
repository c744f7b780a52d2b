import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { type Look, changeView } from '../../domain/view.ts';
import { updateView } from '../../store/views.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { id } from '../resources/basics.ts';
import { showView, viewResource } from '../resources/view.ts';
import * as fields from './fields.ts';
import { requireView, resolveViewTeam, viewFacts } from './references.ts';

export default command({
  name: 'view.update',
  summary: 'Change a saved view, or whom it is shared with.',
  http: 'PATCH /v1/views/{id}',
  input: z.object({
    id,
    name: fields.name.optional(),
    layout: fields.layout.optional(),
    filter: fields.filter.optional(),
    group: fields.group.nullable().optional(),
    sort: fields.sort.nullable().optional(),
    team: fields.team.nullable().optional(),
    shared: fields.shared.optional(),
  }),
  output: viewResource,
  needs: { action: 'view.change', facts: viewFacts },
  refuses: ['not_found', 'unknown_reference', 'version_conflict'],
  example: {
    input: { id: fields.exampleView.id, layout: 'list' },
    output: { ...fields.exampleView, layout: 'list', version: 2 },
  },

  load: ({ connection }, { id: named, team }) =>
    gather({ view: requireView(connection, named), team: resolveViewTeam(connection, team) }),

  decide({ connection, changes, ifMatch, now }, { view, team }, { id: _, ...said }) {
    if (ifMatch !== null && ifMatch !== view.version) return refuse('version_conflict', { version: view.version });
    const look = { ...lookOf(view), ...given(said), ...(said.team !== undefined && { team: team?.id ?? null }) };
    if (isSame(look, view)) return showView(view);
    const after = changeView(view, look, now);
    changes.fact(
      { type: 'view.updated', data: { id: view.id, ...look } },
      { subject: view.id },
      updateView(connection, view, after),
    );
    return showView({ ...after, version: view.version + 1 });
  },
});

const lookOf = ({ name, layout, filter, group, sort, team, shared }: Look): Look => ({
  name,
  layout,
  filter,
  group,
  sort,
  team,
  shared,
});

const isSame = (look: Look, view: Look) =>
  Object.entries(look).every(([field, value]) => view[field as keyof Look] === value);

/** The fields of which something was said. */
const given = (said: { [Field in keyof Look]?: Look[Field] | undefined }) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Look>;
