import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { id } from '../resources/basics.ts';
import { outcomeResource, showOutcome } from '../resources/outcome.ts';
import { exampleOutcome } from './fields.ts';
import { lastReadings, requireOutcome } from './references.ts';

export default query({
  name: 'outcome.get',
  summary: 'Read one outcome with the last readings of its measures.',
  http: 'GET /v1/outcomes/{id}',
  input: z.object({ id }),
  output: outcomeResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: exampleOutcome.id }, output: exampleOutcome },

  async handle({ connection, now }, { id: which }) {
    const outcome = await requireOutcome(connection, which);
    return isRefusal(outcome) ? outcome : showOutcome(outcome, now, await lastReadings(connection, outcome.id));
  },
});
