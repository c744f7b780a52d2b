import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import createHook from '../src/operations/hook/create.ts';
import rotateHook from '../src/operations/hook/rotate.ts';
import { receiveHook } from '../src/operations/hook/receive.ts';
import createParticipant from '../src/operations/participant/create.ts';
import setRemote from '../src/operations/a2a/remote/set.ts';
import sendTask from '../src/operations/a2a/send.ts';
import pushTask from '../src/operations/a2a/push.ts';
import createProvider from '../src/operations/provider/create.ts';
import updateProvider from '../src/operations/provider/update.ts';
import createWebhook from '../src/operations/webhook/create.ts';
import rotateWebhook from '../src/operations/webhook/rotate.ts';
import { findRemote } from '../src/store/a2a-remotes.ts';
import { listPushes } from '../src/store/a2a-pushes.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { findHook } from '../src/store/hooks.ts';
import { findProvider } from '../src/store/providers.ts';
import { countUnreadable, inAll, sealAnew } from '../src/store/sealed.ts';
import { sql } from '../src/store/sql.ts';
import { KEY_BYTES, SecretError, createVault } from '../src/store/vault.ts';
import { findWebhook, secretsOf } from '../src/store/webhooks.ts';
import { TEST_KEY, type TestDatabase, testDatabase } from './database.ts';
import { atEnd } from './server.ts';
import { addPeople } from './world.ts';

const CLIENT = 'the-secret-of-the-client';
const REMOTE = 'the-credentials-of-the-agent';
const [TOKEN, PUSH] = ['the-token-of-a-push', 'the-credentials-of-a-push'];
const NEW_KEY = randomBytes(KEY_BYTES);

let db: TestDatabase;
let made: { provider: string; webhook: string; hook: string; remote: string; item: string };
let told: string[];
before(async () => {
  db = await testDatabase();
  const { bot } = await addPeople(db);
  await db.operator(createParticipant, { kind: 'system', name: 'ci' });
  const said = { name: 'House', issuer: 'https://login.example.com', clientId: 'coact', clientSecret: CLIENT };
  const provider = await db.operator(createProvider, said);
  const webhook = await db.operator<Made>(createWebhook, { name: 'Chat', url: 'https://hooks.example.com/x' });
  const next = await db.operator<Made>(rotateWebhook, { id: webhook.id, keepHours: 24 });
  const hook = await db.operator<Made>(createHook, { name: 'CI', participant: 'ci', allows: ['check'] });
  const nextHook = await db.operator<Made>(rotateHook, { id: hook.id, keepHours: 24 });
  await db.operator(setRemote, { id: bot, url: 'https://agent.example.com', scheme: 'Bearer', credentials: REMOTE });
  const message = { messageId: 'one', role: 'user', parts: [{ text: 'Paint it' }] };
  const { task } = await db.operator<{ task: string }>(sendTask, { message });
  const url = 'https://agent.example.com/told';
  await db.operator(pushTask, { id: task, push: 'main', url, token: TOKEN, scheme: 'Bearer', credentials: PUSH });
  made = { provider: provider.id, webhook: webhook.id, hook: hook.id, remote: bot, item: task };
  told = [CLIENT, webhook.secret, next.secret, hook.secret, nextHook.secret, REMOTE, TOKEN, PUSH];
});
type Made = { id: string; version: number; secret: string };

/** Another server over the same database, with keys of its own. */
function serverWith(...own: Buffer[]): Database {
  const database = openDatabase({ ...db.config, vault: createVault(own) });
  atEnd(() => database.close());
  return database;
}

