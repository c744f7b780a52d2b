import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type SoftAuthenticator, type Twist, softAuthenticator } from '../../../test/soft-authenticator.ts';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import { limits } from '../../domain/limits.ts';
import { sql } from '../../store/sql.ts';
import { createAuthenticator } from '../authenticate.ts';
import type { Operation } from '../define.ts';
import createParticipant from '../participant/create.ts';
import invite from '../participant/invite.ts';
import updateParticipant from '../participant/update.ts';
import createWithPasskey from '../session/create-with-passkey.ts';
import passkeyOptions from '../session/passkey-options.ts';
import completeSetup from '../setup/complete.ts';
import setupPasskeyOptions from '../setup/passkey-options.ts';
import listPasskeys from './list.ts';
import register from './register.ts';
import registerOptions from './register-options.ts';
import removePasskey from './remove.ts';
import renamePasskey from './rename.ts';

type Options = { options: Record<string, unknown> };
type Session = { token: string; participant: Answer };
const ORIGIN = 'http://localhost:4180';
const person = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' };

let db: TestDatabase;
let session: string;
let authenticator: SoftAuthenticator;
beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'human', name: 'Ana' });
  authenticator = softAuthenticator();
  ({ token: session } = await from<Session>(null, completeSetup, { token: await linkFor('Ana'), ...person }));
});

const linkFor = async (id: string) => new URL((await db.operator<{ url: string }>(invite, { id })).url).hash.slice(1);

