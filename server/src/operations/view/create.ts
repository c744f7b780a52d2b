import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusals.ts';
import { newView } from '../../domain/view.ts';
import { insertView, lockAndCountViews } from '../../store/views.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { showView, viewResource } from '../resources/view.ts';
import * as fields from './fields.ts';
import { resolveViewTeam } from './references.ts';

export default command({
  name: 'view.create',
  summary: 'Save a way to look at the work, for yourself, a team or everybody.',
  http: 'POST /v1/views',
  status: 201,
  locks: true,
  input: z.object({
    name: fields.name,
    layout: fields.layout,
    filter: fields.filter.default(''),
    group: fields.group.nullish(),
    sort: fields.sort.nullish(),
    team: fields.team.nullish(),
    shared: fields.shared.default(false),
  }),
  output: viewResource,
  needs: { action: 'view.create' },
  refuses: ['unknown_reference', 'limit_reached'],
  example: {
    input: { name: 'Stuck in Operations', layout: 'board', filter: 'is:blocked', group: 'owner', shared: true },
    output: fields.exampleView,
  },

  load: ({ connection, actor }, { team }) =>
    gather({ count: lockAndCountViews(connection, actor.id), team: resolveViewTeam(connection, team) }),

  decide({ actor, connection, changes, ids, now }, { count, team }, { name, layout, filter, group, sort, shared }) {
    if (count >= limits.views) return refuse('limit_reached', { limit: limits.views });
    const look = { name, layout, filter, group: group ?? null, sort: sort ?? null, team: team?.id ?? null, shared };
    const data = { id: ids.next(), ...look, creator: actor.id };
    const view = newView(data, now);
    changes.fact({ type: 'view.created', data }, { subject: view.id }, insertView(connection, view));
    return showView({ ...view, version: 1 });
  },
});
