import { z } from 'zod';
import { endOutcome } from '../../domain/outcome.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { openOutcomesBelow } from '../../store/outcomes.ts';
import { lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { id, reason } from '../resources/basics.ts';
import { changedOutcome, outcomeResource, showOutcome } from '../resources/outcome.ts';
import { exampleOutcome } from './fields.ts';
import { lastReadings, outcomeFacts, requireOutcome } from './references.ts';

export default command({
  name: 'outcome.end',
  summary: 'Say that an outcome was achieved, or that it is wanted no longer.',
  http: 'POST /v1/outcomes/{id}/end',
  locks: true,
  input: z.object({ id, as: z.enum(['achieved', 'abandoned']), reason: reason.optional() }),
  output: outcomeResource,
  needs: { action: 'outcome.end', facts: outcomeFacts },
  refuses: ['not_found', 'wrong_state', 'outcomes_open'],
  example: {
    input: { id: exampleOutcome.id, as: 'achieved', reason: 'A year without an outage.' },
    output: { ...exampleOutcome, state: 'achieved', version: 2 },
  },

  async load({ connection }, { id: which }) {
    await lockPeople(connection);
    const outcome = await requireOutcome(connection, which);
    if (isRefusal(outcome)) return outcome;
    const found = await gather({
      openBelow: openOutcomesBelow(connection, outcome.id),
      readings: lastReadings(connection, outcome.id),
    });
    return isRefusal(found) ? found : { ...found, outcome };
  },

  decide({ changes, now }, { outcome, openBelow, readings }, { as, reason: why = null }) {
    const events = endOutcome(outcome, { as, reason: why }, openBelow);
    if (isRefusal(events)) return events;
    return showOutcome(changedOutcome(outcome, changes.outcome(outcome, events), now), now, readings);
  },
});
