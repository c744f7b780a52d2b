import { z } from 'zod';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { deleteRemote, findRemote } from '../../../store/a2a-remotes.ts';
import { command } from '../../define.ts';
import { ids } from '../../examples.ts';
import { who } from '../../participant/fields.ts';
import { requireSubject } from '../../participant/subject.ts';

export default command({
  name: 'participant.remove_remote',
  summary: 'Send a participant no more work elsewhere; what is there is followed no longer, and its leases end.',
  http: 'DELETE /v1/participants/{id}/remote',
  input: z.object({ id: who }),
  output: null,
  needs: { action: 'participant.set_remote' },
  refuses: ['not_found'],
  example: { input: { id: ids.bot }, output: null },

  async load({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    return (await findRemote(connection, subject.id))
      ? { subject }
      : refuse('not_found', { field: 'id', problem: 'the participant is no agent elsewhere' });
  },

  decide({ changes, connection }, { subject }) {
    changes.fact(
      { type: 'participant.remote_removed', data: {} },
      { subject: subject.id },
      deleteRemote(connection, subject.id),
    );
    return null;
  },
});
