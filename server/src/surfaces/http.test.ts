import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { type Received, testApp } from '../../test/app.ts';
import { limits } from '../domain/limits.ts';
import { command } from '../operations/define.ts';
import { operations } from '../operations/registry.ts';

const failing = command({
  name: 'test.fail',
  summary: 'Fails as a bug would.',
  http: 'POST /v1/test/fail',
  input: z.object({ password: z.string().optional(), code: z.string().optional() }),
  output: null,
  needs: { action: 'session.end' },
  refuses: [],
  example: { input: {}, output: null },
  async load() {},
  decide(_, __, { code }) {
    throw Object.assign(new Error('a bug'), code ? { code } : {});
  },
});
const { send, url, logged } = await testApp({ extra: [failing] });
const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  send(path, { method: 'POST', json, headers });
const problems = ({ json }: Received) => (json['errors'] as { field: string }[]).map(({ field }) => field);

test('every operation with a door answers at its HTTP line, and asks who is there', async () => {
  for (const { http, open, internal, input } of operations) {
    const [method = '', path = ''] = http.split(' ');
    const { status, headers } = await send(path.replaceAll(/\{\w+\}/g, 'x'), {
      method,
      headers: { authorization: '' },
    });
    // Passkeys need a host name, which the address of this test is not.
    const missing = method === 'GET' ? 200 : input.safeParse({}).success ? 409 : 422;
    assert.equal(status, internal ? 404 : open ? missing : 401, http);
    if (status === 401) assert.match(String(headers['www-authenticate']), /^Bearer/);
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/);
  }
});

test('a single resource carries its version as ETag, and an edit must name it', async () => {
  const created = await post('/v1/items', { title: 'Renew the certificate' });
  assert.equal(created.status, 201);
  assert.equal(created.headers.etag, '"1"');
  const address = `/v1/items/${String(created.json['key'])}`;
  const patch = (match: string) =>
    send(address, { method: 'PATCH', json: { title: 'Renew it' }, headers: { 'if-match': match } });

  assert.equal((await patch('')).json['code'], 'precondition_required');
  assert.equal((await patch('7')).status, 422);
  assert.equal((await patch('"9"')).status, 412);
  assert.equal((await patch('W/"1"')).headers.etag, '"2"');
  assert.equal((await patch('*')).status, 200);
  assert.equal((await send('/v1/items')).headers.etag, undefined, 'a list has no version');
});

test('a repeated key answers as before, and says that it does', async () => {
  const headers = { 'idempotency-key': 'only once' };
  const first = await post('/v1/items', { title: 'Once' }, headers);
  const again = await post('/v1/items', { title: 'Once' }, headers);
  assert.equal(first.headers['idempotency-replayed'], undefined);
  assert.equal(again.headers['idempotency-replayed'], 'true');
  assert.equal(again.status, 201);
  assert.deepEqual(again.json, first.json);
  assert.equal((await post('/v1/items', { title: 'Other' }, headers)).json['code'], 'key_reused');
  assert.deepEqual(problems(await post('/v1/items', { title: 'x' }, { 'idempotency-key': 'x'.repeat(201) })), [
    'Idempotency-Key',
  ]);
});

test('a field that is not known is refused by name, wherever it stands', async () => {
  assert.deepEqual(problems(await post('/v1/items', { title: 'x', prioriy: 1, scope: { exclude: [] } })), [
    'prioriy',
    'scope.exclude',
  ]);
  assert.deepEqual(problems(await send('/v1/items?sate=ready')), ['sate']);
  assert.deepEqual(
    problems(await post('/v1/items?title=x', { title: 'x' })),
    ['title'],
    'a command reads nothing from the query',
  );
  assert.deepEqual(
    problems(await post('/v1/items/GEN-1/commit', { id: 'GEN-2' })),
    ['id'],
    'what stands in the path stands nowhere else',
  );
});

test('the query is read as numbers, true and false, and lists', async () => {
  const { status, json } = await send('/v1/items?limit=1&blocked=false&state=draft,ready&state=active');
  assert.equal(status, 200);
  assert.equal((json['items'] as unknown[]).length, 1);
  assert.deepEqual(problems(await send('/v1/items?limit=many&blocked=yes')), ['blocked', 'limit']);
  assert.deepEqual(problems(await send('/v1/items?limit=1&limit=2')), ['limit'], 'given twice where one is wanted');
});

