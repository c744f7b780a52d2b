import { z } from 'zod';
import { listPasskeys } from '../../store/passkeys.ts';
import { query } from '../define.ts';
import { examplePasskey, passkeyResource, showPasskey } from './passkey-resource.ts';

export default query({
  name: 'passkey.list',
  summary: 'List your passkeys, the oldest first.',
  http: 'GET /v1/me/passkeys',
  input: z.object({}),
  output: z.object({ items: z.array(passkeyResource) }),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { items: [examplePasskey] } },

  async handle({ connection, actor }) {
    return { items: (await listPasskeys(connection, actor.id)).map(showPasskey) };
  },
});
