import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type LedgerEvent, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { type Item, type Page, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import { MINUTE_MS, MOST_TOLD } from '../../domain/attempt.ts';
import { makeRule } from '../../domain/policy/testing/make-rule.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { createAuthenticator } from '../authenticate.ts';
import type { Operation } from '../define.ts';
import eventList from '../event/list.ts';
import { createPipeline } from '../execute.ts';
import cancelItem from '../item/cancel.ts';
import createItem from '../item/create.ts';
import commentItem from '../item/comment.ts';
import getItem from '../item/get.ts';
import itemHistory from '../item/history.ts';
import reopenItem from '../item/reopen.ts';
import updateItem from '../item/update.ts';
import updatePolicy from '../policy/update.ts';
import heartbeat from '../run/heartbeat.ts';
import stopRun from '../run/stop.ts';
import createToken from '../token/create.ts';
import revokeToken from '../token/revoke.ts';
import { type Attempts, createAttempts } from './create-attempts.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
let attempts: Attempts;
let item: Item;

before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  attempts = createAttempts({
    ...db,
    now: () => db.clock.now,
    committed: () => {},
    log: (_, error) => assert.fail(String(error)),
  });
  item = await readyItem(db.operator);
});

/** Calls as somebody, through a pipeline that tells of what it refuses. */
async function attempt(who: string, operation: Operation, input: object): Promise<string | null> {
  const { database, ids, workspace } = db;
  const server = { publicUrl: 'http://127.0.0.1:4180', version: '0.0.0-test' };
  const execute = createPipeline({ database, ids, server, attempts, now: () => db.clock.now, committed: () => {} });
  const outcome = await execute({ operation, workspace, bearer: await db.bearer(who), input });
  await attempts.settle();
  return isRefusal(outcome) ? outcome.refused : null;
}

async function toldSince(work: () => Promise<unknown>): Promise<LedgerEvent[]> {
  db.clock.advance(MINUTE_MS);
  await attempts.flush();
  const earlier = (await db.events()).length;
  await work();
  return (await db.events()).slice(earlier);
}

test('an attempt that is not for whoever makes it is one fact: who, on whose behalf, which operation, on what, and why not', async () => {
  const told = await toldSince(() => attempt('bot', cancelItem, { id: item.key, reason: 'A secret reason' }));
  const [fact] = told;
  assert.equal(told.length, 1);
  assert.deepEqual(
    [fact?.type, fact?.actor, fact?.onBehalfOf, fact?.authority, fact?.item],
    ['act.refused', { id: people.bot, kind: 'agent' }, [people.ana], 'none', { id: item.id, key: item.key }],
  );
  assert.deepEqual(fact?.data, { operation: 'item.cancel', code: 'forbidden', rules: [] });
  assert(!JSON.stringify(fact).includes('secret'), 'what was sent is not in it');
});

test('what a rule forbids names the rule', async () => {
  const told = await toldSince(() => attempt('bot', updatePolicy, { rules: [] }));
  assert.deepEqual(
    told.map(({ data }) => data['code']),
    ['forbidden'],
  );
  const rule = makeRule('no-comments', { action: 'item.comment', actorKind: 'agent' }, 'forbid');
  await db.operator(updatePolicy, { rules: [rule] }, { ifMatch: 0 });
  const forbidden = await toldSince(() => attempt('bot', commentItem, { id: item.id, text: 'Hello' }));
  assert.deepEqual(
    forbidden.map(({ data }) => data),
    [{ operation: 'item.comment', code: 'forbidden_by_policy', rules: ['no-comments'] }],
  );
  await db.operator(updatePolicy, { rules: [] }, { ifMatch: 1 });
});

test('a write with the fence of a run that has ended is told, of its item', async () => {
  const own = await readyItem(db.as('Ana'));
  const { run } = await claimItem(db.as('bot'), own);
  await db.as('Ana')(stopRun, { id: run.id, reason: 'Enough.' });
  const told = await toldSince(() => attempt('bot', heartbeat, { id: run.id, fence: run.fence }));
  assert.deepEqual(
    told.map(({ data, item: about }) => [data['code'], about?.key]),
    [['stale_fence', own.key]],
  );
});

