import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { refuseLeavingOut } from '../../domain/ways-in.ts';
import { lockPeople } from '../../store/people.ts';
import { deleteProvider } from '../../store/providers.ts';
import { waysInWithout } from '../../store/ways-in.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleProvider } from './fields.ts';
import { requireProvider } from './references.ts';

export default command({
  name: 'provider.delete',
  summary: 'End sign-in through a provider; people, their roles and teams, and sessions that are open stay.',
  http: 'DELETE /v1/sign-in/providers/{id}',
  locks: true,
  input: z.object({
    id,
    leavesOut: z
      .boolean()
      .default(false)
      .describe('Also where people know no other way to sign in; the last admin who can sign in is never left out.'),
  }),
  output: null,
  needs: { action: 'provider.delete' },
  refuses: ['not_found', 'last_way_in', 'only_way_in'],
  example: { input: { id: exampleProvider.id }, output: null },

  async load({ connection }, { id: named }) {
    // Somebody who gives up their last other way at the same moment waits, and is counted again.
    await lockPeople(connection);
    const provider = await requireProvider(connection, named);
    return isRefusal(provider) ? provider : { provider, people: await waysInWithout(connection, provider.id) };
  },

  decide({ connection, changes }, { provider, people }, { leavesOut }) {
    const refusal = refuseLeavingOut(people, { meant: leavesOut });
    if (refusal) return refusal;
    const { id: deleted, name } = provider;
    changes.fact(
      { type: 'provider.deleted', data: { id: deleted, name } },
      { subject: deleted },
      deleteProvider(connection, provider),
    );
    return null;
  },
});
