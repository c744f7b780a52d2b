import { randomUUID } from 'node:crypto';
import { isEnd } from '../../domain/a2a/task-state.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { nextAttempt } from '../../domain/webhook/retry.ts';
import taskGet from '../../operations/a2a/get.ts';
import { mayCallHere } from '../../operations/a2a/refuse-push-address.ts';
import { digestOf, notificationOf } from '../../operations/a2a/to-protocol.ts';
import type { ServerFacts } from '../../operations/context.ts';
import type { Execute } from '../../operations/execute.ts';
import { fetchOutside } from '../../operations/outbound/fetch-outside.ts';
import type { TaskResource } from '../../operations/resources/a2a.ts';
import { type StoredPush, endPush, leasePushes, markPending, retryPush } from '../../store/a2a-pushes.ts';
import type { Database } from '../../store/database.ts';
import { bearerOf, findParticipant } from '../../store/people.ts';
import { lookOften } from '../look-often.ts';

const LOOK_MS = 500;
const ANSWER_MS = 10_000;
/** How long a notification is one server's: the time for an answer, and as much again for what is around it. */
const LEASE_MS = 2 * ANSWER_MS;
const AT_ONCE = 16;

export type PushesOptions = {
  database: Database;
  execute: Execute;
  server: ServerFacts;
  now: () => number;
  random?: () => number;
  log: (message: string, error: unknown) => void;
};

/** Tells those who sent work over A2A how it stands, at the addresses that they named: at least once, the newest state. */
export function runPushes(options: PushesOptions) {
  const { database, log } = options;
  const looking = lookOften({
    database,
    every: LOOK_MS,
    look: (workspace) => tellAll(options, workspace, looking.stopping),
    log,
    trouble: 'tasks could not be told of; it is tried again',
  });
  return { stop: looking.stop };
}

/** One look: what the ledger says new, then everything that is due. */
export async function tellAll(options: PushesOptions, workspace: string, signal: AbortSignal): Promise<void> {
  const { database, now } = options;
  const lease = randomUUID();
  const due = await database.within(workspace, async (connection) => {
    await markPending(connection, now());
    return leasePushes(connection, { lease, now: now(), until: now() + LEASE_MS, limit: AT_ONCE });
  });
  await Promise.all(due.map(async (push) => tellOne(options, { workspace, push, lease, signal })));
}

type Telling = { workspace: string; push: StoredPush; lease: string; signal: AbortSignal };

async function tellOne(
  { database, execute, server, now, random = Math.random }: PushesOptions,
  { workspace, push, lease, signal }: Telling,
) {
  const within = database.within.bind(database);
  const participant = await within(workspace, (connection) => findParticipant(connection, push.participant));
  const bearer = participant && bearerOf(participant);
  const read = bearer && (await execute({ operation: taskGet, workspace, bearer, input: { id: push.item } }));
  // Whoever may not read the task any longer is told nothing more; a database that is away is no such thing.
  if (!read || (isRefusal(read) && read.refused !== 'unavailable'))
    return void (await within(workspace, (connection) => retryPush(connection, push, lease, null)));
  if (isRefusal(read)) return;
  const task = read.body as TaskResource;
  const told = digestOf(task);
  const over = isEnd(task.state);
  if (told === push.told && !over)
    return void (await within(workspace, (connection) => endPush(connection, push, lease, { told, over })));
  const done = await send(server, push, task, signal);
  const next = nextAttempt({
    attempts: push.attempts + 1,
    firstAt: push.firstAt ?? now(),
    now: now(),
    random: random(),
  });
  await within(workspace, (connection) =>
    done ? endPush(connection, push, lease, { told, over }) : retryPush(connection, push, lease, next),
  );
}

async function send(server: ServerFacts, push: StoredPush, task: TaskResource, signal: AbortSignal): Promise<boolean> {
  const headers = {
    'content-type': 'application/a2a+json',
    'a2a-version': '1.0',
    'user-agent': `Coact/${server.version}`,
    ...(push.token && { 'x-a2a-notification-token': push.token.reveal() }),
    ...(push.scheme && { authorization: `${push.scheme} ${push.credentials?.reveal() ?? ''}` }),
  };
  const body = JSON.stringify(notificationOf(task, server.publicUrl));
  const { privateHosts = [] } = server;
  const outside = { privateHosts, loopback: mayCallHere(push.url, privateHosts), timeout: ANSWER_MS, maxBytes: 65_536 };
  try {
    const { ok } = await fetchOutside(push.url, { method: 'POST', headers, body, signal }, outside);
    return ok;
  } catch {
    return false;
  }
}
