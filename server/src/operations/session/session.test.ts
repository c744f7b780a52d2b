import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sql } from '../../store/sql.ts';
import { type Authenticator, createAuthenticator } from '../authenticate.ts';
import createParticipant from '../participant/create.ts';
import invite from '../participant/invite.ts';
import updateParticipant from '../participant/update.ts';
import changePassword from '../password/change.ts';
import completeSetup from '../setup/complete.ts';
import createToken from '../token/create.ts';
import { createTokenUse } from '../token/token-use.ts';
import createSession from './create.ts';
import endSession from './end.ts';

type Session = { token: string; expiresAt: string; participant: Answer };
const email = 'ana@example.com';
const password = 'correct horse battery';

let db: TestDatabase;
let authenticator: Authenticator;
beforeEach(async () => {
  db = await testDatabase();
  authenticator = createAuthenticator({ database: db.database, now: () => db.clock.now });
  await db.operator(createParticipant, { kind: 'human', name: 'A.' });
});

const tokenOf = ({ url }: { url: string }) => url.slice(url.indexOf('#') + 1);
const inviteAna = async () => tokenOf(await db.operator<{ url: string }>(invite, { id: 'A.' }));
const setUp = async () =>
  db.as(null)<Session>(completeSetup, { token: await inviteAna(), name: 'Ana', email, password });
const signIn = (more: object = {}) => db.as(null)<Session>(createSession, { email, password, ...more });
const refusedSignIn = (more: object = {}) => db.as(null).refused(createSession, { email, password, ...more });
const holder = async (token: string) => (await authenticator.authenticate(token))?.bearer;

test('a set-up link gives its person a name, an address and a password, and signs them in, once', async () => {
  const link = await db.operator<{ url: string; expiresAt: string }>(invite, { id: 'A.' });
  assert.match(link.url, /^http:\/\/127\.0\.0\.1:4180\/setup#coact_/);
  assert.equal(link.expiresAt, '2026-01-07T09:00:00.000Z');
  const input = { token: tokenOf(link), name: 'Ana', email, password };
  const session = await db.as(null)<Session>(completeSetup, input);
  assert.deepEqual(
    [session.participant['name'], session.participant['email'], session.participant.version],
    ['Ana', email, 2],
  );
  assert.equal(session.expiresAt, '2026-02-04T09:00:00.000Z');
  assert.deepEqual([(await holder(session.token))?.name, (await holder(session.token))?.purpose], ['Ana', 'session']);
  assert.deepEqual(await db.as(null).refused(completeSetup, input), { refused: 'wrong_credentials', field: 'token' });
  await signIn({ email: 'ANA@example.com' });
});

test('what is proved by a link or a password is recorded as the act of its person, without a secret', async () => {
  const link = await inviteAna();
  const { participant, token } = await db.as(null)<Session>(completeSetup, {
    token: link,
    name: 'Ana',
    email,
    password,
  });
  await signIn();
  const told = (await db.events()).filter(({ type }) => type === 'setup.completed' || type === 'session.created');
  assert.deepEqual(
    told.map(({ type }) => type),
    ['setup.completed', 'session.created', 'session.created'],
  );
  assert(
    told.every(
      ({ actor, subject }) => actor.id === participant.id && actor.kind === 'human' && subject === participant.id,
    ),
  );
  const text = JSON.stringify(await db.events());
  for (const secret of [link, token, password, email, '$argon2'])
    assert(!text.includes(secret), `the ledger holds ${secret}`);
});

test('a set-up link is no token for anything else, and no token is a set-up link', async () => {
  assert.equal(await authenticator.authenticate(await inviteAna()), null);
  const { token } = await db.operator<{ token: string }>(createToken, { id: 'me', name: 'x' });
  for (const wrong of [token, 'nonsense', token.replace(/^coact_.{32}/, `coact_${'0'.repeat(32)}`)]) {
    assert.deepEqual(await db.as(null).refused(completeSetup, { token: wrong, name: 'Ana', email, password }), {
      refused: 'wrong_credentials',
      field: 'token',
    });
  }
});

test('a link ends after two days, with a newer link, and when two use it at once only one gets in', async () => {
  const [first, second] = [await inviteAna(), await inviteAna()];
  const use = (token: string) => db.as(null).outcome(completeSetup, { token, name: 'Ana', email, password });
  const late = { refused: 'wrong_credentials', field: 'token' };
  assert.deepEqual(await use(first), late);
  db.clock.advance(48 * 3_600_000);
  assert.deepEqual(await use(second), late);
  const third = await inviteAna();
  await db.warmUp();
  const outcomes = await Promise.all([use(third), use(third)]);
  assert.deepEqual(
    outcomes.filter((outcome) => 'refused' in outcome),
    [late],
  );
});

test('when two people choose the same address at once, one of them is told that it is taken', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'B.' });
  const links = [await inviteAna(), tokenOf(await db.operator<{ url: string }>(invite, { id: 'B.' }))];
  await db.warmUp();
  const outcomes = await Promise.all(
    links.map((token) => db.as(null).outcome(completeSetup, { token, name: 'Ana', email, password })),
  );
  assert.deepEqual(
    outcomes.filter((outcome) => 'refused' in outcome),
    [{ refused: 'already_exists', field: 'email' }],
  );
});

