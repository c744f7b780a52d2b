import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { testApp } from '../../../test/app.ts';
import { type Browser, browser } from '../../../test/browser.ts';
import type { Answer } from '../../../test/database.ts';
import { oauthKeeper } from '../../../../web/test/oauth-keeper.ts';
import createParticipant from '../../operations/participant/create.ts';
import invite from '../../operations/participant/invite.ts';
import { sweepOauth } from '../../store/oauth.ts';
import { sql } from '../../store/sql.ts';

const app = await testApp();
const second = await testApp({ beside: app, publicUrl: app.url });
const CALLBACK = 'http://127.0.0.1:41999/callback';
let agent: Answer;
let other: Answer;
let person: Browser;
before(async () => {
  agent = await app.operator(createParticipant, { kind: 'agent', name: 'scribe' });
  other = await app.operator(createParticipant, { kind: 'human', name: 'Bo', email: 'bo@example.com' });
  const { url } = await app.operator<{ url: string }>(invite, { id: 'me' });
  person = browser();
  const json = { token: url.split('#')[1], name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' };
  await post('/v1/setup', json);
});

/** As the page sends it, with the cookies of the person’s browser. */
async function post(path: string, json: unknown, from = person) {
  const cookie = [...from.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { authorization: '', origin: app.url, ...(cookie && { cookie }) };
  const received = await app.send(path, { method: 'POST', json, headers });
  for (const set of received.headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    from.cookies.set(name, value);
  }
  return received;
}

const uidOf = (location: string | null) => /\/connect\/([\w-]+)$/.exec(location ?? '')?.[1] ?? '';

/** The person’s half: the page opens, they choose, and the browser goes back to the client. */
async function consent(sentTo: URL, said: Record<string, unknown>) {
  const page = await person.get(sentTo.href);
  const uid = uidOf(page.location);
  assert.notEqual(uid, '', JSON.stringify(page));
  const given = await post(`/connect/${uid}/consent`, said);
  assert.equal(given.status, 200, given.body);
  const back = await person.get(String(given.json['to']));
  return new URL(back.location ?? '');
}

async function connected(said: Record<string, unknown> = { agent: agent.id, scopes: ['work'] }) {
  const { kept, provider } = oauthKeeper(CALLBACK);
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', app.url), { authProvider: provider });
  await assert.rejects(new Client({ name: 'test', version: '1' }).connect(transport), UnauthorizedError);
  assert(kept.sentTo);
  const back = await consent(kept.sentTo, said);
  await transport.finishAuth(back.searchParams);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', app.url), { authProvider: provider }));
  return { client, kept, back };
}

test('a client that knows only the address signs in and works as the agent that a person chose, within its scopes', async () => {
  const { client, kept } = await connected();
  assert.match(String(kept.tokens?.access_token), /^coact_[0-9a-f]{32}_[\w-]{43}$/);
  const made = await client.callTool({ name: 'work_claim', arguments: {} });
  assert(!made.isError, JSON.stringify(made.content));
  const beyond = await client.callTool({ name: 'item_create', arguments: { title: 'Beyond' } });
  assert.match(JSON.stringify(beyond.content), /out_of_scope_token/);
  const me = await app.send('/v1/me', { headers: { authorization: `Bearer ${kept.tokens?.access_token}` } });
  assert.equal(me.json['id'], agent.id);
});

test('the token stands on the agent’s page under the client’s name, and revoking it there ends it at once', async () => {
  const { client, kept } = await connected();
  const { json } = await app.send(`/v1/participants/${agent.id}/tokens`);
  const token = (json['items'] as { id: string; name: string; scopes: string[] }[]).at(-1);
  assert.deepEqual([token?.name, token?.scopes], ['Some client', ['work']]);
  await app.send(`/v1/participants/${agent.id}/tokens/${token?.id}`, { method: 'DELETE' });
  const me = await app.send('/v1/me', { headers: { authorization: `Bearer ${kept.tokens?.access_token}` } });
  assert.equal(me.status, 401);
  await client.close();
});

test('whoever comes without a token is told where to get one, and a wrong one is called so', async () => {
  const none = await app.send('/mcp', { method: 'POST', json: {}, headers: { authorization: '' } });
  const where = `resource_metadata="${app.url}/.well-known/oauth-protected-resource/mcp"`;
  assert.equal(none.headers['www-authenticate'], `Bearer realm="coact", scope="work", ${where}`);
  const wrong = await app.send('/mcp', { method: 'POST', json: {}, headers: { authorization: 'Bearer wrong' } });
  assert.match(String(wrong.headers['www-authenticate']), /error="invalid_token"/);
  for (const path of ['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp']) {
    const { json } = await app.send(path, { headers: { authorization: '' } });
    assert.deepEqual([json['resource'], json['authorization_servers']], [`${app.url}/mcp`, [app.url]]);
  }
});

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const register = async (more: object = {}) => {
  const json = { client_name: 'By hand', redirect_uris: [CALLBACK], token_endpoint_auth_method: 'none', ...more };
  return app.send('/oauth/register', { method: 'POST', json, headers: { authorization: '' } });
};
async function authorizeUrl(more: Record<string, string> = {}) {
  const { json } = await register();
  const said = {
    client_id: String(json['client_id']),
    redirect_uri: CALLBACK,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    resource: `${app.url}/mcp`,
    scope: 'work',
    state: 's',
    ...more,
  };
  const given = Object.entries(said).filter(([, value]) => value !== '');
  return { url: new URL(`/oauth/authorize?${new URLSearchParams(given).toString()}`, app.url), client: said.client_id };
}
const exchange = (client: string, code: string | null, more: Record<string, string> = {}) =>
  app.send('/oauth/token', {
    method: 'POST',
    headers: { authorization: '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code: code ?? '',
      redirect_uri: CALLBACK,
      code_verifier: verifier,
      ...more,
    }).toString(),
  });

test('without PKCE, for another resource, or for an address that was not registered, nobody is even asked', async () => {
  const errorAt = async (more: Record<string, string>) => {
    const { location, status } = await person.get((await authorizeUrl(more)).url.href);
    return location ? new URL(location).searchParams.get('error') : status;
  };
  assert.equal(await errorAt({ code_challenge: '', code_challenge_method: '' }), 'invalid_request');
  assert.equal(await errorAt({ code_challenge_method: 'plain' }), 'invalid_request');
  assert.equal(await errorAt({ resource: 'https://elsewhere.example/mcp' }), 'invalid_target');
  assert.equal(await errorAt({ redirect_uri: 'https://elsewhere.example/' }), 400);
});

test('only the browser in which it began can consent, and only a person who has signed in there', async () => {
  const { url } = await authorizeUrl();
  const began = browser();
  const uid = uidOf((await began.get(url.href)).location);
  const said = { agent: agent.id };
  assert.equal((await post(`/connect/${uid}/consent`, said)).status, 404, 'the person’s browser did not begin it');
  assert.equal((await post(`/connect/${uid}/consent`, said, began)).status, 401, 'nobody has signed in there');
  const foreign = await app.send(`/connect/${uid}/consent`, {
    method: 'POST',
    json: said,
    headers: { origin: 'https://elsewhere.example' },
  });
  assert.equal(foreign.status, 403);
});

test('a person gives what is theirs to give: not another person, nobody unknown, and no wider than they say', async () => {
  const { url } = await authorizeUrl();
  const uid = uidOf((await person.get(url.href)).location);
  assert.equal((await post(`/connect/${uid}/consent`, { agent: other.id })).status, 403);
  assert.equal((await post(`/connect/${uid}/consent`, { agent: 'nobody' })).status, 404);
  assert.equal((await post(`/connect/${uid}/consent`, { agent: agent.id, scopes: ['nonsense'] })).status, 422);
  assert.equal((await post(`/connect/${uid}/consent`, { agent: agent.id, nonsense: true })).status, 422);
});

test('the page is told who asks and for what; a no goes back to the client as one', async () => {
  const { url } = await authorizeUrl();
  const uid = uidOf((await person.get(url.href)).location);
  const shown = await person.get(`${app.url}/connect/${uid}/request`);
  const asked = JSON.parse(shown.body) as { client: { name: string }; returnsTo: string; scopes: string[] };
  assert.deepEqual([asked.client.name, asked.returnsTo, asked.scopes], ['By hand', '127.0.0.1:41999', ['work']]);
  const said = await post(`/connect/${uid}/refuse`, {});
  const back = new URL((await person.get(String(said.json['to']))).location ?? '');
  assert.deepEqual([back.searchParams.get('error'), back.searchParams.get('state')], ['access_denied', 's']);
});

test('a code is good once, for its client and its verifier; a second use ends what the first gave', async () => {
  const { url, client } = await authorizeUrl();
  const back = await consent(url, { agent: agent.id });
  assert.equal(back.searchParams.get('iss'), app.url);
  const code = back.searchParams.get('code');
  const other = String((await register()).json['client_id']);
  assert.equal((await exchange(other, code)).json['error'], 'invalid_grant');
  assert.equal((await exchange(client, code, { code_verifier: 'x'.repeat(43) })).json['error'], 'invalid_grant');

  const again = await authorizeUrl();
  const goodCode = (await consent(again.url, { agent: agent.id })).searchParams.get('code');
  const first = await exchange(again.client, goodCode);
  assert.equal(first.status, 200, first.body);
  const bearer = { authorization: `Bearer ${String(first.json['access_token'])}` };
  assert.equal((await app.send('/v1/me', { headers: bearer })).status, 200);
  assert.equal((await exchange(again.client, goodCode)).json['error'], 'invalid_grant');
  assert.equal((await app.send('/v1/me', { headers: bearer })).status, 401);
});

test('a client may hand its token in', async () => {
  const { url, client } = await authorizeUrl();
  const { json } = await exchange(
    client,
    (await consent(url, { agent: agent.id, scopes: ['work'] })).searchParams.get('code'),
  );
  const token = String(json['access_token']);
  const body = new URLSearchParams({ client_id: client, token }).toString();
  const headers = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await app.send('/oauth/revoke', { method: 'POST', headers, body })).status, 200);
  assert.equal((await app.send('/v1/me', { headers: { authorization: `Bearer ${token}` } })).status, 401);
});

