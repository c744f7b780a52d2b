import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { pieceKinds, succeed } from '../../domain/succession.ts';
import { command } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { handOver } from '../hand-over.ts';
import { id, reason } from '../resources/basics.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { runsOf } from '../stop-runs.ts';
import * as fields from './fields.ts';
import { refuseLastAdmin } from './judge-update.ts';
import { type LoadedForRetire, loadForRetire, piecesOf } from './load-for-retire.ts';
import { refuseCoact, subjectFacts } from './subject.ts';

const named = z.object({
  item: z.string().max(100).optional().describe('An id or key.'),
  outcome: z.string().max(100).optional(),
  agent: z.string().max(254).optional().describe('An id or a name.'),
  team: z.string().max(100).optional().describe('An id or key.'),
  request: z.string().max(100).optional(),
  to: fields.who.describe('Who takes it over: a human who is active.'),
});

export default command({
  name: 'participant.retire',
  summary: 'Retire somebody and hand over, in one step, everything that they own, sponsor, lead or are asked.',
  http: 'POST /v1/participants/{id}/retire',
  locks: true,
  input: z.object({
    id: fields.who,
    successor: fields.who.optional().describe('Who takes over everything that nobody is named for below.'),
    successors: z.array(named).max(limits.listLength).default([]).describe('Who takes over which one thing.'),
    reason: reason.describe('Why: it stands beside everything that is handed over.'),
  }),
  output: z
    .object({
      participant: participantResource,
      handed: z.array(z.object({ kind: z.enum(pieceKinds), id, label: z.string().nullable(), to: id })),
      ended: z
        .array(z.object({ run: id, item: id, key: z.string(), executor: id }))
        .describe('The runs of theirs that ended; their work is ready again.'),
    })
    .meta({ id: 'Retirement', description: 'Who has left, and who answers for what from now on.' }),
  needs: { action: 'participant.retire', facts: subjectFacts },
  refuses: ['not_found', 'unknown_reference', 'not_active', 'last_admin', 'no_successor', 'invalid_input'],
  example: {
    input: { id: ids.bot, successor: 'Ana', reason: 'Replaced by a newer one.' },
    output: {
      participant: { ...exampleParticipant, status: 'retired', version: 2 },
      handed: [{ kind: 'request', id: ids.request, label: null, to: ids.ana }],
      ended: [{ run: ids.run, item: ids.item, key: 'OPS-12', executor: ids.bot }],
    },
  },

  load: loadForRetire,

  decide(context, loaded, { reason: why }) {
    const { subject, duties, named: by, successor } = loaded;
    const refusal = refuseRetirement(loaded);
    if (refusal) return refusal;
    const handed = succeed({ leaving: subject.id, pieces: piecesOf(duties), named: by, successor });
    if (isRefusal(handed)) return handed;
    const after = handOver(context, loaded, { handed, reason: why });
    return { participant: showParticipant(after), handed, ended: runsOf(duties.held) };
  },
});

function refuseRetirement({ subject, admins }: LoadedForRetire): Refusal | null {
  const { id: participant, status } = subject;
  const gone = status === 'retired' ? refuse('not_active', { participant, status }) : null;
  return (
    refuseCoact(subject, 'participant.retire') ?? gone ?? refuseLastAdmin({ subject, admins }, { status: 'retired' })
  );
}
