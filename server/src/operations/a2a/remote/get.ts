import { z } from 'zod';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { findRemote } from '../../../store/a2a-remotes.ts';
import { query } from '../../define.ts';
import { ids } from '../../examples.ts';
import { who } from '../../participant/fields.ts';
import { requireSubject } from '../../participant/subject.ts';
import { exampleRemote, remoteResource, showRemote } from './resource.ts';

export default query({
  name: 'participant.remote',
  summary: 'Where a participant is that is an agent elsewhere.',
  http: 'GET /v1/participants/{id}/remote',
  input: z.object({ id: who }),
  output: remoteResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: ids.bot }, output: exampleRemote },

  async handle({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    const remote = await findRemote(connection, subject.id);
    return remote
      ? showRemote(remote)
      : refuse('not_found', { field: 'id', problem: 'the participant is no agent elsewhere' });
  },
});
