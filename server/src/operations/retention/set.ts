import { z } from 'zod';
import { readRetention, saveRetention } from '../../store/retention.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { retentionResource, showRetention } from '../resources/retention.ts';

const LONGEST_DAYS = 36_500;

export default command({
  name: 'retention.set',
  summary: 'Say how long contents of artifacts are kept once all work that they are evidence of has ended.',
  http: 'PUT /v1/retention',
  input: z.object({
    artifacts: z.int().min(1).max(LONGEST_DAYS).nullable().describe('Days; null keeps them for ever.'),
  }),
  output: retentionResource,
  needs: { action: 'retention.set' },
  refuses: [],
  example: { input: { artifacts: 730 }, output: { artifacts: 730, by: ids.ana, at: ids.at } },

  load: async ({ connection }) => ({ before: await readRetention(connection) }),

  decide({ actor, changes, connection, now }, { before }, { artifacts }) {
    if (before.artifacts === artifacts) return showRetention(before);
    const after = { artifacts, by: actor.id, at: now };
    const data = { artifacts, before: before.artifacts };
    changes.fact({ type: 'retention.set', data }, {}, saveRetention(connection, after));
    return showRetention(after);
  },
});
