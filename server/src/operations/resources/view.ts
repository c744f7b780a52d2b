import { z } from 'zod';
import { layouts } from '../../domain/view.ts';
import type { StoredView } from '../../store/views.ts';
import { id, instant, iso } from './basics.ts';

export const viewResource = z
  .object({
    id,
    name: z.string(),
    layout: z.enum(layouts),
    filter: z.string(),
    group: z.string().nullable(),
    sort: z.string().nullable(),
    team: id.nullable().describe('Whose members see it.'),
    shared: z.boolean().describe('Whether the whole workspace sees it.'),
    creator: id,
    version: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'View', description: 'A way to look at the work that somebody saved.' });

export const showView = (view: StoredView): z.input<typeof viewResource> => ({
  id: view.id,
  name: view.name,
  layout: view.layout,
  filter: view.filter,
  group: view.group,
  sort: view.sort,
  team: view.team,
  shared: view.shared,
  creator: view.creator,
  version: view.version,
  createdAt: iso(view.createdAt),
  updatedAt: iso(view.updatedAt),
});