test('mistakes, and what somebody only asks, are no attempts', async () => {
  const told = await toldSince(async () => {
    assert.equal(await attempt('Operator', reopenItem, { id: item.id, reason: 'Again' }), 'wrong_state');
    assert.equal(await attempt('bot', updateItem, { id: 'GEN-99999', title: 'x' }), 'not_found');
    assert.equal(await attempt('bot', cancelItem, { id: 7 }), 'invalid_input');
    assert.equal(await attempt('bot', getItem, { id: item.id }), null);
  });
  assert.deepEqual(told, []);
});

test('the same again within a minute is counted; one fact tells how often, once the minute is over', async () => {
  const told = await toldSince(async () => {
    for (let i = 0; i < 5; i += 1) await attempt('bot', cancelItem, { id: item.id });
    db.clock.advance(MINUTE_MS);
    await attempts.flush();
  });
  assert.deepEqual(
    told.map(({ type }) => type),
    ['act.refused', 'act.refused_more'],
  );
  assert.deepEqual(told[1]?.data['times'], 4);
  assert.deepEqual(told[1]?.data['attempts'], [{ operation: 'item.cancel', code: 'forbidden', times: 4 }]);
});

test('nobody can make the ledger grow without end: beyond twenty within a minute only their number is told', async () => {
  const many: Item[] = [];
  for (let i = 0; i < 60; i += 1) many.push(await db.operator<Item>(createItem, { title: `Item ${i}` }));
  const told = await toldSince(async () => {
    for (let i = 0; i < 60; i += 1) await attempt('bat', cancelItem, { id: many[i]?.id ?? '' });
    db.clock.advance(MINUTE_MS);
    await attempts.flush();
  });
  const single = told.filter(({ type }) => type === 'act.refused');
  const more = told.filter(({ type }) => type === 'act.refused_more');
  assert.equal(single.length, MOST_TOLD);
  assert.deepEqual(
    more.map(({ data }) => data['times']),
    [60 - MOST_TOLD],
  );
});

test('an attempt is in the history of the item and in the list of what somebody did; the item is as it was', async () => {
  const before = await db.operator<Item>(getItem, { id: item.id });
  await toldSince(() => attempt('bat', cancelItem, { id: item.id }));
  assert.deepEqual(await db.operator<Item>(getItem, { id: item.id }), before);
  const history = await db.operator<Page<LedgerEvent>>(itemHistory, { id: item.id, limit: 200 });
  assert(history.items.some(({ type, actor }) => type === 'act.refused' && actor.id === people.bat));
  await placeAll(db.database, db.workspace);
  const listed = await db.operator<Page<LedgerEvent>>(eventList, {
    actor: people.bat,
    type: 'act.refused',
    item: item.id,
  });
  assert(listed.items.length > 0);
});

test('the use of a token that was revoked, or has expired, is told of whoever it belonged to; an unknown one is nobody’s', async () => {
  const { database } = db;
  const authenticator = createAuthenticator({ database, now: () => db.clock.now, spent: attempts.tellSpent });
  const { token, id } = await db.operator<{ token: string; id: string }>(createToken, { id: people.bot, name: 'one' });
  const until = new Date(db.clock.now + 3 * MINUTE_MS).toISOString();
  const short = await db.operator<{ token: string }>(createToken, { id: people.bat, name: 'two', expiresAt: until });
  assert(await authenticator.authenticate(token));
  await db.operator(revokeToken, { id: people.bot, token: id });
  db.clock.advance(3 * MINUTE_MS);
  const told = await toldSince(async () => {
    assert.equal(await authenticator.authenticate(token), null);
    assert.equal(await authenticator.authenticate(token), null);
    assert.equal(await authenticator.authenticate(short.token), null);
    assert.equal(await authenticator.authenticate(`${token.slice(0, -6)}abcdef`), null);
    await attempts.settle();
  });
  assert.deepEqual(
    told.map(({ actor, data }) => [actor.id, data['operation'], data['because']]),
    [
      [people.bot, 'token.use', 'revoked'],
      [people.bat, 'token.use', 'expired'],
    ],
  );
  await authenticator.close();
});

test('what was counted is told when the server stops', async () => {
  const told = await toldSince(async () => {
    for (let i = 0; i < 3; i += 1) await attempt('bot', cancelItem, { id: item.id });
    await attempts.stop();
  });
  assert.deepEqual(
    told.map(({ type, data }) => [type, data['times']]),
    [
      ['act.refused', undefined],
      ['act.refused_more', 2],
    ],
  );
});
