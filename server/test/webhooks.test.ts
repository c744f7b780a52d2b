import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import addComment from '../src/operations/item/comment.ts';
import createItem from '../src/operations/item/create.ts';
import share from '../src/operations/item/share.ts';
import requestList from '../src/operations/request/list.ts';
import getWebhook from '../src/operations/webhook/get.ts';
import replay from '../src/operations/webhook/replay.ts';
import rotate from '../src/operations/webhook/rotate.ts';
import testWebhook from '../src/operations/webhook/test.ts';
import updateWebhook from '../src/operations/webhook/update.ts';
import { placeAll } from './place-all.ts';
import type { ReceivedHook } from './webhook-receiver.ts';
import { type Made, webhookWorld } from './webhook-world.ts';
import { type Page, readyItem } from './world.ts';

const HOUR = 3_600_000;
const { db, receiver, add, until, deliveries, arrivals, settled } = await webhookWorld();
const typesOf = (all: readonly ReceivedHook[]) => all.map(({ event }) => event.type);

test('what happens arrives once, signed and as a CloudEvent, and only what was asked for', async () => {
  const { webhook, path } = await add({ types: ['item.created', 'item.committed'] });
  const item = await readyItem(db.operator);
  const [first, second] = await arrivals(path, 2);
  await db.operator(addComment, { id: item.id, text: 'Not asked for' });
  assert(first && second);
  assert.deepEqual(typesOf([first, second]), ['item.created', 'item.committed']);
  assert.deepEqual([first.genuine, second.genuine], [[true], [true]]);
  const [fact] = (await db.events('item.created')).slice(-1);
  const { position, ...data } = first.event.data;
  assert.deepEqual(data, fact);
  assert.equal(typeof position, 'number');
  assert.deepEqual(
    [first.event.specversion, first.event.id, first.event.subject, first.event.source],
    ['1.0', fact?.id, item.key, 'http://127.0.0.1:4180/v1/events'],
  );
  await sleep(600);
  assert.equal((await receiver.received(path)).length, 2);
  const all = await settled(webhook, 'delivered', 2);
  assert.deepEqual(
    all.map(({ attempts }) => attempts.map(({ status, error }) => [status, error])),
    [[[204, null]], [[204, null]]],
  );
});

test('a failure is tried again with the same id, and nothing of that item overtakes it', async () => {
  const { webhook, path } = await add({ types: ['item.'] }, ['error', 'error', 'ok']);
  const item = await readyItem(db.operator);
  for (const text of ['one', 'two']) await db.operator(addComment, { id: item.id, text });
  await arrivals(path, 1);
  await until(
    () => db.operator(getWebhook, { id: webhook.id }),
    ({ failingSince }) => failingSince !== null,
  );
  assert.equal((await receiver.received(path)).length, 1, 'nothing else of the item is tried before');
  db.clock.advance(6_000);
  await arrivals(path, 2);
  db.clock.advance(90_000);
  const all = await arrivals(path, 6);
  assert.deepEqual(typesOf(all), [
    'item.created',
    'item.created',
    'item.created',
    'item.committed',
    'item.commented',
    'item.commented',
  ]);
  assert.equal(new Set(all.slice(0, 3).map(({ id }) => id)).size, 1);
  const texts = all.slice(4).map(({ event }) => (event.data['data'] as { text: string }).text);
  assert.deepEqual(texts, ['one', 'two']);
  const told = (await settled(webhook, 'delivered', 4)).at(-1);
  assert.deepEqual(
    told?.attempts.map(({ status, error }) => [status, error]),
    [
      [204, null],
      [500, 'answered 500'],
      [500, 'answered 500'],
    ],
  );
  assert.equal((await db.operator(getWebhook, { id: webhook.id }))['failingSince'], null);
});

