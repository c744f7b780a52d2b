import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';

const { send, port } = await testApp();
const coded = async (path: string, method: string, headers: Record<string, string>) =>
  (await send(path, { method, headers })).json['code'];

/** A page, a query, a command without a body, the feed, and what needs no token: the guard stands before all of them. */
const routes = [
  ['GET', '/'],
  ['GET', '/v1/me'],
  ['POST', '/v1/work/claim'],
  ['GET', '/v1/events/stream'],
  ['GET', '/healthz'],
  ['GET', '/openapi.json'],
  ['OPTIONS', '/v1/items'],
  ['GET', '/nowhere'],
] as const;

test('a foreign Host is refused on every route', async () => {
  for (const [method, path] of routes) {
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost:1',
      `127.0.0.1:${port}@evil.example`,
    ]) {
      const { status } = await send(path, { method, headers: { host } });
      assert.ok(status === 403 || status === 400, `${method} ${path} with Host ${host} answered ${status}`);
    }
  }
});

test('a foreign Origin is refused on every route', async () => {
  for (const [method, path] of routes) {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:1',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
    ]) {
      assert.equal(await coded(path, method, { origin }), 'foreign_origin', `${method} ${path} from ${origin}`);
    }
  }
});

test('what a browser says comes from another site is refused, except opening a page', async () => {
  for (const [method, path] of routes) {
    for (const site of ['cross-site', 'same-site']) {
      assert.equal(await coded(path, method, { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' }), 'foreign_origin');
    }
  }
  const opening = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  assert.equal((await send('/healthz', { headers: opening })).status, 200);
  assert.equal(await coded('/v1/work/claim', 'POST', opening), 'foreign_origin', 'a form is no link');
  assert.equal(await coded('/healthz', 'GET', { ...opening, 'sec-fetch-dest': 'iframe' }), 'foreign_origin');
});

test('our own pages, and programs, are let in under every name of loopback', async () => {
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    assert.equal(
      (await send('/v1/me', { headers: { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' } })).status,
      200,
      host,
    );
  }
});

test('behind a public address that address is ours, and another is not', async () => {
  const other = await testApp({ publicUrl: 'https://coact.example' });
  const get = async (headers: Record<string, string>) => (await other.send('/v1/me', { headers })).status;
  assert.equal(await get({ host: 'coact.example', origin: 'https://coact.example' }), 200);
  assert.equal(await get({ host: 'coact.example:443' }), 200);
  assert.equal(
    await get({ host: 'coact.example', origin: 'http://coact.example' }),
    403,
    'the insecure twin is another origin',
  );
  assert.equal(await get({ host: 'other.example' }), 403);
  assert.match(String((await other.send('/v1/me')).headers['content-security-policy']), /default-src 'none'/);
});
