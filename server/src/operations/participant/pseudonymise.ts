import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type Hold, holdsOver } from '../../store/holds.ts';
import { type Participant, lockPeople } from '../../store/people.ts';
import { forgetPerson, renameAuthor, renamePerson } from '../../store/personal-data.ts';
import { lockHolds } from '../../store/retention.ts';
import { command } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { reason } from '../resources/basics.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import * as fields from './fields.ts';
import { requireSubject } from './subject.ts';

type Loaded = { subject: Participant; holds: Hold[] };

export default command({
  name: 'participant.pseudonymise',
  summary:
    'Forget who somebody was who has left: name, address and ways in go, their acts stay under a name that says nothing.',
  http: 'POST /v1/participants/{id}/pseudonymise',
  locks: true,
  input: z.object({
    id: fields.who,
    reason: reason.describe('Why; it stays in the ledger, so do not name them in it.'),
  }),
  output: participantResource,
  needs: { action: 'participant.pseudonymise' },
  refuses: ['not_found', 'wrong_state', 'on_hold', 'invalid_input'],
  example: {
    input: { id: ids.ana, reason: 'They asked for it.' },
    output: {
      ...exampleParticipant,
      kind: 'human',
      sponsor: null,
      skills: [],
      name: 'Former member 000001',
      status: 'retired',
    },
  },

  async load({ connection, actor }, { id }): Promise<Loaded | Refusal> {
    await lockPeople(connection);
    await lockHolds(connection);
    const subject = await requireSubject(connection, id, actor);
    return isRefusal(subject) ? subject : { subject, holds: await holdsOver(connection, subject.id) };
  },

  decide({ changes, connection }, { subject, holds }, { reason: why }) {
    const { id, version } = subject;
    if (subject.kind !== 'human')
      return refuse('invalid_input', { errors: [{ field: 'id', problem: 'is not a person' }] });
    if (subject.status !== 'retired') return refuse('wrong_state', { state: subject.status, expected: ['retired'] });
    if (holds.length > 0) return refuse('on_hold', { holds: holds.map((hold) => hold.id) });
    const name = `Former member ${id.slice(-6)}`;
    changes.fact(
      { type: 'participant.pseudonymised', data: { reason: why } },
      { subject: id },
      renamePerson(connection, { id, version, name }),
    );
    changes.also(renameAuthor(connection, subject.name, name), 'any');
    for (const statement of forgetPerson(connection, id)) changes.also(statement, 'any');
    changes.forgetParticipants();
    return showParticipant({ ...subject, name, email: null, origin: null, skills: [], version: version + 1 });
  },
});
