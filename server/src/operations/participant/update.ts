import { z } from 'zod';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import type { Paused } from '../../domain/paused.ts';
import { takeBack } from '../../domain/execute-work.ts';
import { type Participant, addMemberships, keepMemberships, updateParticipant } from '../../store/people.ts';
import { revokeTokens } from '../../store/tokens.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { reason } from '../resources/basics.ts';
import { participantResource, showParticipant } from '../resources/people.ts';
import { stopJoining } from '../stop-runs.ts';
import * as fields from './fields.ts';
import { type Patch, changeable, judgeUpdate } from './judge-update.ts';
import { type LoadedForUpdate, loadForUpdate } from './load-for-update.ts';
import { subjectFacts } from './subject.ts';

const input = z.object({
  id: fields.who,
  name: fields.name.optional(),
  skills: fields.skills.optional(),
  teams: fields.teams.optional(),
  role: fields.role.optional(),
  status: z
    .enum(['active', 'paused', 'retired'])
    .optional()
    .describe('Paused or retired, they can do nothing and lose the work they hold; retired, their tokens end as well.'),
  wipLimit: fields.wipLimit.optional(),
  sponsor: fields.sponsor.optional(),
  reason: reason.optional().describe('Why; whoever is paused is told with each refusal.'),
});

export default command({
  name: 'participant.update',
  summary: 'Change a participant: rename, pause, resume or retire them, or change what they may and can do.',
  http: 'PATCH /v1/participants/{id}',
  locks: true,
  input,
  output: participantResource,
  needs: { action: 'participant.rename', facts: subjectFacts },
  refuses: [
    'not_found',
    'unknown_reference',
    'not_active',
    'version_conflict',
    'last_admin',
    'still_accountable',
    'invalid_input',
  ],
  example: {
    input: { id: ids.bot, status: 'paused' },
    output: { ...exampleParticipant, status: 'paused', version: 2 },
  },

  load: loadForUpdate,

  decide(context, loaded, said) {
    const { subject } = loaded;
    const patch = patchOf(loaded, said);
    const refusal = judgeUpdate(context, loaded, patch);
    if (refusal) return refusal;
    if (Object.keys(patch).length === 0) return showParticipant(subject);

    const { changes, connection } = context;
    const stopped = subject.stopped ?? loaded.joining?.stopped ?? null;
    const paused = pauseAfter(context, loaded, { status: patch.status, reason: said.reason });
    const after = { ...subject, ...patch, stopped, paused, version: subject.version + 1 };
    changes.fact(
      { type: 'participant.updated', data: { ...patch, ...(said.reason !== undefined && { reason: said.reason }) } },
      { subject: subject.id },
      updateParticipant(connection, subject, after),
    );
    if (patch.teams) {
      changes.also(addMemberships(connection, subject.id, patch.teams), 'any');
      changes.also(keepMemberships(connection, subject.id, patch.teams), 'any');
    }
    const left = patch.status !== undefined && patch.status !== 'active';
    if (patch.teams && !left) stopJoining(context, loaded.joining);
    const lost = (patch.status ? letGo(context, loaded, patch.status) : null) ?? leaveAlone(context, loaded, patch);
    if (lost) return lost;
    changes.forgetParticipants();
    return showParticipant(after);
  },
});

/** What really differs from how things stand. */
function patchOf({ subject, teams, sponsor }: LoadedForUpdate, said: z.output<typeof input>): Patch {
  const { name, skills, role, status, wipLimit } = said;
  const wanted = {
    name,
    skills,
    teams,
    role,
    status,
    wipLimit,
    sponsor: said.sponsor === undefined ? undefined : sponsor?.id,
  };
  const differs = (field: keyof Patch) =>
    wanted[field] !== undefined && inOrder(wanted[field]) !== inOrder(subject[field]);
  return Object.fromEntries(changeable.filter(differs).map((field) => [field, wanted[field]]));
}

/** Who paused them and why: what each of their attempts is answered with. */
function pauseAfter(
  { actor, now }: CommandContext,
  { subject }: LoadedForUpdate,
  { status, reason: why }: { status: Patch['status']; reason: string | undefined },
): Paused | null {
  if (status === undefined) return subject.paused ?? null;
  return status === 'paused' ? { by: { id: actor.id, name: actor.name }, reason: why ?? null, since: now } : null;
}

/** Nobody works on for somebody who answers for nobody any longer: the work goes back to the queue. */
function leaveAlone({ changes }: CommandContext, { heldFor }: LoadedForUpdate, patch: Patch): Refusal | null {
  if (patch.role !== 'guest' && (patch.status ?? 'active') === 'active') return null;
  for (const item of heldFor) {
    const events = takeBack(item, 'Whoever answers for the executor is away');
    if (isRefusal(events)) return events;
    changes.item(item, events);
  }
  return null;
}

const inOrder = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value);

/** Takes back what somebody holds who is no longer active, and ends the tokens of whoever has left for good. */
function letGo(
  { changes, connection, now }: CommandContext,
  { subject, held, tokens }: LoadedForUpdate,
  status: Participant['status'],
): Refusal | null {
  if (status === 'active') return null;
  for (const item of held) {
    const events = takeBack(item, `The executor is ${status}`);
    if (isRefusal(events)) return events;
    changes.item(item, events);
  }
  if (status === 'paused') return null;
  changes.also(revokeTokens(connection, { participant: subject.id }, now), tokens.length);
  for (const { id, purpose } of tokens)
    changes.fact({ type: 'token.revoked', data: { token: id, purpose } }, { subject: subject.id });
  return null;
}
