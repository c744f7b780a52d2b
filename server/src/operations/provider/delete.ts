import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { deleteProvider } from '../../store/providers.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleProvider } from './fields.ts';
import { requireProvider } from './references.ts';

export default command({
  name: 'provider.delete',
  summary: 'End sign-in through a provider; people, their roles and teams, and sessions that are open stay.',
  http: 'DELETE /v1/sign-in/providers/{id}',
  input: z.object({ id }),
  output: null,
  needs: { action: 'provider.delete' },
  refuses: ['not_found'],
  example: { input: { id: exampleProvider.id }, output: null },

  async load({ connection }, { id: named }) {
    const provider = await requireProvider(connection, named);
    return isRefusal(provider) ? provider : { provider };
  },

  decide({ connection, changes }, { provider }) {
    const { id: deleted, name } = provider;
    changes.fact(
      { type: 'provider.deleted', data: { id: deleted, name } },
      { subject: deleted },
      deleteProvider(connection, provider),
    );
    return null;
  },
});