test('no code, secret or token is kept as it is', async () => {
  const { client, kept, back } = await connected();
  await client.close();
  const secret = await register({ token_endpoint_auth_method: 'client_secret_post' });
  const secrets = [kept.tokens?.access_token, back.searchParams.get('code'), secret.json['client_secret']];
  const rows = await app.database.within(app.workspace, ({ query }) =>
    query<{ text: string }>(sql`select payload::text as text from oauth_records`),
  );
  const all = rows.map(({ text }) => text).join();
  for (const one of secrets) assert(typeof one === 'string' && one.length > 20 && !all.includes(one));
});

test('each step may come to another server', async () => {
  const there = `http://127.0.0.1:${second.port}`;
  const { url, client } = await authorizeUrl();
  const uid = uidOf((await person.get(url.href.replace(app.url, there))).location);
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { authorization: '', cookie };
  const given = await second.send(`/connect/${uid}/consent`, { method: 'POST', json: { agent: agent.id }, headers });
  assert.equal(given.status, 200, given.body);
  const back = new URL((await person.get(String(given.json['to']))).location ?? '');
  const { json } = await exchange(client, back.searchParams.get('code'));
  const bearer = { authorization: `Bearer ${String(json['access_token'])}` };
  for (const one of [app, second]) assert.equal((await one.send('/v1/me', { headers: bearer })).json['id'], agent.id);
});

