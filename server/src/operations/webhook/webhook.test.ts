import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Page, addPeople, readyItem } from '../../../test/world.ts';
import { limits } from '../../domain/limits.ts';
import { sql } from '../../store/sql.ts';
import createTeam from '../team/create.ts';
import createWebhook from './create.ts';
import deleteWebhook from './delete.ts';
import deliveriesOf from './deliveries.ts';
import disable from './disable.ts';
import getWebhook from './get.ts';
import lendToken from './lend-token.ts';
import listWebhooks from './list.ts';
import replay from './replay.ts';
import rotate from './rotate.ts';
import testWebhook from './test.ts';
import updateWebhook from './update.ts';

type Made = Answer & { secret: string };
let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
  await db.operator(createTeam, { key: 'OPS', name: 'Operations' });
});
const said = { name: 'Chat', url: 'https://hooks.example.com/a?key=in-the-address' };
const nowhere = '0197a000-0000-7000-8000-00000000dead';
const refusedUrl = async (url: string) => {
  const { errors } = await db.operator.refused(createWebhook, { ...said, url });
  return (errors as { field: string; problem: string }[])[0];
};

test('a webhook is made with a secret that is shown once; neither it nor the address is told in the ledger', async () => {
  const made = await db.operator<Made>(
    createWebhook,
    { ...said, types: ['item.'], filter: { team: 'OPS', actor: 'Ana' } },
    { idempotencyKey: 'k' },
  );
  const { secret, ...rest } = made;
  assert.match(secret, /^whsec_[\w+/]{43}=$/);
  assert.deepEqual(await db.operator(getWebhook, { id: made.id }), rest);
  const { secret: next } = await db.operator<Made>(rotate, { id: made.id });
  const { items } = await db.operator<Page<Answer>>(listWebhooks);
  assert.equal(items[0]?.['previousSecretUntil'], new Date(db.clock.now + 86_400_000).toISOString());
  const kept = await db.database.within(db.workspace, ({ query }) => query(sql`select * from idempotency_keys`));
  const read = JSON.stringify([items, kept, await db.events()]);
  for (const hidden of [secret, next]) assert(!read.includes(hidden));
  assert(!JSON.stringify(await db.events()).includes('in-the-address'));
  assert.equal((await db.events('webhook.created'))[0]?.data['host'], 'hooks.example.com');
});

test('addresses that Coact will not call are refused when they are written down', async () => {
  for (const [url, problem] of [
    ['http://hooks.example.com/', /https/],
    ['ftp://hooks.example.com/', /https/],
    ['https://10.0.0.1/', /private network/],
    ['https://[fd00::1]/', /private network/],
    ['https://169.254.169.254/latest', /private network/],
    ['https://user:pass@hooks.example.com/', /name or password/],
    ['https://hooks.example.com/#x', /fragment/],
    ['hooks', /not an address/],
  ] as const) {
    const refused = await refusedUrl(url);
    assert.equal(refused?.field, 'url');
    assert.match(refused?.problem ?? '', problem, url);
  }
  const local = await db.operator(createWebhook, { ...said, url: 'http://127.0.0.1:9/' });
  const moved = await db.operator.refused(updateWebhook, { id: local.id, url: 'https://10.0.0.1/' });
  assert.equal(moved.refused, 'invalid_input');
});

test('what a webhook names has to be there, and assignments are sent to those who can act by a token', async () => {
  const refused = async (more: object) => {
    const { refused: code, field, errors } = await db.operator.refused(createWebhook, { ...said, ...more });
    return [code, field ?? (errors as { field: string }[] | undefined)?.[0]?.field];
  };
  assert.deepEqual(await refused({ filter: { team: 'NONE' } }), ['unknown_reference', 'filter.team']);
  assert.deepEqual(await refused({ filter: { item: 'OPS-999' } }), ['unknown_reference', 'filter.item']);
  assert.deepEqual(await refused({ filter: { actor: 'Nobody' } }), ['unknown_reference', 'filter.actor']);
  assert.deepEqual(await refused({ participant: 'Nobody' }), ['unknown_reference', 'participant']);
  assert.deepEqual(await refused({ carries: 'assignments', participant: 'Ana' }), ['invalid_input', 'participant']);
  assert.deepEqual(await refused({ types: ['item.*'] }), ['invalid_input', 'types.0']);
  await db.database.within(db.workspace, ({ query }) =>
    query(sql`update participants set status = 'retired' where name = 'Ben'`),
  );
  assert.equal((await refused({ participant: 'Ben' }))[0], 'not_active');
});