test('an address that somebody else has, a poor password and somebody paused are refused at set-up', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Ben', email: 'ben@example.com' });
  const token = await inviteAna();
  const use = (more: object) => db.as(null).refused(completeSetup, { token, name: 'Ana', email, password, ...more });
  assert.deepEqual(await use({ email: 'Ben@example.com' }), { refused: 'already_exists', field: 'email' });
  assert.equal((await use({ password: 'short' })).refused, 'invalid_input');
  assert.equal((await use({ password: 'x'.repeat(201) })).refused, 'invalid_input');
  assert.deepEqual((await use({ password: 'Ana@Example.com' }))['errors'], [
    { field: 'password', problem: 'is the e-mail address; choose something that nobody can look up' },
  ]);
  await db.operator(updateParticipant, { id: 'A.', status: 'paused' });
  assert.equal((await use({})).refused, 'not_active');
});

test('only admins make set-up links, and only for people who are active', async () => {
  await db.operator(createParticipant, { kind: 'agent', name: 'bot' });
  assert.equal((await db.as('A.').refused(invite, { id: 'me' })).refused, 'forbidden');
  assert.equal((await db.operator.refused(invite, { id: 'Nobody' })).refused, 'not_found');
  assert.equal((await db.operator.refused(invite, { id: 'bot' })).refused, 'invalid_input');
  await db.operator(updateParticipant, { id: 'A.', status: 'paused' });
  assert.equal((await db.operator.refused(invite, { id: 'A.' })).refused, 'not_active');
});

test('a new set-up link replaces a lost password and ends the sessions that the old one opened', async () => {
  const before = await setUp();
  const link = tokenOf(await db.operator<{ url: string }>(invite, { id: 'Ana' }));
  const after = await db.as(null)<Session>(completeSetup, {
    token: link,
    name: 'Ana',
    email,
    password: 'another password',
  });
  assert.deepEqual([await holder(before.token), (await holder(after.token))?.name], [undefined, 'Ana']);
  assert.equal((await refusedSignIn()).refused, 'wrong_credentials');
});

test('a wrong password, an unknown address and somebody without a password are told the same', async () => {
  await setUp();
  const wrong = { refused: 'wrong_credentials' };
  assert.deepEqual(await refusedSignIn({ password: 'wrong' }), wrong);
  assert.deepEqual(await refusedSignIn({ email: 'nobody@example.com' }), wrong);
  assert.deepEqual(await refusedSignIn({ email: 'Operator' }), wrong);
});

test('after five failures the sixth attempt is not even compared, until a quarter of an hour has gone', async () => {
  await setUp();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusedSignIn({ password: 'wrong' })));
  assert.equal(outcomes.filter(({ refused }) => refused === 'wrong_credentials').length, 5);
  assert.deepEqual(await refusedSignIn(), { refused: 'too_many_attempts', retryAfter: 900 });
  db.clock.advance(15 * 60_000);
  await signIn();
});

