import { randomUUID } from 'node:crypto';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import disable from '../../operations/webhook/disable.ts';
import { type Leased, dueWebhooks, leaseDue, sweepDeliveries } from '../../store/deliveries.ts';
import { sweepReceipts } from '../../store/hooks.ts';
import { bearerOf, findSystem } from '../../store/people.ts';
import { type StoredWebhook, activeWebhooks } from '../../store/webhooks.ts';
import { lookOften } from '../look-often.ts';
import type { ComposeOptions } from './compose.ts';
import { ANSWER_MS, type DeliverOptions, deliver } from './deliver.ts';
import { fanOut } from './fan-out.ts';

/** How often the ledger and the outbox are looked at. */
const LOOK_MS = 250;
/** How long a delivery is one server's: the answer's time, and as much again for what is around it. */
const LEASE_MS = 2 * ANSWER_MS;
/** Deliveries under way at once, on this server and to one webhook; one that fails gets a single try at a time. */
const AT_ONCE = { all: 32, each: 4, failing: 1 };
const SWEEP_MS = 600_000;
const DAY_MS = 86_400_000;
/** Rows that one statement removes. */
const SWEPT = 1_000;

export type WebhooksOptions = ComposeOptions & {
  random?: () => number;
  ids: { next(): string };
  log: (message: string, error: unknown) => void;
};

/**
 * Sends webhooks: what the ledger tells goes into the outbox, and from there to the receivers. Nobody's command ever waits
 * for one: all of this happens after the facts, in a process that any other server may take over.
 */
export function runWebhooks({ random = Math.random, ...options }: WebhooksOptions) {
  const { database, now, log } = options;
  const begun = now();
  const swept = new Map<string, number>();
  const look = async (id: string) => {
    for (const abandoned of await fanOut(options, id)) await sender.switchOff(id, abandoned.id, 'nobody');
    await sender.send(id);
    if (now() - (swept.get(id) ?? begun) <= SWEEP_MS) return;
    await sweep(id);
    swept.set(id, now());
  };
  const sweep = async (workspace: string) => {
    const before = now() - limits.deliveryDays * DAY_MS;
    const old = { before, githubBefore: now() - limits.githubReceiptDays * DAY_MS, limit: SWEPT };
    while ((await database.within(workspace, (connection) => sweepDeliveries(connection, before, SWEPT))) > 0);
    while ((await database.within(workspace, (connection) => sweepReceipts(connection, old))) > 0);
  };
  const trouble = 'webhooks could not be sent; it is tried again';
  const looking = lookOften({ database, every: LOOK_MS, look, log, trouble });
  const sender = createSender({ ...options, random, signal: looking.stopping });
  return {
    async stop() {
      await looking.stop();
      await sender.settle();
    },
  };
}

type SenderOptions = DeliverOptions & { log: WebhooksOptions['log'] };

/** Keeps a bounded number of deliveries under way; whatever ends makes room for the next at once. */
function createSender(options: SenderOptions) {
  const { database, execute, now, log, signal } = options;
  const underWay = new Set<Promise<void>>();
  const counts = new Map<string, number>();
  const countOf = (webhook: string) => counts.get(webhook) ?? 0;

  const switchOff = async (workspace: string, id: string, because: 'gone' | 'failing' | 'nobody') => {
    const system = await database.within(workspace, findSystem);
    if (!system) return;
    const outcome = await execute({ operation: disable, workspace, bearer: bearerOf(system), input: { id, because } });
    if (isRefusal(outcome)) log(`a webhook could not be switched off: ${outcome.refused}`, outcome);
  };

  const attempt = async (workspace: string, webhook: StoredWebhook, delivery: Leased, leasedUntil: number) => {
    const verdict = await deliver(options, { workspace, webhook, delivery, leasedUntil });
    if (verdict) await switchOff(workspace, webhook.id, verdict);
  };

  const begin = (workspace: string, webhook: StoredWebhook, delivery: Leased, leasedUntil: number) => {
    counts.set(webhook.id, countOf(webhook.id) + 1);
    const work: Promise<void> = attempt(workspace, webhook, delivery, leasedUntil)
      // The lease ends by itself, and then it is tried again.
      .catch((error: unknown) => log('a delivery was broken off; it is tried again', error))
      .finally(() => {
        underWay.delete(work);
        counts.set(webhook.id, countOf(webhook.id) - 1);
        if (!signal.aborted) goOn(workspace);
      });
    underWay.add(work);
  };

  const lease = async (workspace: string, webhook: StoredWebhook) => {
    const each = webhook.failingSince === null ? AT_ONCE.each : AT_ONCE.failing;
    const limit = Math.min(each - countOf(webhook.id), AT_ONCE.all - underWay.size);
    if (limit <= 0) return;
    const at = now();
    const until = at + LEASE_MS;
    const asked = { webhook: webhook.id, lease: randomUUID(), now: at, until, limit };
    const leased = await database.within(workspace, (connection) => leaseDue(connection, asked));
    for (const delivery of leased) begin(workspace, webhook, delivery, until);
  };

  const sendDue = async (workspace: string) => {
    const due = await database.within(workspace, async (connection) => {
      const ids = await dueWebhooks(connection, now());
      return ids.size === 0 ? [] : (await activeWebhooks(connection)).filter(({ id }) => ids.has(id));
    });
    for (const webhook of due) if (!signal.aborted) await lease(workspace, webhook);
  };

  const { look: send, settle } = createLooker(sendDue, signal);
  const goOn = (workspace: string) =>
    void send(workspace).catch((error: unknown) => log('webhooks could not be sent; it is tried again', error));

  return {
    send,
    switchOff,
    async settle() {
      await settle();
      await Promise.allSettled(underWay);
    },
  };
}

/** One look at a time in each workspace, and one more for whatever was asked meanwhile. */
function createLooker(work: (workspace: string) => Promise<void>, signal: AbortSignal) {
  const looking = new Map<string, { again: boolean; done: Promise<void> }>();
  const look = (workspace: string): Promise<void> => {
    const current = looking.get(workspace);
    if (current) {
      current.again = true;
      return current.done;
    }
    const own = { again: false, done: Promise.resolve() };
    const repeat = async () => {
      do {
        own.again = false;
        await work(workspace);
      } while (own.again && !signal.aborted);
    };
    looking.set(workspace, own);
    own.done = repeat().finally(() => looking.delete(workspace));
    return own.done;
  };
  return { look, settle: () => Promise.allSettled([...looking.values()].map(({ done }) => done)) };
}
