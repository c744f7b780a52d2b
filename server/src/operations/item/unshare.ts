import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { deleteShare, sharesOf } from '../../store/shares.ts';
import { command } from '../define.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { who } from '../participant/fields.ts';
import { requireMember } from '../team/references.ts';
import { idOrKey } from '../resources/basics.ts';

export default command({
  name: 'item.unshare',
  summary: 'Show an item to a guest no longer; a run of theirs goes on until it is stopped or taken over.',
  http: 'DELETE /v1/items/{id}/shares/{participant}',
  locks: true,
  input: z.object({ id: idOrKey, participant: who }),
  output: null,
  needs: { action: 'item.share', facts: itemFacts },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12', participant: 'Gus' }, output: null },

  async load({ connection, actor }, { id, participant }) {
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    const guest = await requireMember(connection, participant, actor);
    if (isRefusal(guest)) return guest;
    const share = (await sharesOf(connection, loaded.item.id)).find((one) => one.participant === guest.id);
    return share ? { ...loaded, share } : refuse('not_found', { field: 'participant', participant });
  },

  decide({ changes, connection }, { item, share }) {
    const told = { item, subject: share.participant };
    changes.fact({ type: 'item.unshared', data: { may: share.may } }, told, deleteShare(connection, share));
    changes.forgetParticipants();
    return null;
  },
});
