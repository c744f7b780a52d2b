import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { findParticipant, lockPeople, updateParticipant } from '../../store/people.ts';
import {
  type Gone,
  type Leaning,
  type Sample,
  deleteSample,
  dropTeamSequence,
  findLeaning,
  findSample,
  lockSample,
  lockSampleItems,
  rememberedOf,
  sampleRequests,
  sampleViews,
} from '../../store/sample.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { lockGraph } from '../graph-changes.ts';

type Found = { gone: Gone; remembered: string[] };

export default command({
  name: 'sample.remove',
  summary: 'Take the sample away at once, with everything that was put into its team; the ledger alone remembers it.',
  http: 'DELETE /v1/sample',
  locks: true,
  input: z.object({}),
  output: null,
  needs: { action: 'sample.remove' },
  refuses: ['no_sample', 'sample_in_use'],
  example: { input: {}, output: null },

  async load({ connection }) {
    await lockSample(connection);
    return { sample: await findSample(connection) };
  },

  async decide(context, { sample }) {
    if (!sample) return refuse('no_sample');
    const { changes, connection } = context;
    const found = await lookAround(connection, sample);
    if (isRefusal(found)) return found;
    const { gone, remembered } = found;
    for (const id of remembered) await retire(context, id);
    changes.fact({ type: 'sample.removed', data: gone }, { subject: gone.team }, dropTeamSequence(gone.team));
    for (const statement of deleteSample(connection, gone, sample)) changes.also(statement, 'any');
    changes.forgetParticipants();
    return null;
  },
});

/** Finds all that goes, or what keeps it from going. Nobody joins, links or takes anything of it meanwhile. */
async function lookAround(connection: Connection, sample: Sample): Promise<Found | Refusal> {
  await Promise.all([lockPeople(connection), lockGraph(connection)]);
  const items = await lockSampleItems(connection, sample);
  const leaning = refuseLeaning(await findLeaning(connection, sample, items));
  if (isRefusal(leaning)) return leaning;
  const requests = await sampleRequests(connection, sample, items);
  const remembered = await rememberedOf(connection, sample, { items, requests });
  const participants = sample.participants.filter((id) => !remembered.includes(id));
  const { team, outcomes } = sample;
  const views = await sampleViews(connection, sample);
  return { remembered, gone: { team, items, requests, participants, outcomes, views } };
}

const refuseLeaning = ({ items, participants, outcomes }: Leaning): Refusal | null =>
  items.length + participants.length + outcomes.length > 0
    ? refuse('sample_in_use', { items, participants, outcomes })
    : null;

/** Whoever of the sample has a part in real work stays known by name, but acts no more. */
async function retire({ changes, connection }: CommandContext, id: string): Promise<void> {
  const before = await findParticipant(connection, id);
  if (!before || before.status === 'retired') return;
  const after = { ...before, status: 'retired' as const };
  changes.fact(
    { type: 'participant.updated', data: { status: 'retired' } },
    { subject: id },
    updateParticipant(connection, before, after),
  );
}
