import { sightOf } from '../../domain/sight.ts';
import { cloudEvent } from '../../domain/webhook/cloud-event.ts';
import { showEntry } from '../../operations/resources/event.ts';
import { runsEndedWith } from '../../store/ended-runs.ts';
import { readEntries, seenPlaces } from '../../store/ledger.ts';
import { findParticipant } from '../../store/people.ts';
import type { ComposeOptions, Composed, Sending } from './compose.ts';

/**
 * Tells an agent that its run has ended, by whom and why: also one that was paused, which would hear nothing else. It carries no
 * token, since there is nothing left to do.
 */
export async function composeStopped(
  { database, server }: ComposeOptions,
  { workspace, webhook, delivery }: Sending,
): Promise<Composed> {
  const found = await database.within(workspace, async (connection) => {
    const [entry] = await readEntries(connection, { after: delivery.place - 1, limit: 1 });
    const participant = await findParticipant(connection, webhook.participant);
    if (!entry || !participant || participant.status === 'retired') return null;
    const sight = sightOf(participant);
    const places = [delivery.place];
    if (sight && !(await connection.seeing(sight, () => seenPlaces(connection, places))).has(delivery.place))
      return null;
    const event = showEntry(entry);
    const { item, at } = event;
    const [run] = item ? await runsEndedWith(connection, participant.id, [{ item: item.id, at }]) : [];
    return run ? { event, run } : null;
  });
  if (!found) return 'never';
  const { event, run } = found;
  const { item, actor } = event;
  const data = {
    item,
    participant: webhook.participant,
    run: run.id,
    ending: run.ending,
    by: actor,
    reason: run.reason,
    event,
  };
  const body = cloudEvent(server.publicUrl, {
    id: delivery.id,
    type: delivery.type,
    at: event.at,
    subject: item?.key ?? null,
    data,
  });
  return { body };
}
