import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { who } from './fields.ts';
import { requireSubject } from './subject.ts';

export default query({
  name: 'participant.get',
  summary: 'Read one participant.',
  http: 'GET /v1/participants/{id}',
  input: z.object({ id: who }),
  output: participantResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: ids.bot }, output: exampleParticipant },

  async handle({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    return isRefusal(subject) ? subject : showParticipant(subject);
  },
});