test('somebody who is paused cannot sign in', async () => {
  await setUp();
  await db.operator(updateParticipant, { id: 'Ana', status: 'paused' });
  assert.equal((await refusedSignIn()).refused, 'not_active');
});

test('an anonymous call keeps no answer, whatever key it sends', async () => {
  await setUp();
  const sign = () => db.as(null)<Session>(createSession, { email, password }, { idempotencyKey: 'k' });
  const [first, second] = [await sign(), await sign()];
  assert.notEqual(first.token, second.token);
  assert.deepEqual(
    await db.database.within(db.workspace, ({ query }) => query(sql`select 1 from idempotency_keys`)),
    [],
  );
});

test('signing out ends the session that was called with, and only a session', async () => {
  await setUp();
  const [kept, ended] = [await signIn(), await signIn()];
  const bearer = await holder(ended.token);
  assert(bearer);
  await db.as(bearer)(endSession);
  assert.deepEqual([await holder(ended.token), (await holder(kept.token))?.name], [undefined, 'Ana']);
  assert.deepEqual(db.commits.at(-1), { participantsChanged: true });
  assert.deepEqual(await db.as('Ana').refused(endSession), {
    refused: 'wrong_state',
    state: 'token',
    expected: ['session'],
  });
  assert.equal((await db.as(null).refused(endSession)).refused, 'unauthenticated');
});

test('a session ends by itself after thirty days, or once nobody has used it for a week', async () => {
  const { token } = await setUp();
  const unused = await signIn();
  const use = createTokenUse({ database: db.database, now: () => db.clock.now, log: assert.ifError });
  authenticator = createAuthenticator({ database: db.database, now: () => db.clock.now, used: use.note });
  for (let day = 0; day < 29; day += 1) {
    assert.equal((await holder(token))?.name, 'Ana', `day ${day}`);
    await use.flush();
    db.clock.advance(86_400_000);
    if (day === 6) assert.equal(await holder(unused.token), undefined);
  }
  await use.stop();
  db.clock.advance(86_400_000 - 1);
  assert.equal((await holder(token))?.name, 'Ana');
  db.clock.advance(1);
  assert.equal(await holder(token), undefined);
});

test('whoever knows the password changes it, and all other sessions end', async () => {
  const [mine, other] = [await setUp(), await signIn()];
  const bearer = await holder(mine.token);
  assert(bearer);
  await db.as(bearer)(changePassword, { current: password, password: 'staple of the evening' });
  assert.deepEqual([(await holder(mine.token))?.name, await holder(other.token)], ['Ana', undefined]);
  assert.equal((await refusedSignIn()).refused, 'wrong_credentials');
  await signIn({ password: 'staple of the evening' });
  assert.deepEqual(
    (await db.events('password.changed')).map(({ data }) => data),
    [{}],
  );
});

test('a password is changed only by the current one, to one that keeps the rule, and not by guessing', async () => {
  await setUp();
  const change = (current: string, next: string) => db.as('Ana').refused(changePassword, { current, password: next });
  assert.equal((await change(password, 'short')).refused, 'invalid_input');
  assert.equal((await change(password, email)).refused, 'invalid_input');
  for (let i = 0; i < 5; i += 1) {
    assert.deepEqual(await change('wrong', 'another password'), { refused: 'wrong_credentials', field: 'current' });
  }
  assert.equal((await change(password, 'another password')).refused, 'too_many_attempts');
  assert.equal((await db.as(null).refused(changePassword, { current: password, password })).refused, 'unauthenticated');
});

test('a repeated change of the password is answered from memory, which holds neither password', async () => {
  await setUp();
  const change = () =>
    db.as('Ana')(changePassword, { current: password, password: 'another password' }, { idempotencyKey: 'k' });
  await change();
  await change();
  assert.equal((await db.events('password.changed')).length, 1);
});
