import { z } from 'zod';
import { listRemotes } from '../../../store/a2a-remotes.ts';
import { query } from '../../define.ts';
import { pageOf } from '../../resources/basics.ts';
import { exampleRemote, remoteResource, showRemote } from './resource.ts';

export default query({
  name: 'participant.remotes',
  summary:
    'All participants that are agents elsewhere: where each is, when it answered last, and what is wrong with it.',
  http: 'GET /v1/remotes',
  input: z.object({}),
  output: pageOf(remoteResource),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { items: [exampleRemote], next: null } },

  handle: async ({ connection }) => ({ items: (await listRemotes(connection)).map(showRemote), next: null }),
});
