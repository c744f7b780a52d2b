import { z } from 'zod';
import { createOutcome } from '../../domain/outcome.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { requireParticipant } from '../references.ts';
import { outcomeResource, showOutcome } from '../resources/outcome.ts';
import * as fields from './fields.ts';
import { requirePlace } from './references.ts';

export default command({
  name: 'outcome.create',
  summary: 'Write down a result that is wanted, with what tells how far it is.',
  http: 'POST /v1/outcomes',
  status: 201,
  locks: true,
  input: z.object({
    title: fields.title,
    description: fields.description.default(''),
    parent: fields.parent.optional(),
    owner: fields.owner.default('me'),
    measures: fields.measures.default([]),
  }),
  output: outcomeResource,
  needs: { action: 'outcome.create' },
  refuses: ['unknown_reference', 'not_active', 'wrong_state', 'limit_reached'],
  example: {
    input: {
      title: 'No customer meets an expired certificate',
      description: 'Expired certificates cost us two outages last year.',
      measures: [{ name: 'Outages through certificates', unit: 'a year', baseline: 2, target: 0 }],
    },
    output: fields.exampleOutcome,
  },

  // Outcomes change one at a time, and with the people who answer for them: two changes side by side could close a cycle,
  // put an open outcome under one that has ended, or leave one with somebody who has retired.
  async load({ connection, actor }, { parent, owner }) {
    await lockPeople(connection);
    return gather({
      place: requirePlace(connection, parent, null),
      owner: requireParticipant(connection, 'owner', owner, actor),
    });
  },

  decide({ actor, changes, ids, now }, { place, owner }, { title, description, measures }) {
    const events = createOutcome({ id: ids.next(), title, description, measures, owner, createdBy: actor.id }, place);
    return isRefusal(events) ? events : showOutcome(changes.outcome(null, events), now);
  },
});