test('one bad receiver holds up neither another one nor another item, and no command', async () => {
  const slow = await add({ types: ['item.created'] }, ['slow']);
  const good = await add({ types: ['item.created'] });
  for (let n = 0; n < 6; n += 1) await db.operator(createItem, { title: `Meanwhile ${n}` });
  await arrivals(good.path, 6);
  const waiting = await deliveries(slow.webhook, { state: 'pending' });
  assert(waiting.length > 0);
  // Only now it is given up, after the ten seconds that it has.
  const [tried] = await until(
    () => deliveries(slow.webhook, { state: 'pending' }),
    (all) => all.some(({ attempts }) => attempts.length > 0),
    20_000,
  ).then((all) => all.filter(({ attempts }) => attempts.length > 0));
  assert.match(tried?.attempts[0]?.error ?? '', /did not answer in time/);
  await db.operator(updateWebhook, { id: slow.webhook.id, active: false });
});

test('who redirects, cuts the answer short, or answers without end is not believed', async () => {
  for (const [manner, error] of [
    ['redirect', /leads elsewhere/],
    ['lie', /cannot be reached/],
    ['endless', /answered with more/],
    ['down', /cannot be reached/],
  ] as const) {
    const { webhook, path } = await add({ types: ['item.created'] }, [manner, 'ok']);
    await db.operator(createItem, { title: manner });
    await until(
      () => deliveries(webhook),
      (all) => (all[0]?.attempts.length ?? 0) > 0,
    );
    db.clock.advance(10_000);
    const [sent, again] = await arrivals(path, 2);
    assert.equal(sent?.id, again?.id, manner);
    const [delivery] = await settled(webhook, 'delivered');
    assert.match(delivery?.attempts[1]?.error ?? '', error);
  }
  assert.deepEqual(await receiver.received('/elsewhere'), [], 'a redirect is not followed');
});

test('two receivers of one item that differ in health each keep their own order', async () => {
  const one = await add({ types: ['item.commented'] }, ['down', 'error', 'ok']);
  const other = await add({ types: ['item.commented'] });
  const items = [await readyItem(db.operator), await readyItem(db.operator)];
  for (let n = 0; n < 8; n += 1) await db.operator(addComment, { id: items[n % 2]?.id, text: String(n) });
  await arrivals(other.path, 8);
  for (const ms of [7_000, 40_000, 70_000]) {
    await sleep(700);
    db.clock.advance(ms);
  }
  await settled(one.webhook, 'delivered', 8);
  for (const { path } of [one, other]) {
    const all = await receiver.received(path);
    const once = [...new Map(all.map((each) => [each.id, each])).values()];
    for (const item of items) {
      const texts = once
        .filter(({ event }) => event.subject === item.key)
        .map(({ event }) => (event.data['data'] as { text: string }).text);
      assert.deepEqual(texts, texts.toSorted());
      assert.equal(texts.length, 4);
    }
  }
});

test('a new secret signs beside the old one for the time that was said', async () => {
  const { webhook, path } = await add({ types: ['item.created'] });
  const { secret } = await db.operator<Made>(rotate, { id: webhook.id, keepHours: 1 });
  await receiver.set(path, { secrets: [webhook.secret, secret] });
  await db.operator(createItem, { title: 'Both' });
  const [both] = await arrivals(path, 1);
  assert.deepEqual([both?.signatures, both?.genuine], [2, [true, true]]);
  const { secret: newest } = await db.operator<Made>(rotate, { id: webhook.id, keepHours: 0 });
  await receiver.set(path, { secrets: [secret, newest] });
  await db.operator(createItem, { title: 'New alone' });
  const [, alone] = await arrivals(path, 2);
  assert.deepEqual([alone?.signatures, alone?.genuine], [1, [false, true]]);
});

