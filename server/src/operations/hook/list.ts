import { z } from 'zod';
import { listHooks } from '../../store/hooks.ts';
import { query } from '../define.ts';
import { hookResource, showHook } from '../resources/hook.ts';
import { exampleHook } from './fields.ts';

export default query({
  name: 'hook.list',
  summary: 'List the addresses at which other systems tell of something, the oldest first.',
  http: 'GET /v1/hooks',
  input: z.object({}),
  output: z.object({ items: z.array(hookResource) }),
  needs: { action: 'hook.read' },
  refuses: [],
  example: { input: {}, output: { items: [exampleHook] } },

  async handle({ connection, server }) {
    const all = await listHooks(connection);
    return { items: all.map((one) => showHook(one, server)) };
  },
});
