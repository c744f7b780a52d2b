import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { type Participant, findParticipant, lockPeople, updateParticipant } from '../../store/people.ts';
import { command } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { who } from './fields.ts';
import { requireSubject } from './subject.ts';

type Loaded = { subject: Participant; holder: Participant | null };

export default command({
  name: 'participant.set_email',
  summary: 'Change the e-mail address of a person: they sign in by the new one, and by the old one no more.',
  http: 'PUT /v1/participants/{id}/email',
  locks: true,
  input: z.object({ id: who, email: z.email().max(254) }),
  output: participantResource,
  needs: { action: 'participant.set_email' },
  refuses: ['not_found', 'already_exists', 'version_conflict', 'invalid_input'],
  example: {
    input: { id: ids.ana, email: 'ana.keller@example.com' },
    output: { ...exampleParticipant, kind: 'human', sponsor: null, skills: [], email: 'ana.keller@example.com' },
  },

  async load({ connection, actor }, { id, email }): Promise<Loaded | Refusal> {
    await lockPeople(connection);
    return gather({ subject: requireSubject(connection, id, actor), holder: findParticipant(connection, email) });
  },

  decide({ changes, connection, ifMatch }, { subject, holder }, { email }) {
    if (subject.kind !== 'human')
      return refuse('invalid_input', { errors: [{ field: 'id', problem: 'is not a person; only people sign in' }] });
    if (ifMatch !== null && ifMatch !== subject.version)
      return refuse('version_conflict', { version: subject.version });
    if (holder && holder.id !== subject.id) return refuse('already_exists', { field: 'email' });
    if (subject.email === email) return showParticipant(subject);
    const after = { ...subject, email, version: subject.version + 1 };
    // The address itself stands in no fact, but its commitment does: it can be forgotten.
    changes.fact(
      { type: 'participant.email_set', data: { email } },
      { subject: subject.id },
      updateParticipant(connection, subject, after),
    );
    changes.forgetParticipants();
    return showParticipant(after);
  },
});
