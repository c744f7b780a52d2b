import { isRefusal } from '../../domain/refusals.ts';
import { sightOf } from '../../domain/sight.ts';
import { type Meaning, STOPPED, whetherToPush } from '../../domain/webhook/assignment.ts';
import { cloudEvent } from '../../domain/webhook/cloud-event.ts';
import type { ServerFacts } from '../../operations/context.ts';
import type { Execute } from '../../operations/execute.ts';
import itemBrief from '../../operations/item/brief.ts';
import { showEntry } from '../../operations/resources/event.ts';
import lendToken from '../../operations/webhook/lend-token.ts';
import type { Connection, Database } from '../../store/database.ts';
import type { Delivery } from '../../store/deliveries.ts';
import { type StoredItem, findItem } from '../../store/items.ts';
import { type LedgerEntry, readEntries, seenPlaces } from '../../store/ledger.ts';
import { type Participant, bearerOf, findParticipant, findSystem } from '../../store/people.ts';
import { findRequest } from '../../store/requests.ts';
import type { StoredWebhook } from '../../store/webhooks.ts';
import { composeStopped } from './compose-stopped.ts';

/** Tokens of text that a pushed brief takes at most. */
const BRIEF = 20_000;

export type ComposeOptions = { database: Database; execute: Execute; server: ServerFacts; now: () => number };
export type Sending = { workspace: string; webhook: StoredWebhook; delivery: Delivery };

/** The body of a delivery; or that it may not be sent yet, or no longer. It is made anew for each attempt. */
export type Composed = { body: string } | 'later' | 'never';

export async function compose(options: ComposeOptions, sending: Sending): Promise<Composed> {
  const { webhook, delivery } = sending;
  if (delivery.place === 0) return composeTest(options, sending);
  if (delivery.type === STOPPED && webhook.carries === 'assignments') return composeStopped(options, sending);
  const found = await options.database.within(sending.workspace, (connection) => look(connection, webhook, delivery));
  if (found === 'later' || found === 'never') return found;
  return webhook.carries === 'events' ? composeEvent(options, found.entry) : composeWork(options, sending, found);
}

function composeTest({ server, now }: ComposeOptions, { webhook, delivery: { id, type } }: Sending): Composed {
  const at = new Date(now()).toISOString();
  return {
    body: cloudEvent(server.publicUrl, {
      id,
      type,
      at,
      subject: webhook.id,
      data: { webhook: webhook.id, name: webhook.name },
    }),
  };
}

function composeEvent({ server }: ComposeOptions, entry: LedgerEntry): Composed {
  const data = showEntry(entry);
  const subject = data.item?.key ?? data.request ?? data.subject;
  return { body: cloudEvent(server.publicUrl, { id: data.id, type: data.type, at: data.at, subject, data }) };
}

type Found = {
  entry: LedgerEntry;
  participant: Participant;
  system: Participant;
  item: StoredItem | null;
  isOpen: boolean;
};

/** The fact, as long as its reader may see it: that may have ended since it was put into the outbox. */
async function look(
  connection: Connection,
  webhook: StoredWebhook,
  { place, item }: Delivery,
): Promise<Found | 'later' | 'never'> {
  const participant = await findParticipant(connection, webhook.participant);
  if (!participant || participant.status === 'retired') return 'never';
  if (participant.status === 'paused') return 'later';
  const sight = sightOf(participant);
  const [entry] = await readEntries(connection, { after: place - 1, limit: 1 });
  const seen = entry && (!sight || (await connection.seeing(sight, () => seenPlaces(connection, [place]))).has(place));
  const system = await findSystem(connection);
  if (!entry || !seen || !system) return 'never';
  const about = { entry, participant, system };
  if (webhook.carries === 'events') return { ...about, item: null, isOpen: false };
  const { request } = JSON.parse(entry.body) as { request: string | null };
  const asked = request ? await findRequest(connection, request) : null;
  return { ...about, item: item ? await findItem(connection, item) : null, isOpen: asked?.state === 'open' };
}

async function composeWork(options: ComposeOptions, { workspace, delivery }: Sending, found: Found): Promise<Composed> {
  const { execute, server, now } = options;
  const { entry, participant, system, item, isOpen } = found;
  const meaning = delivery.type as Meaning;
  if (!item || (meaning === 'work.offered' && !isOpen)) return 'never';
  const executor = item.run?.executor ?? null;
  const start = item.contract.start === null ? null : Date.parse(item.contract.start);
  const whether = whetherToPush(meaning, { ...item, executor, start }, participant.id, now());
  if (whether !== 'now') return whether;
  const brief = await execute({
    operation: itemBrief,
    workspace,
    bearer: bearerOf(participant),
    input: { id: item.id, maxTokens: BRIEF },
  });
  if (isRefusal(brief)) return 'later';
  const input = { id: participant.id, item: item.key, team: item.team };
  const lent = await execute({ operation: lendToken, workspace, bearer: bearerOf(system), input });
  if (isRefusal(lent)) return 'later';
  const event = showEntry(entry);
  const { token, expiresAt } = lent.body as { token: string; expiresAt: string };
  const data = {
    item: { id: item.id, key: item.key, title: item.contract.title },
    participant: participant.id,
    request: event.request,
    brief: brief.body,
    url: server.publicUrl,
    token,
    tokenExpiresAt: expiresAt,
    event,
  };
  return { body: cloudEvent(server.publicUrl, { id: event.id, type: meaning, at: event.at, subject: item.key, data }) };
}
