import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { findPasskey, renamePasskey } from '../../store/passkeys.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { ownFacts } from './own-facts.ts';
import { examplePasskey, passkeyName, passkeyResource, showPasskey } from './passkey-resource.ts';

export default command({
  name: 'passkey.rename',
  summary: 'Give one of your passkeys another name.',
  http: 'PATCH /v1/me/passkeys/{id}',
  input: z.object({ id, name: passkeyName }),
  output: passkeyResource,
  needs: { action: 'passkey.change', facts: ownFacts },
  refuses: ['not_found'],
  example: { input: { id: examplePasskey.id, name: 'My phone' }, output: examplePasskey },

  async load({ connection, actor }, { id: named }) {
    const passkey = await findPasskey(connection, { participant: actor.id, id: named });
    return passkey ? { passkey } : refuse('not_found', { field: 'id', passkey: named });
  },

  decide({ actor, connection, changes }, { passkey }, { name }) {
    if (passkey.name !== name)
      changes.fact(
        { type: 'passkey.renamed', data: { passkey: passkey.id, name } },
        { subject: actor.id },
        renamePasskey(connection, passkey, name),
      );
    return showPasskey({ ...passkey, name });
  },
});
