import { after } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { runWebhooks } from '../src/jobs/webhooks/run-webhooks.ts';
import createWebhook from '../src/operations/webhook/create.ts';
import deliveriesOf from '../src/operations/webhook/deliveries.ts';
import { type Answer, type TestDatabase, testDatabase } from './database.ts';
import { placeAll } from './place-all.ts';
import { type Manner, type ReceivedHook, startReceiver } from './webhook-receiver.ts';
import { type Page, addPeople } from './world.ts';

type Attempt = { at: string; status: number | null; ms: number; error: string | null };
type Delivery = {
  id: string;
  type: string;
  state: string;
  item: string | null;
  nextAt: string | null;
  attempts: Attempt[];
};
export type Made = Answer & { secret: string };

/** A database, a receiver as a process of its own, and two senders side by side as on two servers. */
export async function webhookWorld() {
  const db = await testDatabase();
  // Signatures are verified against the real time.
  db.clock.now = Date.now();
  await addPeople(db);
  const receiver = await startReceiver();
  const troubles: unknown[] = [];
  const running = [0, 1].map(() => send(db, troubles));
  after(async () => {
    await Promise.all(running.map((one) => one.stop()));
    receiver.end();
  });

  let count = 0;
  async function add(more: object = {}, manners: Manner[] = ['ok']): Promise<{ webhook: Made; path: string }> {
    const path = `/in/${(count += 1)}`;
    await receiver.set(path, { manners });
    await placeAll(db.database, db.workspace);
    const said = { name: `Receiver ${count}`, url: receiver.url + path, ...more };
    const webhook = await db.operator<Made>(createWebhook, said);
    await receiver.set(path, { secrets: [webhook.secret] });
    return { webhook, path };
  }
  async function until<T>(what: () => Promise<T>, fits: (value: T) => boolean, ms = 15_000): Promise<T> {
    for (const end = Date.now() + ms; ; await sleep(40)) {
      await placeAll(db.database, db.workspace);
      const value = await what();
      if (fits(value)) return value;
      if (Date.now() > end) assert.fail(`it did not come to that: ${JSON.stringify(value)} ${String(troubles)}`);
    }
  }
  const deliveries = async (webhook: { id: string }, more: object = {}) =>
    (await db.operator<Page<Delivery>>(deliveriesOf, { id: webhook.id, limit: 200, ...more })).items;
  return {
    db,
    receiver,
    add,
    until,
    deliveries,
    arrivals: (path: string, n: number): Promise<ReceivedHook[]> =>
      until(
        () => receiver.received(path),
        (all) => all.length >= n,
      ),
    settled: (webhook: { id: string }, state: string, n = 1) =>
      until(
        () => deliveries(webhook, { state }),
        (all) => all.length >= n,
      ),
  };
}

const send = (db: TestDatabase, troubles: unknown[]) =>
  runWebhooks({
    database: db.database,
    execute: db.execute,
    server: { publicUrl: 'http://127.0.0.1:4180', version: '0.0.0-test' },
    now: () => db.clock.now,
    ids: db.ids,
    random: () => 0.5,
    log: (message, error) => troubles.push(message, error),
  });
