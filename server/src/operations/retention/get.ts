import { z } from 'zod';
import { readRetention } from '../../store/retention.ts';
import { query } from '../define.ts';
import { retentionResource, showRetention } from '../resources/retention.ts';

export default query({
  name: 'retention.get',
  summary: 'Read how long contents are kept once their work has ended.',
  http: 'GET /v1/retention',
  input: z.object({}),
  output: retentionResource,
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { artifacts: null, by: null, at: null } },

  handle: async ({ connection }) => showRetention(await readRetention(connection)),
});