test('a body that cannot be read is refused, and never repeated in the answer', async () => {
  const raw = (body: string | Buffer, type = 'application/json') =>
    send('/v1/items', { method: 'POST', body, headers: { 'content-type': type } });
  for (const [body, type] of [
    ['{"title": secret}', 'application/json'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'application/json'],
    ['{"title": "x"}', 'text/plain'],
    ['title=x', 'application/x-www-form-urlencoded'],
  ] as const) {
    const { status, headers, json, body: text } = await raw(body, type);
    assert.equal(status, 400);
    assert.equal(json['code'], 'malformed');
    assert.equal(headers['content-type'], 'application/problem+json');
    assert.doesNotMatch(text, /secret/);
  }
  assert.deepEqual(problems(await raw('[]')), ['body']);
  assert.deepEqual(problems(await raw(`{"title": ${'['.repeat(40)}${']'.repeat(40)}}`)), ['body']);
  assert.equal((await raw('{"title": "x"}', 'application/json; charset=utf-8')).status, 201);
  assert.equal((await send('/v1/work/claim', { method: 'POST' })).status, 204, 'no body is an empty object');
});

test('a body is read up to its limit and no further, whether or not it says its length', async () => {
  const large = JSON.stringify({ title: 'x', outcome: 'y'.repeat(limits.bodyBytes) });
  const headers = { 'content-type': 'application/json' };
  for (const said of [{}, { 'transfer-encoding': 'chunked' }]) {
    const { status, json } = await send('/v1/items', { method: 'POST', body: large, headers: { ...headers, ...said } });
    assert.equal(status, 413);
    assert.equal(json['limit'], limits.bodyBytes);
  }
  const bytes = Buffer.byteLength(JSON.stringify({ source: 'x', items: [], note: '' }));
  const allowed = await post('/v1/imports', {
    source: 'x',
    items: [],
    note: 'y'.repeat(limits.bodyBytes - bytes + 10),
  });
  assert.equal(allowed.status, 422, 'an import may be larger: it is read, and refused for its unknown field');
});

test('an address that does not exist, or does not take the method, says so', async () => {
  assert.equal((await send('/v1/nothing')).json['code'], 'not_found');
  const { status, headers } = await send('/v1/items', { method: 'DELETE' });
  assert.equal(status, 405);
  assert.equal(headers.allow, 'POST, GET, HEAD, OPTIONS');
  const options = await send('/v1/items', { method: 'OPTIONS' });
  assert.equal(options.status, 204);
  assert.equal(options.headers.allow, 'POST, GET, HEAD, OPTIONS');
  assert.equal(options.headers['access-control-allow-origin'], undefined);
  const head = await send('/v1/me', { method: 'HEAD' });
  assert.deepEqual([head.status, head.body], [200, '']);
});

test('a bug answers 500 with the request id; the log has the stack and nothing that was sent', async () => {
  const { status, json, headers } = await post('/v1/test/fail', { password: 'correct horse' });
  assert.equal(status, 500);
  assert.equal(json['code'], 'internal');
  assert.equal(json['instance'], headers['x-request-id']);
  const line = logged.find((one) => one.includes(String(json['instance'])) && one.includes('request failed')) ?? '';
  assert.match(line, /a bug.*http\.test\.ts/);
  assert.doesNotMatch(logged.join(''), /correct horse|coact_[0-9a-f]{32}/);
});

test('a database that is away answers 503 and says when to come back', async () => {
  const { status, headers, json } = await post('/v1/test/fail', { code: '57P03' });
  assert.equal(status, 503);
  assert.equal(headers['retry-after'], '1');
  assert.equal(json['retryable'], true);
});

test('a problem says what happened in words, and its type explains it', async () => {
  const { json } = await post('/v1/items/GEN-999/commit', {});
  assert.equal(json['detail'], 'There is no such thing here: item GEN-999.');
  assert.equal(json['type'], `${url}/problems/not_found`);
  const explained = await send('/problems/not_found', { headers: { authorization: '' } });
  assert.equal(explained.json['hint'], json['hint']);
  assert.equal((await send('/problems/nothing')).status, 404);
});

test('the measures are for admins, even from this machine', async () => {
  assert.equal((await send('/metrics', { headers: { authorization: '' } })).status, 401);
  const { status, body } = await send('/metrics');
  assert.equal(status, 200);
  assert.match(body, /coact_request_duration_seconds_count\{operation="item.create",status="201"\} \d+/);
});

test('a server says whether it is up and whether it can serve', async () => {
  const other = await testApp({ ready: () => false });
  assert.equal((await other.send('/healthz', { headers: { authorization: '' } })).status, 200);
  const { status, headers } = await other.send('/readyz', { headers: { authorization: '' } });
  assert.deepEqual([status, headers['retry-after']], [503, '1']);
  assert.equal((await send('/readyz')).status, 200);
});
