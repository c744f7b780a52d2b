import { z } from 'zod';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { findRemote } from '../../../store/a2a-remotes.ts';
import { query } from '../../define.ts';
import { ids } from '../../examples.ts';
import { who } from '../../participant/fields.ts';
import { requireSubject } from '../../participant/subject.ts';
import { cardResource, exampleCard, lookAtCard } from './card.ts';

export default query({
  name: 'participant.remote_card',
  summary: 'Read what an agent elsewhere says of itself right now.',
  http: 'GET /v1/participants/{id}/remote/card',
  input: z.object({ id: who }),
  output: cardResource,
  needs: { action: 'participant.set_remote' },
  refuses: ['not_found', 'busy'],
  example: { input: { id: ids.bot }, output: exampleCard },

  async handle({ connection, actor, server }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    const remote = await findRemote(connection, subject.id);
    return remote
      ? lookAtCard({ remote, server, signal: new AbortController().signal })
      : refuse('not_found', { field: 'id', problem: 'the participant is no agent elsewhere' });
  },
});