/** As a page at `origin` calls, with a session or as nobody. */
async function call(token: string | null, operation: Operation, input: object = {}, origin = ORIGIN) {
  const known = createAuthenticator({ database: db.database, now: () => db.clock.now });
  const bearer = token === null ? null : ((await known.authenticate(token))?.bearer ?? null);
  const where = { origin, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  return db.execute({ operation, workspace: db.workspace, bearer, input, from: where });
}
async function from<Body = Answer>(token: string | null, operation: Operation, input?: object): Promise<Body> {
  const outcome = await call(token, operation, input);
  assert(!isRefusal(outcome), JSON.stringify(outcome));
  return outcome.body as Body;
}
async function refused(token: string | null, operation: Operation, input?: object, origin?: string): Promise<Refusal> {
  const outcome = await call(token, operation, input, origin);
  assert(isRefusal(outcome), JSON.stringify(outcome));
  assert([...operation.refuses, 'unauthenticated', 'forbidden', 'invalid_input'].includes(outcome.refused));
  return outcome;
}

async function add(key = authenticator, twist: Twist = {}) {
  const { options } = await from<Options>(session, registerOptions);
  return from(session, register, { name: 'My phone', response: key.create(options, twist) });
}
const offered = async () => (await from<Options>(null, passkeyOptions)).options;
const signIn = async (twist: Twist = {}) =>
  from<Session>(null, createWithPasskey, { response: authenticator.get(await offered(), twist) });
const refusedSignIn = async (twist: Twist = {}, key = authenticator) =>
  refused(null, createWithPasskey, { response: key.get(await offered(), twist) });

test('a person adds a passkey, signs in with it without saying who they are, renames and removes it', async () => {
  const added = await add();
  assert.deepEqual([added['name'], added['host'], added['lastUsedAt']], ['My phone', 'localhost', null]);
  const { participant, token } = await signIn();
  assert.equal(participant['name'], 'Ana');
  const { items } = await from<{ items: Answer[] }>(token, listPasskeys);
  assert.deepEqual(
    items.map(({ id, lastUsedAt }) => [id, lastUsedAt]),
    [[added.id, '2026-01-05T09:00:00.000Z']],
  );
  assert.equal((await from(token, renamePasskey, { id: added.id, name: 'Old phone' }))['name'], 'Old phone');
  await from(token, removePasskey, { id: added.id });
  assert.deepEqual((await from<{ items: Answer[] }>(token, listPasskeys)).items, []);
  assert.match(String((await refusedSignIn())['problem']), /not known here/);
});

test('what is added, used and removed stands in the ledger as its person’s act, without the key', async () => {
  const { id } = await add();
  await signIn();
  await from(session, removePasskey, { id });
  const told = (await db.events()).filter(({ type }) => /^passkey\.|^session\./.test(type)).slice(-3);
  assert.deepEqual(
    told.map(({ type, data }) => [type, data['passkey']]),
    [
      ['passkey.added', id],
      ['session.created', id],
      ['passkey.removed', id],
    ],
  );
  assert.equal(new Set(told.map(({ actor, subject }) => `${actor.id} ${subject}`)).size, 1);
  assert(!JSON.stringify(await db.events()).includes(authenticator.credential));
});

test('a challenge is good once, for five minutes, and for what it was made for', async () => {
  await add();
  const options = await offered();
  const response = authenticator.get(options);
  const both = await Promise.all([
    call(null, createWithPasskey, { response }),
    call(null, createWithPasskey, { response }),
  ]);
  assert.equal(both.filter(isRefusal).length, 1);
  assert.match(String((await refused(null, createWithPasskey, { response }))['problem']), /used before/);

  const late = await offered();
  db.clock.advance(limits.passkeyPatience * 1000);
  assert.match(
    String((await refused(null, createWithPasskey, { response: authenticator.get(late) }))['problem']),
    /too long/,
  );
  const { options: other } = await from<Options>(session, registerOptions);
  assert.equal(
    (await refused(null, createWithPasskey, { response: authenticator.get({ ...other, rpId: 'localhost' }) })).refused,
    'passkey_refused',
  );
  const made = softAuthenticator().create({ ...(await offered()), rp: { id: 'localhost' } });
  assert.equal((await refused(session, register, { name: 'x', response: made })).refused, 'passkey_refused');
});

test('challenges that nobody answered go away', async () => {
  await offered();
  db.clock.advance(limits.passkeyPatience * 1000 + 1);
  await offered();
  const rows = await db.database.within(db.workspace, ({ query }) => query(sql`select 1 from passkey_challenges`));
  assert.equal(rows.length, 1);
});

test('another site, another person and whoever did not prove themselves to the device are refused', async () => {
  await add();
  for (const twist of [{ origin: 'http://evil.example' }, { verified: false }, { userHandle: 'AAAA' }])
    assert.equal((await refusedSignIn(twist)).refused, 'passkey_refused', JSON.stringify(twist));
  const { credential: id } = authenticator;
  const forged = { ...softAuthenticator().get(await offered()), id, rawId: id };
  assert.equal((await refused(null, createWithPasskey, { response: forged })).refused, 'passkey_refused');
  const { options } = await from<Options>(session, registerOptions);
  for (const twist of [{ origin: 'http://evil.example' }, { verified: false }])
    assert.equal(
      (await refused(session, register, { name: 'x', response: softAuthenticator().create(options, twist) })).refused,
      'passkey_refused',
    );
  assert.equal((await refused(null, createWithPasskey, { response: { id: 'x' } })).refused, 'invalid_input');
});

test('a passkey that has signed less often than before is a copy, and is refused', async () => {
  await add();
  await signIn({ counter: 40 });
  assert.match(String((await refusedSignIn({ counter: 40 }))['problem']), /less often/);
  await signIn({ counter: 41 });
});

test('after five failures a passkey is not even looked at for a quarter of an hour', async () => {
  await add();
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal((await refusedSignIn({ verified: false })).refused, 'passkey_refused');
  assert.deepEqual(await refusedSignIn(), { refused: 'too_many_attempts', retryAfter: 900 });
  db.clock.advance(15 * 60_000);
  await signIn();
});

test('whoever is paused does not get in with a passkey', async () => {
  await add();
  await db.operator(updateParticipant, { id: 'Ana', status: 'paused' });
  assert.equal((await refusedSignIn()).refused, 'not_active');
});

test('only a signed-in person adds a passkey, each once and at most twenty', async () => {
  await add();
  assert.deepEqual(await db.as('Ana').refused(registerOptions), {
    refused: 'wrong_state',
    state: 'token',
    expected: ['session'],
  });
  assert.equal((await refused(null, registerOptions)).refused, 'unauthenticated');
  const { options } = await from<Options>(session, registerOptions);
  const again = authenticator.create(options);
  assert.equal((await db.as('Ana').refused(register, { name: 'x', response: again })).refused, 'wrong_state');
  assert.equal((await refused(session, register, { name: 'x', response: again })).refused, 'already_exists');
  const who = { token: await linkFor('Operator'), name: 'Olga', email: 'olga@example.com' };
  const { options: theirs } = await from<Options>(null, setupPasskeyOptions, who);
  const stolen = await refused(null, completeSetup, { ...who, passkey: authenticator.create(theirs) });
  assert.deepEqual(stolen, { refused: 'already_exists', field: 'response' });
  await db.operator(createParticipant, { kind: 'agent', name: 'bot' });
  assert.equal((await db.as('bot').refused(registerOptions)).refused, 'forbidden');
  for (let n = 1; n < limits.passkeys; n += 1) await add(softAuthenticator());
  const { options: last } = await from<Options>(session, registerOptions);
  assert.equal(
    (await refused(session, register, { name: 'x', response: softAuthenticator().create(last) })).refused,
    'invalid_input',
  );
});

test('browsers keep no passkey for an address, and a page there is told where to go', async () => {
  assert.deepEqual(await refused(null, passkeyOptions, {}, 'http://127.0.0.1:4180'), {
    refused: 'no_passkeys_here',
    address: 'http://127.0.0.1:4180',
    instead: 'http://localhost:4180',
  });
  assert.equal((await refused(session, registerOptions, {}, 'http://[::1]:4180'))['instead'], 'http://localhost:4180');
});

test('somebody else’s passkey is not found', async () => {
  const { id } = await add();
  for (const operation of [renamePasskey, removePasskey])
    assert.equal((await db.operator.refused(operation, { id, name: 'x' })).refused, 'not_found');
  assert.equal((await refused(session, removePasskey, { id: 'x' })).refused, 'not_found');
});

test('the last way to sign in of the last admin who has one stays', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  const token = await linkFor('Operator');
  const who = { token, name: 'Olga', email: 'olga@example.com' };
  const { options } = await from<Options>(null, setupPasskeyOptions, who);
  const key = softAuthenticator();
  ({ token: session } = await from<Session>(null, completeSetup, { ...who, passkey: key.create(options) }));
  const { items } = await from<{ items: Answer[] }>(session, listPasskeys);
  const [first] = items;
  assert(first);
  assert.equal(first['name'], 'First passkey');
  assert.equal((await refused(session, removePasskey, { id: first.id })).refused, 'last_way_in');
  // An admin who cannot sign in yet does not count; one who can does.
  await db.as('Olga')(updateParticipant, { id: 'Ben', role: 'admin' });
  assert.equal((await refused(session, removePasskey, { id: first.id })).refused, 'last_way_in');
  await db.as('Olga')(updateParticipant, { id: 'Ana', role: 'admin' });
  await from(session, removePasskey, { id: first.id });
});

test('an invitation is accepted by a passkey in place of a password, and needs one of both', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  const who = { token: await linkFor('Ben'), name: 'Ben', email: 'ben@example.com' };
  assert.equal((await refused(null, setupPasskeyOptions, { ...who, token: 'x' })).refused, 'wrong_credentials');
  assert.equal((await refused(null, completeSetup, who)).refused, 'invalid_input');
  assert.equal((await refused(null, setupPasskeyOptions, who, 'http://127.0.0.1:4180')).refused, 'no_passkeys_here');
  const key = softAuthenticator();
  const { options } = await from<Options>(null, setupPasskeyOptions, who);
  const wrong = softAuthenticator().create(options, { verified: false });
  assert.equal((await refused(null, completeSetup, { ...who, passkey: wrong })).refused, 'passkey_refused');
  await from(null, completeSetup, { ...who, passkey: key.create(options), passkeyName: 'Laptop' });
  const ben = await from<Session>(null, createWithPasskey, { response: key.get(await offered()) });
  assert.equal(ben.participant['name'], 'Ben');
});
