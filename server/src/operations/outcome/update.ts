import { z } from 'zod';
import { reviseOutcome } from '../../domain/outcome.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { requireParticipant } from '../references.ts';
import { id } from '../resources/basics.ts';
import { changedOutcome, outcomeResource, showOutcome } from '../resources/outcome.ts';
import * as fields from './fields.ts';
import { lastReadings, outcomeFacts, requireOutcome, requirePlace } from './references.ts';

export default command({
  name: 'outcome.update',
  summary: 'Change what is wanted, how it is measured, who is accountable, or which outcome it is a part of.',
  http: 'PATCH /v1/outcomes/{id}',
  wantsVersion: true,
  locks: true,
  input: z.object({
    id,
    title: fields.title.optional(),
    description: fields.description.optional(),
    parent: fields.parent.optional(),
    owner: fields.owner.optional(),
    measures: fields.measures.optional().describe('All of them: one that is left out is measured no longer.'),
  }),
  output: outcomeResource,
  needs: { action: 'outcome.update', facts: outcomeFacts },
  refuses: [
    'not_found',
    'unknown_reference',
    'not_active',
    'wrong_state',
    'cycle',
    'limit_reached',
    'version_conflict',
    'precondition_required',
  ],
  example: {
    input: { id: fields.exampleOutcome.id, title: 'No certificate expires unnoticed' },
    output: { ...fields.exampleOutcome, title: 'No certificate expires unnoticed', version: 2 },
  },

  async load({ connection, actor }, { id: which, parent, owner }) {
    await lockPeople(connection);
    const outcome = await requireOutcome(connection, which);
    if (isRefusal(outcome)) return outcome;
    const found = await gather({
      place: parent === undefined ? undefined : requirePlace(connection, parent, outcome),
      owner: owner === undefined ? undefined : requireParticipant(connection, 'owner', owner, actor),
      readings: lastReadings(connection, outcome.id),
    });
    return isRefusal(found) ? found : { ...found, outcome };
  },

  decide({ changes, ifMatch, now }, { outcome, place, owner, readings }, { title, description, measures }) {
    if (ifMatch !== null && ifMatch !== outcome.version)
      return refuse('version_conflict', { version: outcome.version });
    const events = reviseOutcome(outcome, { title, description, measures, place, owner });
    if (isRefusal(events)) return events;
    return showOutcome(changedOutcome(outcome, changes.outcome(outcome, events), now), now, readings);
  },
});