test('another workspace sees nothing of it', async () => {
  const elsewhere = '0197a000-0000-7000-8000-0000000000ff';
  const seen = await app.database.within(elsewhere, ({ query }) => query(sql`select 1 from oauth_records`));
  assert.equal(seen.length, 0);
});

test('a client that is described at an address is read there, but never inside a network', async () => {
  const inside = `https://127.0.0.1:${app.port}/client.json`;
  const { status, body } = await person.get((await authorizeUrl({ client_id: inside })).url.href);
  assert.equal(status, 400);
  assert.match(body, /client/);
  const { json } = await app.send('/.well-known/oauth-authorization-server', { headers: { authorization: '' } });
  assert.deepEqual(
    [json['issuer'], json['client_id_metadata_document_supported'], json['code_challenge_methods_supported']],
    [app.url, true, ['S256']],
  );
});

test('what has expired is swept; the key for cookies stays', async () => {
  const kinds = () =>
    app.database.within(app.workspace, async (connection) => {
      const rows = await connection.query<{ kind: string }>(sql`select distinct kind from oauth_records`);
      return rows.map(({ kind }) => kind);
    });
  assert((await kinds()).includes('Client'));
  await app.database.within(app.workspace, (connection) => sweepOauth(connection, Date.now() + 400 * 86_400_000));
  assert.deepEqual(await kinds(), ['CookieKey']);
});

test('clients register within bounds: no address that a page could run or read along, no body without end', async () => {
  for (const uri of ['javascript:alert(1)', 'http://elsewhere.example/', 'data:text/html,x', 'nonsense'])
    assert.equal((await register({ redirect_uris: [uri] })).status, 400, uri);
  assert.equal((await register({ redirect_uris: ['cursor://anysphere.cursor/oauth'] })).status, 201);
  assert.equal((await register({ redirect_uris: ['http://elsewhere.example/'], application_type: 'web' })).status, 400);
  assert.equal((await register({ client_name: 'x'.repeat(80_000) })).status, 400);
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await register()).status));
  assert(statuses.includes(429));
});
