import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { findRemote, saveRemote, sealCredentials } from '../../../store/a2a-remotes.ts';
import { command } from '../../define.ts';
import { ids } from '../../examples.ts';
import { problemOfAddress } from '../../outbound/problem-of-address.ts';
import { who } from '../../participant/fields.ts';
import { requireSubject } from '../../participant/subject.ts';
import { place } from './place.ts';
import { exampleRemote, remoteResource, showRemote } from './resource.ts';

export default command({
  name: 'participant.set_remote',
  summary: 'Say that a participant is an agent elsewhere: work that is assigned or handed to it is sent there by A2A.',
  http: 'PUT /v1/participants/{id}/remote',
  input: place.extend({ id: who }),
  output: remoteResource,
  secrets: ['credentials'],
  needs: { action: 'participant.set_remote' },
  refuses: ['not_found', 'invalid_input'],
  example: {
    input: { id: ids.bot, url: exampleRemote.url, scheme: 'Bearer', credentials: 'secret' },
    output: { ...exampleRemote, heardAt: null },
  },

  async load({ connection, actor, server }, { id, url, credentials }) {
    const problem = problemOfAddress(url, server.privateHosts);
    if (problem) return refuse('invalid_input', { errors: [{ field: 'url', problem }] });
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    if (subject.kind === 'human') {
      const errors = [{ field: 'id', problem: 'is a person; agents and systems may be elsewhere' }];
      return refuse('invalid_input', { errors });
    }
    const before = await findRemote(connection, subject.id);
    // Credentials that nobody sees again must not be led elsewhere by whoever may change the address.
    const moved = before !== null && new URL(before.url).origin !== new URL(url).origin;
    if (credentials === undefined && before?.credentials && moved) {
      const errors = [
        { field: 'credentials', problem: 'must be given again for another host; empty where it needs none' },
      ];
      return refuse('invalid_input', { errors });
    }
    return { subject, before };
  },

  decide({ changes, connection, now }, { subject, before }, { url, ...said }) {
    const isNew = said.credentials !== undefined;
    const kept = isNew ? null : (before?.credentials ?? null);
    const credentials = said.credentials ? sealCredentials(connection, subject.id, said.credentials) : kept;
    const scheme = credentials === null ? '' : (said.scheme ?? (isNew ? undefined : before?.scheme) ?? 'Bearer');
    const remote = { participant: subject.id, url, scheme, credentials, updatedAt: now };
    changes.fact(
      { type: 'participant.remote_set', data: { host: new URL(url).host } },
      { subject: subject.id },
      saveRemote(connection, remote),
    );
    return showRemote({ ...remote, heardAt: null, trouble: null, troubleAt: null });
  },
});
