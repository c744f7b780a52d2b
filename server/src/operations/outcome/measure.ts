import { z } from 'zod';
import { measureOutcome } from '../../domain/outcome.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id, reason } from '../resources/basics.ts';
import { changedOutcome, outcomeResource, showOutcome } from '../resources/outcome.ts';
import { exampleOutcome, figure } from './fields.ts';
import { lastReadings, outcomeFacts, requireOutcome } from './references.ts';

export default command({
  name: 'outcome.measure',
  summary: 'Note where a measure stands now: a reading with its date.',
  http: 'POST /v1/outcomes/{id}/measures/{measure}',
  input: z.object({
    id,
    measure: z.string().min(1).max(64).describe('The id of the measure, such as m1.'),
    value: figure.describe('In the unit of the measure.'),
    note: reason.optional().describe('Where the figure is from, or what moved it.'),
  }),
  output: outcomeResource,
  needs: { action: 'outcome.measure', facts: outcomeFacts },
  refuses: ['not_found', 'wrong_state'],
  example: {
    input: { id: exampleOutcome.id, measure: 'm1', value: 1, note: 'The incident of March.' },
    output: {
      ...exampleOutcome,
      measures: exampleOutcome.measures.map((measure) => ({
        ...measure,
        current: 1,
        readings: [{ value: 1, at: ids.at, by: ids.ana, note: 'The incident of March.' }],
      })),
      version: 2,
    },
  },

  async load({ connection }, { id: which }) {
    const outcome = await requireOutcome(connection, which);
    if (isRefusal(outcome)) return outcome;
    return { outcome, readings: await lastReadings(connection, outcome.id) };
  },

  decide({ actor, changes, now }, { outcome, readings }, { measure, value, note = null }) {
    const events = measureOutcome(outcome, { measure, value, note });
    if (isRefusal(events)) return events;
    const after = changedOutcome(outcome, changes.outcome(outcome, events), now);
    return showOutcome(after, now, [...readings, { measure, value, at: now, by: actor.id, note }]);
  },
});
