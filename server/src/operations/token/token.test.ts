import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sql } from '../../store/sql.ts';
import { createAuthenticator } from '../authenticate.ts';
import createParticipant from '../participant/create.ts';
import updateParticipant from '../participant/update.ts';
import createToken from './create.ts';
import listTokens from './list.ts';
import revokeToken from './revoke.ts';

type Made = { id: string; name: string; token: string; expiresAt: string | null };
type Page = { items: Answer[]; next: string | null };

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'human', name: 'Ana' });
  await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  await db.operator(createParticipant, { kind: 'agent', name: 'bot', sponsor: 'Ana' });
});

test('a token is shown once and stands for its participant; the database and the ledger never hold it', async () => {
  const made = await db.as('Ana')<Made>(createToken, { id: 'bot', name: 'build machine' });
  assert.match(made.token, new RegExp(`^coact_${db.workspace.replaceAll('-', '')}_[A-Za-z0-9_-]{43}$`));
  const authenticator = createAuthenticator({ database: db.database, now: () => db.clock.now });
  assert.equal((await authenticator.authenticate(made.token))?.bearer.name, 'bot');
  const [row] = await db.database.within(db.workspace, ({ query }) =>
    query(sql`select t::text as row from tokens t where id = ${made.id}`),
  );
  assert(!JSON.stringify([row, await db.events()]).includes(made.token));
});

test('the admin and the sponsor make tokens for an agent, and people for themselves; nobody else, and no agent', async () => {
  await db.operator(createToken, { id: 'bot', name: 'x' });
  await db.as('Ben')(createToken, { id: 'me', name: 'my laptop' });
  assert.equal((await db.as('Ben').refused(createToken, { id: 'bot', name: 'x' })).refused, 'forbidden');
  assert.equal((await db.as('Ben').refused(createToken, { id: 'Ana', name: 'x' })).refused, 'forbidden');
  assert.equal((await db.as('bot').refused(createToken, { id: 'me', name: 'x' })).refused, 'forbidden');
  assert.equal((await db.operator.refused(createToken, { id: 'Coact', name: 'x' })).refused, 'forbidden');
});

test('a token is not made for nobody, for somebody who has retired, or to expire in the past', async () => {
  assert.equal((await db.operator.refused(createToken, { id: 'Nobody', name: 'x' })).refused, 'not_found');
  assert.deepEqual(
    await db.operator.refused(createToken, { id: 'bot', name: 'x', expiresAt: '2026-01-05T09:00:00Z' }),
    {
      refused: 'invalid_input',
      errors: [{ field: 'expiresAt', problem: 'is in the past' }],
    },
  );
  await db.operator(updateParticipant, { id: 'bot', status: 'retired' });
  assert.equal((await db.operator.refused(createToken, { id: 'bot', name: 'x' })).refused, 'not_active');
});

test('a repeated command with the same key makes one token, and is not told its text again', async () => {
  const options = { idempotencyKey: 'k1' };
  const made = await db.operator<Made>(createToken, { id: 'bot', name: 'x' }, options);
  const again = await db.operator<Made>(createToken, { id: 'bot', name: 'x' }, options);
  assert.deepEqual(again, { ...made, token: '' });
  const kept = await db.database.within(db.workspace, ({ query }) => query(sql`select answer from idempotency_keys`));
  assert.equal(kept.length, 1);
  assert(!JSON.stringify(kept).includes(made.token));
});

test('whoever may revoke tokens sees them, without their text, page by page', async () => {
  const first = await db.operator<Made>(createToken, {
    id: 'bot',
    name: 'one',
    expiresAt: '2026-02-01T10:00:00+01:00',
  });
  await db.operator(createToken, { id: 'bot', name: 'two' });
  const page = await db.as('bot')<Page>(listTokens, { id: 'me', limit: 1 });
  assert.deepEqual(page.items, [
    {
      id: first.id,
      name: 'one',
      purpose: 'token',
      createdAt: '2026-01-05T09:00:00.000Z',
      expiresAt: '2026-02-01T09:00:00.000Z',
      lastUsedAt: null,
      scopes: null,
      teams: null,
    },
  ]);
  const rest = await db.as('Ana')<Page>(listTokens, { id: 'bot', cursor: page.next });
  assert.deepEqual([rest.items.map(({ name }) => name), rest.next], [['two'], null]);
  assert.equal((await db.as('Ben').refused(listTokens, { id: 'bot' })).refused, 'forbidden');
  assert.equal((await db.operator.refused(listTokens, { id: 'Nobody' })).refused, 'not_found');
  assert.equal((await db.operator.refused(listTokens, { id: 'bot', cursor: 'x' })).refused, 'invalid_input');
});

test('a revoked token ends once and for all', async () => {
  const { id } = await db.operator<Made>(createToken, { id: 'bot', name: 'x' });
  assert.equal((await db.as('Ben').refused(revokeToken, { id: 'bot', token: id })).refused, 'forbidden');
  await db.as('bot')(revokeToken, { id: 'me', token: id });
  await db.operator(revokeToken, { id: 'bot', token: id });
  assert.deepEqual(
    (await db.events('token.revoked')).map(({ data }) => data),
    [{ token: id, purpose: 'token' }],
  );
  assert.deepEqual(db.commits.at(-1), { participantsChanged: true });
  assert.deepEqual((await db.operator<Page>(listTokens, { id: 'bot' })).items, []);
});

test("a token is not found among somebody else's", async () => {
  const { id } = await db.operator<Made>(createToken, { id: 'bot', name: 'x' });
  for (const token of [id, 'x', db.ids.next()]) {
    assert.deepEqual(await db.operator.refused(revokeToken, { id: 'Ana', token }), {
      refused: 'not_found',
      field: 'token',
      token,
    });
  }
});