/** What the server uses the secrets for: all of them, opened. */
const opened = (database: Database) =>
  database.within(db.workspace, async (connection) => {
    const provider = await findProvider(connection, made.provider);
    const webhook = await findWebhook(connection, made.webhook);
    const hook = await findHook(connection, made.hook);
    const remote = await findRemote(connection, made.remote);
    const [push] = await listPushes(connection, made.item);
    assert(webhook && hook);
    const [now, before_] = secretsOf(webhook, db.clock.now);
    const [hookNow, hookBefore] = secretsOf(hook, db.clock.now);
    const rest = [remote?.credentials, push?.token, push?.credentials].map((one) => one?.reveal());
    return [provider?.clientSecret?.reveal(), before_, now, hookBefore, hookNow, ...rest];
  });

test('no secret that has to be used again can be read in the database, and all of them can be used', async () => {
  assert.deepEqual(await opened(db.database), told);
  const tables = await db.database.global<{ name: string }>(
    sql`select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'coact'::regnamespace order by 1`,
  );
  assert(tables.length > 40);
  const client = await db.database.dedicated();
  await client.query(`select set_config('coact.workspace', $1, false), set_config('coact.sight', '', false)`, [
    db.workspace,
  ]);
  for (const { name } of tables) {
    const { rows } = await client.query(`select t::text as row from ${name} t`);
    const all = JSON.stringify(rows);
    for (const secret of told) assert(!all.includes(secret), `${name} holds a secret as it is`);
  }
  await client.end();
});

test('a server with another key says how many it cannot open, uses none, and spoils none', async () => {
  const other = serverWith(randomBytes(KEY_BYTES));
  assert.equal(await inAll(db.database, countUnreadable), 0);
  assert.equal(await inAll(other, countUnreadable), 8);
  await assert.rejects(opened(other), SecretError);
  const arrived = { workspace: db.workspace, hook: made.hook, headers: {}, body: '{}' };
  const refusal = await receiveHook({ database: other, execute: db.execute, now: () => db.clock.now }, arrived);
  assert.equal('refused' in refusal && refusal.refused, 'secret_unreadable');
  assert.deepEqual(await opened(db.database), told);
});

test('a secret that was put into another row, or is written there as it stands, is not used', async () => {
  const other = await db.operator<Made>(createWebhook, { name: 'Other', url: 'https://hooks.example.com/y' });
  const put = (secret: string) =>
    db.database.within(db.workspace, ({ query }) =>
      query(sql`update webhooks set secret = ${secret} where id = ${other.id}`),
    );
  const find = async () => {
    const found = await db.database.within(db.workspace, (connection) => findWebhook(connection, other.id));
    assert(found);
    return secretsOf(found, db.clock.now);
  };
  const [row] = await db.database.within(db.workspace, ({ query }) =>
    query<{ secret: string }>(sql`select secret from webhooks where id = ${made.webhook}`),
  );
  await put(row?.secret ?? '');
  await assert.rejects(find(), /moved to another row/);
  await put('whsec_cGxhbm5lZCBieSBzb21lYm9keQ==');
  await assert.rejects(find(), SecretError);
  await db.operator(rotateWebhook, { id: other.id, keepHours: 24 });
  assert.equal((await find()).length, 1, 'a new secret mends it');
});

test('keys are changed without a pause: the new one seals everything anew, and then the old one can go', async () => {
  const both = serverWith(NEW_KEY, TEST_KEY);
  assert.deepEqual(await opened(both), told);
  assert.equal(await inAll(both, sealAnew), 9);
  assert.equal(await inAll(both, sealAnew), 0);
  assert.deepEqual(await opened(serverWith(NEW_KEY)), told);
  assert((await inAll(db.database, countUnreadable)) > 0, 'a server that has only the old key is told so');
});

test('a secret that no key opens is entered anew, and works', async () => {
  const fresh = serverWith(NEW_KEY);
  await db.operator(updateProvider, { id: made.provider, clientSecret: CLIENT });
  const provider = await db.database.within(db.workspace, (connection) => findProvider(connection, made.provider));
  assert.equal(provider?.clientSecret?.reveal(), CLIENT);
  assert.equal(await inAll(fresh, countUnreadable), 1, 'what was just sealed with the old key');
});
