import { z } from 'zod';
import type { Actor } from '../../domain/authority.ts';
import { type Autonomy, MOST_TYPES, level, rankOf, usualAutonomy } from '../../domain/policy/autonomy.ts';
import { isSame } from '../../domain/is-same.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { setAutonomy } from '../../store/policies.ts';
import type { Participant } from '../../store/people.ts';
import { command } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { who } from './fields.ts';
import { requireSubject, subjectFacts } from './subject.ts';

const input = z.object({
  id: who,
  level: level.optional().describe('How far the agent acts alone, unless the type of the work says otherwise.'),
  byType: z
    .record(z.string().trim().min(1).max(60), level)
    .refine((levels) => Object.keys(levels).length <= MOST_TYPES, `has more than ${MOST_TYPES} types`)
    .optional()
    .describe('Levels for types of work, such as `{"bug": "autonomous"}`; they replace those of before.'),
  ceiling: level.optional().describe('The most that the sponsor may give; only an admin sets it.'),
});

export default command({
  name: 'participant.set_autonomy',
  summary: 'Say how far an agent acts alone, for all work or by type of work; it counts at once.',
  http: 'PUT /v1/participants/{id}/autonomy',
  input,
  output: participantResource,
  needs: { action: 'participant.set_autonomy', facts: subjectFacts },
  refuses: ['not_found', 'above_ceiling', 'version_conflict', 'invalid_input'],
  example: {
    input: { id: ids.bot, level: 'approver-gated' },
    output: {
      ...exampleParticipant,
      autonomy: { level: 'approver-gated', byType: {}, ceiling: 'reporting' },
      version: 2,
    },
  },

  async load({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    return isRefusal(subject) ? subject : { subject };
  },

  decide({ actor, changes, connection, ifMatch }, { subject }, said) {
    const before = subject.autonomy ?? usualAutonomy;
    const after: Autonomy = {
      level: said.level ?? before.level,
      byType: said.byType ?? before.byType,
      ceiling: said.ceiling ?? before.ceiling,
    };
    if (ifMatch !== null && ifMatch !== subject.version)
      return refuse('version_conflict', { version: subject.version });
    const refusal = refuseLevels(actor, subject, { said, after });
    if (refusal) return refusal;
    if (isSame(before, after)) return showParticipant(subject);
    changes.fact(
      { type: 'participant.autonomy_set', data: { before, after } },
      { subject: subject.id },
      setAutonomy(connection, { id: subject.id, version: subject.version, autonomy: after }),
    );
    changes.forgetParticipants();
    return showParticipant({ ...subject, autonomy: after, version: subject.version + 1 });
  },
});

type Levels = { said: z.output<typeof input>; after: Autonomy };

function refuseLevels(actor: Actor, subject: Participant, { said, after }: Levels): Refusal | null {
  if (subject.kind !== 'agent')
    return refuse('invalid_input', { errors: [{ field: 'id', problem: 'only agents have a level of autonomy' }] });
  if (said.ceiling && actor.role !== 'admin')
    return refuse('forbidden', { action: 'participant.set_autonomy', allowed: ['human admin'], field: 'ceiling' });
  // What stood above a ceiling that was lowered is capped where it is judged; only what is said now is refused.
  const above = [said.level, ...Object.values(said.byType ?? {})].find(
    (one) => one !== undefined && rankOf(one) > rankOf(after.ceiling),
  );
  return above ? refuse('above_ceiling', { level: above, ceiling: after.ceiling }) : null;
}
