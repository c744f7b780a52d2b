import { z } from 'zod';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { saveRemote } from '../../../store/a2a-remotes.ts';
import { command } from '../../define.ts';
import { ids } from '../../examples.ts';
import { problemOfAddress } from '../../outbound/problem-of-address.ts';
import { who } from '../../participant/fields.ts';
import { requireSubject } from '../../participant/subject.ts';
import { exampleRemote, remoteResource, showRemote } from './resource.ts';

export default command({
  name: 'participant.set_remote',
  summary: 'Say that a participant is an agent elsewhere: work that is assigned or handed to it is sent there by A2A.',
  http: 'PUT /v1/participants/{id}/remote',
  input: z.object({
    id: who,
    url: z.url().max(2_000).describe('Where its agent card is.'),
    scheme: z
      .string()
      .max(40)
      .regex(/^[A-Za-z][\w.-]*$/)
      .optional()
      .describe('How it is signed in to, such as Bearer.'),
    credentials: z
      .string()
      .max(2_000)
      .regex(/^[\x20-\x7e]*$/, 'may only hold printable ASCII')
      .default(''),
  }),
  output: remoteResource,
  secrets: ['credentials'],
  needs: { action: 'participant.set_remote' },
  refuses: ['not_found', 'invalid_input'],
  example: {
    input: { id: ids.bot, url: exampleRemote.url, scheme: 'Bearer', credentials: 'secret' },
    output: exampleRemote,
  },

  async load({ connection, actor, server }, { id, url }) {
    const problem = problemOfAddress(url, server.privateHosts);
    if (problem) return refuse('invalid_input', { errors: [{ field: 'url', problem }] });
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    return subject.kind === 'human'
      ? refuse('invalid_input', {
          errors: [{ field: 'id', problem: 'is a person; agents and systems may be elsewhere' }],
        })
      : { subject };
  },

  decide({ changes, connection, now }, { subject }, { url, scheme = '', credentials }) {
    const remote = { participant: subject.id, url, scheme, credentials, updatedAt: now };
    changes.fact(
      { type: 'participant.remote_set', data: { host: new URL(url).host } },
      { subject: subject.id },
      saveRemote(connection, remote),
    );
    return showRemote(remote);
  },
});
