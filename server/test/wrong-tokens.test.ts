import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import createParticipant from '../src/operations/participant/create.ts';
import updateParticipant from '../src/operations/participant/update.ts';
import createStop from '../src/operations/stop/create.ts';
import createToken from '../src/operations/token/create.ts';
import revokeToken from '../src/operations/token/revoke.ts';
import { type Received, send, testApp } from './app.ts';
import { addPeople } from './world.ts';

const app = await testApp();
await addPeople(app);

type Made = { id: string; token: string };
const makeToken = (of: string, over: object = {}) =>
  (of === 'bot' ? app.as('Ana') : app.as(of))<Made>(createToken, { id: of, name: 'test', ...over });

const doors = ['/v1/me', '/v1/items', '/v1/events/stream', '/v1/ledger/export', '/metrics', '/scim/v2/Users'];

/** Asks every door in the same way. */
async function everywhere(headers: Record<string, string>, query = ''): Promise<Received[]> {
  return Promise.all(doors.map((path) => send(`${app.url}${path}${query}`, '', { headers })));
}

async function refusedEverywhere(
  headers: Record<string, string>,
  { query = '', problem }: { query?: string; problem: RegExp },
) {
  for (const answer of await everywhere(headers, query)) {
    assert.equal(answer.status, 401, answer.body);
    assert.match(String(answer.headers['www-authenticate']), /^Bearer realm="coact"/);
    assert.match(answer.body, problem);
    assert(!answer.body.includes(app.token), 'the answer repeats the token');
  }
}

test('nothing, half a token, a longer one, a huge one and one that never was are told apart from none', async () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  await refusedEverywhere({ authorization: '' }, { problem: /no token was sent/ });
  for (const token of [
    app.token.slice(0, -1),
    `${app.token}x`,
    'coact_',
    'null',
    app.token.toUpperCase(),
    `${app.token} ${app.token}`,
    'x'.repeat(8_000),
  ])
    await refusedEverywhere(bearer(token), { problem: /not a whole token/ });
  await refusedEverywhere(bearer(`${app.token.slice(0, -4)}AAAA`), { problem: /unknown, has expired or was revoked/ });
});

test('the workspace in a token is a part of it: with another one it is nobody’s', async () => {
  const elsewhere = app.token.replace(/^coact_[0-9a-f]{32}/, `coact_${'0'.repeat(31)}1`);
  await refusedEverywhere({ authorization: `Bearer ${elsewhere}` }, { problem: /unknown/ });
});

test('other ways to sign in are not understood, and no token is read from the address', async () => {
  const basic = Buffer.from(`token:${app.token}`).toString('base64');
  await refusedEverywhere({ authorization: `Basic ${basic}` }, { problem: /Basic is not understood/ });
  await refusedEverywhere({ authorization: app.token }, { problem: /not understood/ });
  await refusedEverywhere(
    { authorization: '' },
    { query: `?access_token=${app.token}`, problem: /in the address is not read/ },
  );
});

test('two tokens at once are one too many, even where both are right', async () => {
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sending = request(
      `${app.url}/v1/me`,
      { headers: { authorization: [`Bearer ${app.token}`, `Bearer ${app.token}`] } as never },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sending.on('error', reject).end();
  });
  assert.equal(answer.status, 401);
  assert.match(answer.body, /more than once/);
});

test('an expired and a revoked token are nobody’s from that moment', async () => {
  const { token } = await makeToken('Ben', { expiresAt: new Date(app.clock.now + 1_000).toISOString() });
  assert.equal((await send(`${app.url}/v1/me`, token)).status, 200);
  app.clock.advance(1_000);
  await refusedEverywhere({ authorization: `Bearer ${token}` }, { problem: /has expired/ });
  const revoked = await makeToken('Ben');
  await app.as('Ben')(revokeToken, { id: 'me', token: revoked.id });
  await refusedEverywhere({ authorization: `Bearer ${revoked.token}` }, { problem: /was revoked/ });
});

test('whoever is paused is told so, and whoever has retired is nobody', async () => {
  await app.operator(createParticipant, { kind: 'human', name: 'Pia' });
  const { token } = await makeToken('Pia');
  await app.operator(updateParticipant, { id: 'Pia', status: 'paused' });
  const paused = await send(`${app.url}/v1/items`, token);
  assert.equal(paused.json['code'], 'not_active');
  await app.operator(updateParticipant, { id: 'Pia', status: 'retired' });
  await refusedEverywhere({ authorization: `Bearer ${token}` }, { problem: /revoked/ });
});

test('a stopped agent reads, and writes nothing', async () => {
  const { token } = await makeToken('bot');
  await app.operator(createStop, { participant: 'bot', reason: 'It misbehaves.' });
  assert.equal((await send(`${app.url}/v1/items`, token)).status, 200);
  const write = await send(`${app.url}/v1/items`, token, { method: 'POST', json: { title: 'x' } });
  assert.deepEqual([write.status, write.json['code']], [409, 'stopped']);
});

test('a token in the cookie of a session is read as one, and a wrong one there ends in 401', async () => {
  await refusedEverywhere({ authorization: '', cookie: 'coact_session=nonsense' }, { problem: /session/ });
});

test('out of its scopes a token is refused with the scopes that would do', async () => {
  const { token } = await app.operator<Made>(createToken, { id: 'me', name: 'reader', scopes: ['item.get'] });
  const refused = await send(`${app.url}/v1/items`, token, { method: 'POST', json: { title: 'x' } });
  assert.deepEqual([refused.status, refused.json['code']], [403, 'out_of_scope_token']);
  assert.deepEqual(refused.json['wanted'], ['item.create', 'manage', 'admin']);
  assert.match(String(refused.headers['www-authenticate']), /insufficient_scope/);
  for (const path of ['/v1/events/stream', '/v1/ledger/export', '/metrics', '/v1/me'])
    assert.equal((await send(`${app.url}${path}`, token)).status, 403, path);
});

test('the protocols of agents refuse what is out of the scopes of a token as every door does', async () => {
  const { token } = await makeToken('bot', { scopes: ['item.get'] });
  const ask = async (path: string, method: string, params: object) => {
    const headers = {
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
      'a2a-version': '1.0',
    };
    return (
      await send(`${app.url}${path}`, token, {
        method: 'POST',
        headers,
        json: { jsonrpc: '2.0', id: 1, method, params },
      })
    ).body;
  };
  assert.match(await ask('/mcp', 'tools/call', { name: 'work_claim', arguments: {} }), /out_of_scope_token/);
  assert.match(await ask('/mcp', 'resources/read', { uri: 'coact://inbox' }), /out_of_scope_token/);
  const message = { messageId: 'm', role: 'ROLE_USER', parts: [{ text: 'Do it' }] };
  assert.match(await ask('/a2a', 'SendMessage', { message }), /out_of_scope_token/);
  assert.match(await ask('/a2a', 'ListTasks', {}), /out_of_scope_token/);
});
