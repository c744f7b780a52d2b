import { z } from 'zod';
import { listProviders } from '../../store/providers.ts';
import { query } from '../define.ts';
import { providerResource, showProvider } from '../resources/provider.ts';
import { exampleProvider } from './fields.ts';

export default query({
  name: 'provider.list',
  summary: 'List the providers through which people sign in, the oldest first.',
  http: 'GET /v1/sign-in/providers',
  input: z.object({}),
  output: z.object({ items: z.array(providerResource) }),
  needs: { action: 'provider.read' },
  refuses: [],
  example: { input: {}, output: { items: [exampleProvider] } },

  async handle({ connection, server }) {
    const all = await listProviders(connection);
    return { items: all.map((one) => showProvider(one, server)) };
  },
});
