import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { createAuthenticator } from '../authenticate.ts';
import createParticipant from '../participant/create.ts';
import invite from '../participant/invite.ts';
import resetAccess from '../participant/reset-access.ts';
import updateParticipant from '../participant/update.ts';
import createSession from '../session/create.ts';
import completeSetup from '../setup/complete.ts';
import resetPassword from './reset.ts';

type Link = { url: string; expiresAt: string };
type Session = { token: string };
const email = 'ana@example.com';
const before = 'correct horse battery';
const password = 'staple of the evening';

let db: TestDatabase;
let session: string;
beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'human', name: 'Ana' });
  const token = tokenOf(await db.operator<Link>(invite, { id: 'Ana' }));
  const input = { token, name: 'Ana', email, password: before };
  ({ token: session } = await db.as(null)<Session>(completeSetup, input));
});

const tokenOf = ({ url }: Link) => new URL(url).hash.slice(1);
const linkFor = async () => tokenOf(await db.operator<Link>(resetAccess, { id: 'Ana' }));
const use = (token: string, more: object = {}) => db.as(null)<Session>(resetPassword, { token, password, ...more });
const refused = (token: string, more: object = {}) => db.as(null).refused(resetPassword, { token, password, ...more });
const signIn = (said: string) => db.as(null)<Session>(createSession, { email, password: said });
const wrong = { refused: 'wrong_credentials', field: 'token' };

async function holder(token: string): Promise<string | null> {
  const { authenticate } = createAuthenticator({ database: db.database, now: () => db.clock.now });
  return (await authenticate(token))?.bearer.name ?? null;
}

test('an admin’s link lets somebody choose another password once; all their sessions end with it', async () => {
  const link = await db.operator<Link>(resetAccess, { id: 'Ana' });
  assert.match(link.url, /^http:\/\/127\.0\.0\.1:4180\/reset#coact_/);
  assert.equal(link.expiresAt, '2026-01-06T09:00:00.000Z');
  assert.equal(await holder(session), 'Ana');
  const after = await use(tokenOf(link));
  assert.deepEqual([await holder(session), await holder(after.token)], [null, 'Ana']);
  assert.deepEqual(db.commits.at(-1), { participantsChanged: true });
  assert.deepEqual(await refused(tokenOf(link)), wrong);
  await signIn(password);
  assert.equal((await db.as(null).refused(createSession, { email, password: before })).refused, 'wrong_credentials');
});

test('who made the link and who used it stand in the ledger, and no secret', async () => {
  const token = await linkFor();
  await use(token);
  const [made, used] = (await db.events()).filter(({ type }) => /reset/.test(type));
  const ana = (await db.bearer('Ana')).id;
  assert.deepEqual(
    [made?.type, made?.actor.id, made?.subject],
    ['participant.reset_offered', (await db.bearer('Operator')).id, ana],
  );
  assert.deepEqual([used?.type, used?.actor.id, used?.subject, used?.data], ['password.reset', ana, ana, {}]);
  const text = JSON.stringify(await db.events());
  for (const secret of [token, password, '$argon2']) assert(!text.includes(secret));
});

test('a link ends after a day and with a newer one, and of two who use it at once one gets in', async () => {
  const [old, late] = [await linkFor(), await linkFor()];
  assert.deepEqual(await refused(old), wrong);
  db.clock.advance(86_400_000);
  assert.deepEqual(await refused(late), wrong);
  const token = await linkFor();
  await db.warmUp();
  const outcomes = await Promise.all(
    [token, token].map((one) => db.as(null).outcome(resetPassword, { token: one, password })),
  );
  assert.deepEqual(
    outcomes.filter((outcome) => 'refused' in outcome),
    [wrong],
  );
});

test('the link is no token, no other token is the link, and after five failures it is not looked at', async () => {
  assert.equal(await holder(await linkFor()), null);
  const setup = tokenOf(await db.operator<Link>(invite, { id: 'Ana' }));
  for (let tries = 0; tries < 5; tries += 1) assert.deepEqual(await refused(setup), wrong);
  assert.deepEqual(await refused(setup), { refused: 'too_many_attempts', retryAfter: 900 });
  assert.deepEqual(await db.as(null).refused(completeSetup, { token: setup, name: 'Ana', email, password }), {
    refused: 'too_many_attempts',
    retryAfter: 900,
  });
});

test('guessing links is stopped across all of them, and so is signing in from then on', async () => {
  for (let tries = 0; tries < 200; tries += 1) assert.deepEqual(await refused(`guess ${tries}`), wrong);
  assert.equal((await refused('another guess')).refused, 'too_many_attempts');
  db.clock.advance(15 * 60_000);
  await signIn(before);
});

test('the same rule holds for a password by link as anywhere, and the link stays good', async () => {
  const token = await linkFor();
  for (const poor of ['short', 'password1234567', 'Ana@Example.com'])
    assert.equal((await refused(token, { password: poor })).refused, 'invalid_input', poor);
  await use(token);
});

test('only admins make links, only for people, and only while they are active', async () => {
  await db.operator(createParticipant, { kind: 'agent', name: 'bot', sponsor: 'Ana' });
  assert.equal((await db.as('Ana').refused(resetAccess, { id: 'me' })).refused, 'forbidden');
  assert.equal((await db.operator.refused(resetAccess, { id: 'Nobody' })).refused, 'not_found');
  assert.equal((await db.operator.refused(resetAccess, { id: 'bot' })).refused, 'invalid_input');
  const token = await linkFor();
  await db.operator(updateParticipant, { id: 'Ana', status: 'paused' });
  assert.equal((await db.operator.refused(resetAccess, { id: 'Ana' })).refused, 'not_active');
  assert.equal((await refused(token)).refused, 'not_active');
});
