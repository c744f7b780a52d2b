import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import createParticipant from '../operations/participant/create.ts';
import createToken from '../operations/token/create.ts';

const app = await testApp();
const there = { origin: 'https://client.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };
const asking = (headers: string, method = 'POST') => ({
  ...there,
  'access-control-request-method': method,
  'access-control-request-headers': headers,
});
const metadata = [
  '/.well-known/oauth-protected-resource',
  '/.well-known/oauth-protected-resource/mcp',
  '/.well-known/oauth-authorization-server',
];

test('a page of another site reads where to sign in, registers and asks for a token', async () => {
  for (const path of metadata) {
    const { status, headers, json } = await app.send(path, { headers: { ...there, authorization: '' } });
    assert.deepEqual([status, headers['access-control-allow-origin']], [200, '*'], path);
    assert(json['resource'] ?? json['issuer']);
  }
  for (const path of ['/oauth/register', '/oauth/token', '/oauth/revoke', ...metadata]) {
    const { status, headers } = await app.send(path, {
      method: 'OPTIONS',
      headers: asking('content-type, mcp-protocol-version'),
    });
    assert.equal(status, 204, path);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-allow-headers'], 'content-type, mcp-protocol-version');
    assert.match(String(headers['access-control-allow-methods']), /POST/);
  }
  const registered = await app.send('/oauth/register', {
    method: 'POST',
    headers: { ...there, authorization: '' },
    json: { client_name: 'page', redirect_uris: ['https://client.example/back'], token_endpoint_auth_method: 'none' },
  });
  assert.deepEqual([registered.status, registered.headers['access-control-allow-origin']], [201, '*']);
  const token = await app.send('/oauth/token', {
    method: 'POST',
    headers: { ...there, authorization: '', 'content-type': 'application/x-www-form-urlencoded' },
    body: `grant_type=authorization_code&code=none&client_id=${String(registered.json['client_id'])}`,
  });
  assert.equal(token.status, 400, token.body);
  assert.equal(token.headers['access-control-allow-origin'], '*', 'what went wrong is for it to read as well');
});

test('it may never lean on whoever has signed in here: no credentials, no page of consent, no other address', async () => {
  const { headers } = await app.send('/oauth/token', { method: 'OPTIONS', headers: asking('content-type') });
  assert.equal(headers['access-control-allow-credentials'], undefined);
  for (const [method, path] of [
    ['GET', '/oauth/authorize'],
    ['POST', '/connect/any/consent'],
    ['POST', '/v1/setup'],
    ['POST', '/v1/work/claim'],
    ['GET', '/v1/me'],
    ['GET', '/v1/events/stream'],
  ] as const) {
    const answer = await app.send(path, { method, headers: there });
    assert.equal(answer.json['code'], 'foreign_origin', path);
    assert.equal(answer.headers['access-control-allow-origin'], undefined, path);
    const before = await app.send(path, { method: 'OPTIONS', headers: asking('authorization, content-type', method) });
    assert.equal(before.headers['access-control-allow-origin'], undefined, path);
  }
});

test('a foreign name of this server is refused there as everywhere', async () => {
  for (const path of [...metadata, '/oauth/token'])
    assert.equal(
      (await app.send(path, { headers: { ...there, host: 'evil.example' } })).json['code'],
      'foreign_origin',
    );
});

test('with a token of its own it speaks MCP; with the cookies of whoever has signed in it does not', async () => {
  const agent = await app.operator(createParticipant, { kind: 'agent', name: 'page-bot' });
  const { token } = await app.operator<{ token: string }>(createToken, { id: agent.id, name: 'page' });
  const call = (headers: Record<string, string>) =>
    app.send('/mcp', {
      method: 'POST',
      headers: { ...there, accept: 'application/json, text/event-stream', ...headers },
      json: {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'page', version: '1' } },
      },
    });
  const own = await call({ authorization: `Bearer ${token}` });
  assert.deepEqual([own.status, own.headers['access-control-allow-origin']], [200, '*'], own.body);
  const wrong = await call({ authorization: 'Bearer coact_wrong' });
  assert.equal(wrong.status, 401);
  assert.match(String(wrong.headers['access-control-expose-headers']), /www-authenticate/);
  const ambient = await call({ authorization: '', cookie: 'coact_session=whatever' });
  assert.equal(ambient.json['code'], 'foreign_origin');
  const before = await app.send('/mcp', { method: 'OPTIONS', headers: asking('authorization, content-type') });
  assert.deepEqual([before.status, before.headers['access-control-allow-origin']], [204, '*']);
});