test('a test is a delivery like any other, at once also where the receiver was failing', async () => {
  const { webhook, path } = await add({ types: ['item.created'] }, ['error']);
  for (const title of ['a', 'b']) await db.operator(createItem, { title });
  await until(
    () => deliveries(webhook),
    (all) => all.filter(({ attempts }) => attempts.length > 0).length === 2,
  );
  await receiver.set(path, { manners: ['ok'] });
  const { delivery } = await db.operator<{ delivery: string }>(testWebhook, { id: webhook.id });
  const all = await until(
    () => receiver.received(path),
    (some) => some.some(({ id }) => id === delivery),
  );
  assert.equal(all.find(({ id }) => id === delivery)?.event.type, 'webhook.test');
  await db.operator(updateWebhook, { id: webhook.id, active: false });
});

test('what is refused for three days is a dead letter, its webhook is switched off, and its maker told; both can be undone', async () => {
  const { webhook, path } = await add({ types: ['item.created'] }, ['error']);
  await db.operator(createItem, { title: 'Never taken' });
  await arrivals(path, 1);
  for (let hours = 0; hours < 76; hours += 4) {
    db.clock.advance(4 * HOUR);
    await sleep(550);
  }
  const [dead] = await settled(webhook, 'dead');
  assert(dead && dead.attempts.length > 10, String(dead?.attempts.length));
  const off = await until(
    () => db.operator(getWebhook, { id: webhook.id }),
    ({ status }) => status === 'disabled',
  );
  assert.deepEqual([off['disabledBecause'], off['dead']], ['failing', 1]);
  const asked = await db.operator<Page<{ kind: string; body: { text: string } }>>(requestList, { kind: 'exception' });
  assert(asked.items.some(({ body }) => body.text.includes(String(webhook['name']))));

  // What happens meanwhile waits, and nothing of it is lost.
  await db.operator(createItem, { title: 'Meanwhile' });
  await receiver.set(path, { manners: ['ok'] });
  const before = (await receiver.received(path)).length;
  await db.operator(updateWebhook, { id: webhook.id, active: true });
  assert.deepEqual(await db.operator(replay, { id: webhook.id }), { replayed: 1 });
  const after = (await arrivals(path, before + 2)).slice(before);
  assert(
    after.some(({ id }) => id === dead.id),
    'the dead letter keeps its id',
  );
  await settled(webhook, 'delivered', 2);
  db.clock.now = Date.now();
});

test('a receiver that says it is gone is not tried again', async () => {
  const { webhook, path } = await add({ types: ['item.created'] }, ['gone']);
  await db.operator(createItem, { title: 'Nobody there' });
  const off = await until(
    () => db.operator(getWebhook, { id: webhook.id }),
    ({ status }) => status === 'disabled',
  );
  assert.equal(off['disabledBecause'], 'gone');
  db.clock.advance(HOUR);
  await sleep(600);
  assert.equal((await receiver.received(path)).length, 1);
  db.clock.now = Date.now();
});

test('nobody is sent more than the one whose eyes the webhook has may see', async () => {
  const { webhook, path } = await add({ types: ['item.created', 'item.commented'], participant: 'Gus' });
  const hidden = await readyItem(db.operator);
  const shown = await readyItem(db.operator);
  await db.operator(share, { id: shown.id, with: 'Gus', may: 'view' });
  await placeAll(db.database, db.workspace);
  for (const { id } of [hidden, shown]) await db.operator(addComment, { id, text: 'Said' });
  await arrivals(path, 1);
  await sleep(600);
  const subjects = (await receiver.received(path)).map(({ event }) => event.subject);
  assert(
    subjects.every((subject) => subject === shown.key),
    String(subjects),
  );
  assert.equal(webhook['participant'], (await db.bearer('Gus')).id);
});

test('what was delivered already can be sent again by its id', async () => {
  const { webhook, path } = await add({ types: ['item.created'] });
  await db.operator(createItem, { title: 'Dropped by the receiver' });
  const [one] = await settled(webhook, 'delivered');
  assert.deepEqual(await db.operator(replay, { id: webhook.id, deliveries: [one?.id] }), { replayed: 1 });
  const all = await arrivals(path, 2);
  assert.equal(all[0]?.id, all[1]?.id);
});
