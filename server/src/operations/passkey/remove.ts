import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { refuseLastWayIn } from '../../domain/ways-in.ts';
import { deletePasskey, findPasskey } from '../../store/passkeys.ts';
import { lockPeople } from '../../store/people.ts';
import { adminsWaysIn } from '../../store/ways-in.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { ownFacts } from './own-facts.ts';
import { examplePasskey } from './passkey-resource.ts';

export default command({
  name: 'passkey.remove',
  summary: 'Remove one of your passkeys: nobody signs in with it any more. Sessions that it opened go on.',
  http: 'DELETE /v1/me/passkeys/{id}',
  locks: true,
  input: z.object({ id }),
  output: null,
  needs: { action: 'passkey.change', facts: ownFacts },
  refuses: ['not_found', 'last_way_in'],
  example: { input: { id: examplePasskey.id }, output: null },

  async load({ connection, actor }, { id: named }) {
    // Two admins who each remove their last one at once would together leave nobody.
    await lockPeople(connection);
    const passkey = await findPasskey(connection, { participant: actor.id, id: named });
    if (!passkey) return refuse('not_found', { field: 'id', passkey: named });
    return { passkey, admins: await adminsWaysIn(connection) };
  },

  decide({ actor, connection, changes }, { passkey, admins }) {
    const refusal = refuseLastWayIn(actor.id, admins);
    if (refusal) return refusal;
    changes.fact(
      { type: 'passkey.removed', data: { passkey: passkey.id, name: passkey.name } },
      { subject: actor.id },
      deletePasskey(connection, passkey),
    );
    return null;
  },
});
