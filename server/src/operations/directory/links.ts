import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isId } from '../../store/items.ts';
import { listLinks } from '../../store/directory.ts';
import { query } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleLink, externalId, kind, linkResource, userName } from './link-resource.ts';

export default query({
  name: 'directory.links',
  summary: 'List what an outer directory of people calls the participants or teams that it keeps.',
  http: 'GET /v1/directory/links',
  input: z.object({
    kind,
    ids: z.array(id.refine(isId, 'is not an id')).max(limits.pageSize).optional().describe('Only of these.'),
    externalId: externalId.optional(),
    userName: userName.optional(),
  }),
  output: z.object({ items: z.array(linkResource) }),
  needs: { action: 'directory.link' },
  refuses: [],
  example: { input: { kind: 'participant', externalId: '701984' }, output: { items: [exampleLink] } },

  handle: async ({ connection }, filter) => ({ items: await listLinks(connection, filter) }),
});
