import { sightOf } from '../../domain/sight.ts';
import { STOPPED, mayEndWorkOf, meaningOf } from '../../domain/webhook/assignment.ts';
import { matches } from '../../domain/webhook/matches.ts';
import type { Connection, Database } from '../../store/database.ts';
import { type NewDelivery, insertDeliveries } from '../../store/deliveries.ts';
import { runsEndedWith } from '../../store/ended-runs.ts';
import { isId } from '../../store/items.ts';
import { type LedgerEntry, readEntries, readHead, seenPlaces } from '../../store/ledger.ts';
import { type Participant, findParticipant } from '../../store/people.ts';
import { sql } from '../../store/sql.ts';
import { type StoredWebhook, activeWebhooks, lockBehind, moveCursor } from '../../store/webhooks.ts';

/** Facts that are looked at in one step. */
const PAGE = 200;

type Entry = {
  position: number;
  id: string;
  type: string;
  at: string;
  actor: { id: string };
  item: { id: string } | null;
  team: string | null;
  request: string | null;
  subject: string | null;
  data: Record<string, unknown>;
};

/** Whose participant is no longer here. */
export type Abandoned = { id: string };

export type FanOutOptions = { database: Database; now: () => number; ids: { next(): string } };

/**
 * Puts every fact that fits into the outbox of each webhook, from the place where it stood: place and outbox move in one
 * transaction, so whoever dies in between loses and doubles nothing. Of several servers one does it at a time for a webhook.
 */
export async function fanOut({ database, now, ids }: FanOutOptions, workspace: string): Promise<Abandoned[]> {
  const { behind, head } = await database.within(workspace, async (connection) => {
    const webhooks = await activeWebhooks(connection);
    const { size } = webhooks.length > 0 ? await readHead(connection) : { size: 0 };
    return { behind: webhooks.filter(({ cursor }) => cursor < size), head: size };
  });
  const abandoned: Abandoned[] = [];
  for (const { id } of behind) {
    let step: Step = 'more';
    while (step === 'more')
      step = await database.transaction(workspace, (connection) => advance(connection, { id, head, now: now(), ids }));
    if (step === 'abandoned') abandoned.push({ id });
  }
  return abandoned;
}

type Step = 'more' | 'done' | 'abandoned';

type Behind = { id: string; head: number; now: number; ids: FanOutOptions['ids'] };

async function advance(connection: Connection, { id, head, now, ids }: Behind): Promise<Step> {
  const webhook = await lockBehind(connection, id);
  if (!webhook || webhook.cursor >= head) return 'done';
  const participant = await findParticipant(connection, webhook.participant);
  if (!participant || participant.status === 'retired') return 'abandoned';
  // Whoever is paused reads nothing; what happens waits in the ledger. That their own work was taken from them they are told at once.
  if (participant.status === 'paused' && webhook.carries === 'events') return 'done';
  const entries = await readEntries(connection, { after: webhook.cursor, limit: PAGE });
  const fitting = await choose(connection, { webhook, participant, entries: entries.map(parse) });
  const last = entries.at(-1)?.position ?? head;
  const deliveries = fitting.map((chosen) => toDelivery(chosen, ids.next()));
  if (deliveries.length > 0) await connection.query(insertDeliveries(connection, id, deliveries, now));
  await moveCursor(connection, id, last);
  return entries.length === PAGE ? 'more' : 'done';
}

const parse = ({ position, body }: LedgerEntry): Entry => ({ ...(JSON.parse(body) as Entry), position });

type Choice = { webhook: StoredWebhook; participant: Participant; entries: readonly Entry[] };
/** `lane`: where it does not wait for what else is about the item. */
type Chosen = { entry: Entry; type: string; lane?: string };

async function choose(connection: Connection, choice: Choice): Promise<Chosen[]> {
  const { webhook, participant } = choice;
  const fitting = webhook.carries === 'events' ? chooseEvents(choice) : await chooseAssignments(connection, choice);
  const sight = sightOf(participant);
  if (!sight || fitting.length === 0) return fitting;
  const places = fitting.map(({ entry }) => entry.position);
  const seen = await connection.seeing(sight, () => seenPlaces(connection, places));
  return fitting.filter(({ entry }) => seen.has(entry.position));
}

const chooseEvents = ({ webhook, entries }: Choice): Chosen[] =>
  entries
    .filter(({ type, item, team, actor }) => matches(webhook, { type, item: item?.id ?? null, team, actor: actor.id }))
    .map((entry) => ({ entry, type: entry.type }));

const chooseAssignments = async (connection: Connection, choice: Choice): Promise<Chosen[]> => [
  ...(await chooseEndings(connection, choice)),
  ...(await chooseBeginnings(connection, choice)),
];

/** What took work from the participant; in a lane of its own, since it is worth nothing when it comes late. */
async function chooseEndings(connection: Connection, { webhook, entries }: Choice): Promise<Chosen[]> {
  const possible = entries.flatMap((entry) => {
    const happened = { type: entry.type, actor: entry.actor.id, data: entry.data };
    return entry.item && mayEndWorkOf(happened, webhook.participant)
      ? [{ entry, item: entry.item.id, at: entry.at }]
      : [];
  });
  if (possible.length === 0) return [];
  const ended = await runsEndedWith(connection, webhook.participant, possible);
  return possible.flatMap(({ entry, item, at }): Chosen[] => {
    const run = ended.find((one) => one.item === item && one.at === Date.parse(at));
    return run ? [{ entry, type: STOPPED, lane: run.id }] : [];
  });
}

/** Of facts that do not say whose the work is, those that are about work of the participant. */
async function chooseBeginnings({ workspace, query }: Connection, { webhook, entries }: Choice): Promise<Chosen[]> {
  const possible = entries.flatMap((entry): Chosen[] => {
    const meaning = meaningOf({ type: entry.type, actor: entry.actor.id, data: entry.data }, webhook.participant);
    return meaning && entry.item ? [{ entry, type: meaning }] : [];
  });
  const asked = possible.flatMap(({ entry, type }) => (type === 'work.assigned' ? (entry.item?.id ?? []) : []));
  if (asked.length === 0) return possible;
  const theirs = await query<{ id: string }>(sql`
    select id from items where workspace = ${workspace} and id = any(${asked}::uuid[]) and assignee = ${webhook.participant}`);
  const ids = new Set(theirs.map(({ id }) => id));
  return possible.filter(({ entry, type }) => type !== 'work.assigned' || ids.has(entry.item?.id ?? ''));
}

function toDelivery({ entry, type, lane: own }: Chosen, id: string): NewDelivery {
  const { position: place, id: event, item, request, subject } = entry;
  const lane = [item?.id, subject, request].find((one) => typeof one === 'string' && isId(one)) ?? event;
  return { id, place, event, type, item: item?.id ?? null, lane: own ?? lane };
}
