import { z } from 'zod';
import { takeOver } from '../../domain/execute-work.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { exampleItem, ids } from '../examples.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { idOrKey, reason } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';
import { runClaim, showRunClaim } from '../resources/run.ts';

export default command({
  name: 'item.take_over',
  summary: 'Take work out of the hands of whoever does it and go on with it yourself; they learn who took it and why.',
  http: 'POST /v1/items/{id}/take-over',
  input: z.object({ id: idOrKey, reason }),
  output: z.object({ item: itemResource, run: runClaim }).meta({ id: 'TakenOver' }),
  needs: { action: 'item.take_over', facts: itemFacts },
  refuses: ['not_found', 'wrong_state', 'already_claimed'],
  example: {
    input: { id: 'OPS-12', reason: 'The supplier wants to talk to a person.' },
    output: {
      item: { ...exampleItem, state: 'active', executor: ids.ana, fence: 8, version: 4 },
      run: { id: ids.run, fence: 8, leaseExpiresAt: null },
    },
  },

  load: ({ connection }, { id }) => loadItemWithPeople(connection, id),

  decide({ actor, changes, connection: { workspace }, ids: fresh, now }, { item }, { reason: why }) {
    const taken = { run: fresh.next(), executor: actor, leaseMs: limits.leaseDefault * 1000, reason: why };
    const events = takeOver(item, taken, now);
    if (isRefusal(events)) return events;
    const after = changes.item(item, events);
    // As with a claim: nobody who is paused at this instant is left with a live run.
    changes.also(
      sql`select 1 from participants where workspace = ${workspace} and id = ${actor.id} and status = 'active' for share`,
    );
    return { item: showItem(changed(item, after), now), run: showRunClaim(after) };
  },
});
