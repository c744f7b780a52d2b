import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { createAuthenticator } from '../authenticate.ts';
import createParticipant from '../participant/create.ts';
import invite from '../participant/invite.ts';
import completeSetup from '../setup/complete.ts';
import { createTokenUse } from '../token/token-use.ts';
import createSession from './create.ts';
import listSessions from './list.ts';
import revokeOthers from './revoke-others.ts';
import revokeSession from './revoke.ts';

type Session = { token: string };
type Page = { items: Answer[]; next: string | null };
const email = 'ana@example.com';
const password = 'correct horse battery';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let db: TestDatabase;
let first: string;
beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'human', name: 'Ana' });
  await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  const { url } = await db.operator<{ url: string }>(invite, { id: 'Ana' });
  const input = { token: new URL(url).hash.slice(1), name: 'Ana', email, password };
  ({ token: first } = await db.as(null)<Session>(completeSetup, input));
});

const authenticate = (token: string, used?: Parameters<typeof createAuthenticator>[0]['used']) =>
  createAuthenticator({ database: db.database, now: () => db.clock.now, ...(used && { used }) }).authenticate(token);
async function as(token: string) {
  const bearer = (await authenticate(token))?.bearer;
  assert(bearer);
  return db.as(bearer);
}
async function signIn(userAgent: string | null = null): Promise<string> {
  const input = { email, password };
  const from = { origin: null, userAgent };
  const outcome = await db.execute({ operation: createSession, workspace: db.workspace, bearer: null, input, from });
  assert(!isRefusal(outcome));
  return (outcome.body as Session).token;
}

test('somebody sees where they are signed in, in words, and which of it is this browser', async () => {
  db.clock.advance(60_000);
  const token = await signIn(firefox);
  const { items, next } = await (await as(token))<Page>(listSessions);
  assert.deepEqual(
    items.map(({ id: _, ...told }) => told),
    [
      {
        browser: 'An unknown program',
        createdAt: '2026-01-05T09:00:00.000Z',
        lastUsedAt: null,
        endsAt: '2026-01-12T09:00:00.000Z',
        current: false,
      },
      {
        browser: 'Firefox on Linux',
        createdAt: '2026-01-05T09:01:00.000Z',
        lastUsedAt: null,
        endsAt: '2026-01-12T09:01:00.000Z',
        current: true,
      },
    ],
  );
  assert.equal(next, null);
  const page = await (await as(token))<Page>(listSessions, { limit: 1 });
  const rest = await (await as(token))<Page>(listSessions, { cursor: page.next });
  assert.deepEqual([page.items.length, rest.items.length, rest.next], [1, 1, null]);
});

test('an admin sees somebody else’s sessions and ends them; nobody else does', async () => {
  const { items } = await db.operator<Page>(listSessions, { participant: 'Ana' });
  const [session] = items;
  assert(session);
  assert.equal((await db.as('Ben').refused(listSessions, { participant: 'Ana' })).refused, 'forbidden');
  assert.equal((await db.as('Ben').refused(revokeSession, { id: session.id })).refused, 'forbidden');
  assert.deepEqual(await db.operator.refused(listSessions, { participant: 'Nobody' }), {
    refused: 'not_found',
    field: 'participant',
    participant: 'Nobody',
  });
  assert.equal((await db.operator.refused(listSessions, { cursor: 'x' })).refused, 'invalid_input');
  await db.operator(revokeSession, { id: session.id });
  await db.operator(revokeSession, { id: session.id });
  assert.equal(await authenticate(first), null);
  const told = await db.events('session.revoked');
  assert.deepEqual(
    told.map(({ data, subject }) => [data, subject]),
    [[{ session: session.id }, (await db.bearer('Ana')).id]],
  );
});

test('a session that is ended is refused at once, and every server is told', async () => {
  const other = await signIn();
  const { items } = await (await as(first))<Page>(listSessions);
  const id = items.find(({ current }) => !current)?.id;
  await (
    await as(first)
  )(revokeSession, { id });
  assert.deepEqual([await authenticate(other), (await authenticate(first))?.bearer.name], [null, 'Ana']);
  assert.deepEqual(db.commits.at(-1), { participantsChanged: true });
});

test('only a session is ended here, and only one that there is', async () => {
  for (const id of ['x', db.ids.next(), (await db.bearer('Ana')).id])
    assert.deepEqual(await db.operator.refused(revokeSession, { id }), {
      refused: 'not_found',
      field: 'id',
      session: id,
    });
});

test('signing out everywhere else leaves the session that was called with, and nobody else’s is touched', async () => {
  const others = [await signIn(), await signIn(firefox)];
  assert.deepEqual(await (await as(first))(revokeOthers), { ended: 2 });
  assert.deepEqual(await Promise.all(others.map((token) => authenticate(token))), [null, null]);
  assert.equal((await authenticate(first))?.bearer.name, 'Ana');
  assert.deepEqual(await (await as(first))(revokeOthers), { ended: 0 });
  assert.deepEqual(await db.as('Ben')(revokeOthers), { ended: 0 });
});

test('when a token was last used is told within an hour, written once for many uses', async () => {
  const use = createTokenUse({ database: db.database, now: () => db.clock.now, log: assert.ifError });
  const lastUsed = async () => (await db.operator<Page>(listSessions, { participant: 'Ana' })).items[0]?.['lastUsedAt'];
  db.clock.advance(60_000);
  for (let n = 0; n < 5; n += 1) await authenticate(first, use.note);
  assert.equal(await lastUsed(), null);
  await use.flush();
  assert.equal(await lastUsed(), '2026-01-05T09:01:00.000Z');
  db.clock.advance(59 * 60_000);
  await authenticate(first, use.note);
  await use.flush();
  assert.equal(await lastUsed(), '2026-01-05T09:01:00.000Z');
  db.clock.advance(60_000);
  await authenticate(first, use.note);
  await use.stop();
  assert.equal(await lastUsed(), '2026-01-05T10:01:00.000Z');
});

test('that a token was used changes nothing else, and does not fail who uses it when the database is away', async () => {
  const heard: string[] = [];
  const broken = { ...db.database, within: () => Promise.reject(new Error('away')) };
  const use = createTokenUse({ database: broken, now: () => db.clock.now, log: (message) => heard.push(message) });
  assert.equal((await authenticate(first, use.note))?.bearer.name, 'Ana');
  await use.stop();
  assert.equal(heard.length, 1);
});