test('a change names the version that it changes, and says what differs', async () => {
  const { id } = await db.operator(createWebhook, said);
  const item = await readyItem(db.operator);
  const changed = await db.operator(updateWebhook, { id, types: ['run.'], filter: { item: item.key } }, { ifMatch: 1 });
  assert.deepEqual([changed.version, changed['types'], (changed['filter'] as Answer)['item']], [2, ['run.'], item.id]);
  assert.deepEqual(await db.operator.refused(updateWebhook, { id, name: 'y' }, { ifMatch: 1 }), {
    refused: 'version_conflict',
    version: 2,
  });
  assert.equal(
    (await db.operator.refused(updateWebhook, { id, filter: { team: 'NONE' } })).refused,
    'unknown_reference',
  );
  const before = (await db.events()).length;
  assert.equal((await db.operator(updateWebhook, { id, types: ['run.'] })).version, 2);
  assert.equal((await db.events()).length, before, 'nothing changed, nothing told');
  assert.equal(
    ((await db.operator(updateWebhook, { id, filter: { item: null } })) as { filter: Answer }).filter['item'],
    null,
  );
  const off = await db.operator(updateWebhook, { id, active: false });
  assert.deepEqual([off['status'], off['disabledBecause']], ['disabled', 'by_hand']);
  assert.equal((await db.operator.refused(testWebhook, { id })).refused, 'not_active');
  assert.equal((await db.operator(updateWebhook, { id, active: true }))['status'], 'active');
});

test('a test is put among the deliveries, and replaying without dead letters does nothing', async () => {
  const { id } = await db.operator(createWebhook, said);
  const { delivery } = await db.operator<{ delivery: string }>(testWebhook, { id });
  const { items } = await db.operator<Page<Answer>>(deliveriesOf, { id });
  assert.deepEqual(
    items.map((one) => [one.id, one['type'], one['state']]),
    [[delivery, 'webhook.test', 'pending']],
  );
  assert.equal((await db.operator.refused(deliveriesOf, { id, item: 'OPS-999' })).refused, 'not_found');
  assert.deepEqual(await db.operator(replay, { id }), { replayed: 0 });
  assert.deepEqual(await db.operator(replay, { id, deliveries: [delivery] }), { replayed: 0 }, 'it waits already');
});

test('one that is switched off by Coact tells whoever made it, once', async () => {
  const { id } = await db.operator(createWebhook, { ...said, name: 'Lost' });
  const system = db.as(await db.system());
  for (let twice = 0; twice < 2; twice += 1) await system(disable, { id, because: 'failing' });
  const told = (await db.events('request.opened')).filter(({ data }) => JSON.stringify(data).includes('Lost'));
  assert.deepEqual(
    told.map(({ data }) => data['to']),
    [{ participant: (await db.bearer('Operator')).id }],
  );
  assert.equal((await db.operator.refused(disable, { id, because: 'failing' })).refused, 'forbidden');
});

test('a token is lent for an hour, for work alone, and only to those who can use it', async () => {
  const system = db.as(await db.system());
  const { id: bot } = await db.bearer('bot');
  const { teams } = await db.bearer('bot');
  assert.deepEqual(teams, []);
  const { items } = await db.operator<Page<Answer>>(listWebhooks);
  const team = (items[0]?.['filter'] as { team: string } | undefined)?.team;
  const lent = await system<{ token: string; expiresAt: string }>(lendToken, { id: bot, item: 'OPS-1', team });
  assert.equal(Date.parse(lent.expiresAt), db.clock.now + 3_600_000);
  assert(!JSON.stringify(await db.events()).includes(lent.token));
  assert.equal((await system.refused(lendToken, { id: 'Ana', item: 'OPS-1', team })).refused, 'not_active');
  assert.equal((await system.refused(lendToken, { id: nowhere, item: 'OPS-1', team })).refused, 'not_found');
});

test('only people who are admins have to do with webhooks', async () => {
  const { id } = await db.operator(createWebhook, said);
  for (const who of ['Ana', 'bot'])
    for (const [operation, input] of [
      [createWebhook, said],
      [listWebhooks, {}],
      [getWebhook, { id }],
      [updateWebhook, { id, name: 'x' }],
      [rotate, { id }],
      [testWebhook, { id }],
      [deliveriesOf, { id }],
      [replay, { id }],
      [deleteWebhook, { id }],
    ] as const)
      assert.equal((await db.as(who).refused(operation, input)).refused, 'forbidden', `${operation.name} by ${who}`);
});

test('what is not there is not found, and there are not endlessly many', async () => {
  const system = db.as(await db.system());
  for (const operation of [getWebhook, updateWebhook, rotate, testWebhook, deliveriesOf, replay, deleteWebhook])
    assert.equal((await db.operator.refused(operation, { id: nowhere })).refused, 'not_found');
  assert.equal((await system.refused(disable, { id: nowhere, because: 'gone' })).refused, 'not_found');
  const { items } = await db.operator<Page<Answer>>(listWebhooks);
  for (let n = items.length; n < limits.webhooks; n += 1) await db.operator(createWebhook, said);
  assert.deepEqual(await db.operator.refused(createWebhook, said), {
    refused: 'limit_reached',
    limit: limits.webhooks,
  });
  await db.operator(deleteWebhook, { id: items[0]?.id });
  await db.operator(createWebhook, said);
});

test('after all of it the world is sound', async () => {
  await checkWorld(db.database, db.workspace);
});
