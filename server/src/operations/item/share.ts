import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { saveShare, sharesOf } from '../../store/shares.ts';
import { command } from '../define.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { who } from '../participant/fields.ts';
import { requireParticipant } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { exampleShare, may, shareResource, showShare } from '../resources/share.ts';

export default command({
  name: 'item.share',
  summary: 'Show one item to a guest, who sees nothing else, or change how far they may go with it.',
  http: 'POST /v1/items/{id}/share',
  locks: true,
  input: z.object({
    id: idOrKey,
    with: who.describe('A guest, by id, name or e-mail address.'),
    may: may.default('view'),
  }),
  output: shareResource,
  needs: { action: 'item.share', facts: itemFacts },
  refuses: ['not_found', 'unknown_reference', 'not_active', 'limit_reached'],
  example: { input: { id: 'OPS-12', with: 'Gus', may: 'comment' }, output: exampleShare },

  async load({ connection, actor }, { id, with: named }) {
    const loaded = await loadItemWithPeople(connection, id);
    if (isRefusal(loaded)) return loaded;
    const guest = await requireParticipant(connection, 'with', named, actor);
    if (isRefusal(guest)) return guest;
    return { ...loaded, guest, shares: await sharesOf(connection, loaded.item.id) };
  },

  decide({ actor, changes, connection, now }, { item, guest, shares }, { may: wanted }) {
    const { id: participant, name, role, status } = guest;
    if (role !== 'guest')
      return refuse('unknown_reference', {
        field: 'with',
        participant,
        problem: `${name} is no guest: members see all work`,
      });
    if (status === 'retired') return refuse('not_active', { field: 'with', participant, status });
    const before = shares.find((one) => one.participant === participant);
    if (before?.may === wanted) return showShare(before);
    if (!before && shares.length >= limits.shares)
      return refuse('limit_reached', { field: 'with', limit: limits.shares });
    const share = { item: item.id, participant, may: wanted, by: actor.id, at: now };
    changes.fact(
      { type: 'item.shared', data: { may: wanted } },
      { item, subject: participant },
      saveShare(connection, share),
    );
    changes.forgetParticipants();
    return showShare(share);
  },
});
