import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { atEnd, withAdmin } from '../../test/server.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import createParticipant from './participant/create.ts';
import updateParticipant from './participant/update.ts';
import createToken from './token/create.ts';
import revokeToken from './token/revoke.ts';
import { mintToken } from './token/token-text.ts';

let db: TestDatabase;
let token: { id: string; token: string };
const open: Authenticator[] = [];

beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'agent', name: 'bot' });
  token = await db.operator(createToken, { id: 'bot', name: 'x' });
});
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

/** An authenticator as a server has it, and how many times it asked the database. */
async function server(): Promise<Authenticator & { reads(): number }> {
  const pool = openDatabase(db.config);
  atEnd(() => pool.close());
  let reads = 0;
  const within: Database['within'] = (workspace, work) => {
    reads += 1;
    return pool.within(workspace, work);
  };
  const authenticator = createAuthenticator({ database: { ...pool, within }, now: () => db.clock.now });
  await authenticator.listen();
  open.push(authenticator);
  return { ...authenticator, reads: () => reads };
}

const nameOf = async (one: Authenticator) => (await one.authenticate(token.token))?.bearer.name ?? null;

async function soon(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await condition()) return;
    await sleep(5);
  }
  assert.fail('it did not happen within two seconds');
}

const breakListeners = () =>
  withAdmin((client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query ilike 'listen %'`,
      ['database' in db.config ? db.config.database : ''],
    ),
  );

test('a token stands for its participant, read once and remembered', async () => {
  const one = await server();
  const principal = await one.authenticate(token.token);
  assert.deepEqual(
    [principal?.workspace, principal?.bearer.name, principal?.bearer.token],
    [db.workspace, 'bot', token.id],
  );
  assert.equal(await nameOf(one), 'bot');
  assert.equal(one.reads(), 1);
});

test('what is remembered is read again after thirty seconds', async () => {
  const one = await server();
  await nameOf(one);
  db.clock.advance(30_000);
  await nameOf(one);
  assert.equal(one.reads(), 2);
});

test('text that is no token is refused without asking the database', async () => {
  const one = await server();
  const good = token.token;
  for (const text of [
    '',
    'x',
    'Bearer',
    good.slice(1),
    `${good}x`,
    good.toUpperCase(),
    ` ${good}`,
    `${good}\n`,
    '\0',
    '😀'.repeat(1000),
  ]) {
    assert.equal(await one.authenticate(text), null);
  }
  assert.equal(one.reads(), 0);
});

test('a well-formed token that nobody issued, or for another workspace, stands for nobody', async () => {
  const one = await server();
  assert.equal(await one.authenticate(mintToken(db.workspace).text), null);
  assert.equal(await one.authenticate(token.token.replace(/^coact_.{32}/, `coact_${'a'.repeat(32)}`)), null);
});

test('a revoked token is refused at once where it was revoked, and within milliseconds on another server', async () => {
  const [here, there] = [await server(), await server()];
  assert.deepEqual([await nameOf(here), await nameOf(there)], ['bot', 'bot']);
  await db.operator(revokeToken, { id: 'bot', token: token.id });
  here.forget(db.workspace);
  assert.equal(await nameOf(here), null);
  await soon(async () => (await nameOf(there)) === null);
});

test('a paused participant is seen as paused on every server', async () => {
  const there = await server();
  assert.equal((await there.authenticate(token.token))?.bearer.status, 'active');
  await db.operator(updateParticipant, { id: 'bot', status: 'paused' });
  await soon(async () => (await there.authenticate(token.token))?.bearer.status === 'paused');
});

test('an expired token is refused although it is remembered', async () => {
  const one = await server();
  token = await db.operator(createToken, {
    id: 'bot',
    name: 'short',
    expiresAt: new Date(db.clock.now + 1_000).toISOString(),
  });
  assert.equal(await nameOf(one), 'bot');
  db.clock.advance(1_000);
  assert.equal(await nameOf(one), null);
  assert.equal(one.reads(), 1);
});

test('what was read before a change arrived is not remembered after it', async () => {
  const pool = openDatabase(db.config);
  atEnd(() => pool.close());
  let reads = 0;
  const within: Database['within'] = async (workspace, work) => {
    reads += 1;
    const read = await pool.within(workspace, work);
    if (reads === 1) one.forget(workspace);
    return read;
  };
  const one = createAuthenticator({ database: { ...pool, within }, now: () => db.clock.now });
  open.push(one);
  await one.listen();
  await nameOf(one);
  await nameOf(one);
  await nameOf(one);
  assert.equal(reads, 2);
});

test('nothing is remembered before it listens, nor while the connection is down; it comes back by itself', async () => {
  const deaf = createAuthenticator({ database: db.database, now: () => db.clock.now });
  assert.equal(await nameOf(deaf), 'bot');

  const one = await server();
  await nameOf(one);
  await breakListeners();
  // The loss is noticed with the next turn of the loop or so; from then on nothing old is used.
  await sleep(20);
  await db.operator(revokeToken, { id: 'bot', token: token.id });
  await soon(async () => (await nameOf(one)) === null);

  token = await db.operator(createToken, { id: 'bot', name: 'y' });
  await soon(async () => {
    const before = one.reads();
    await nameOf(one);
    return one.reads() === before;
  });
  await db.operator(revokeToken, { id: 'bot', token: token.id });
  await soon(async () => (await nameOf(one)) === null);
});

test('while it cannot listen again, every token is read afresh', async () => {
  const pool = openDatabase(db.config);
  atEnd(() => pool.close());
  let down = false;
  let reads = 0;
  const database: Database = {
    ...pool,
    within: (workspace, work) => {
      reads += 1;
      return pool.within(workspace, work);
    },
    dedicated: () => (down ? Promise.reject(new Error('connection refused')) : pool.dedicated()),
  };
  const one = createAuthenticator({ database, now: () => db.clock.now });
  open.push(one);
  await one.listen();
  await nameOf(one);
  down = true;
  await breakListeners();
  await sleep(50);
  const before = reads;
  await nameOf(one);
  await nameOf(one);
  assert.equal(reads, before + 2);
  down = false;
  await soon(async () => {
    const now = reads;
    await nameOf(one);
    return reads === now;
  });
});
