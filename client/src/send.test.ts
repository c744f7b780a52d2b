import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpServer, json } from '../test/http-server.ts';
import { CoactError, connect } from './index.ts';

const busy = {
  code: 'busy',
  title: 'Too many people are changing this at once',
  hint: 'Try again in a moment.',
  status: 503,
};
const made = { id: 'i1', key: 'OPS-1', version: 1 };

test('a command that was answered with "not now" is sent again with the same key, so that it acts once', async (t) => {
  const { url, seen } = await httpServer(t, (_, response, count) =>
    count < 2 ? json(response, 503, busy) : json(response, 201, made),
  );
  const item = await connect({ url, token: 'secret' }).item.create({ title: 'Renew the certificate' });
  assert.equal(item.key, 'OPS-1');
  assert.equal(seen.length, 3);
  assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert(
    seen.every(
      ({ headers, body }) => headers.authorization === 'Bearer secret' && body === '{"title":"Renew the certificate"}',
    ),
  );
});

test('two commands never share a key unless the caller gives one', async (t) => {
  const { url, seen } = await httpServer(t, (_, response) => json(response, 201, made));
  const client = connect({ url });
  for (const options of [{}, {}, { idempotencyKey: 'mine' }]) await client.item.create({ title: 'One' }, options);
  const keys = seen.map(({ headers }) => headers['idempotency-key']);
  assert.notEqual(keys[0], keys[1]);
  assert.equal(keys[2], 'mine');
});

test('a connection that breaks before the answer is tried again', async (t) => {
  const { url, seen } = await httpServer(t, (_, response, count) =>
    count === 0 ? void response.destroy() : json(response, 201, made),
  );
  await connect({ url }).item.create({ title: 'One' });
  assert.equal(seen.length, 2);
});

test('the server says how long to wait, and that is waited', async (t) => {
  const times: number[] = [];
  const { url } = await httpServer(t, (_, response, count) => {
    times.push(performance.now());
    if (count === 0) json(response, 503, busy, { 'retry-after': '1' });
    else json(response, 201, made);
  });
  await connect({ url }).item.create({ title: 'One' });
  assert((times[1] ?? 0) - (times[0] ?? 0) > 990);
});

test('trying again is bounded: then the refusal is thrown, and a wait that would be too long is not begun', async (t) => {
  const { url, seen } = await httpServer(t, (_, response) =>
    json(response, 429, { ...busy, code: 'too_many_attempts', status: 429 }, { 'retry-after': '60' }),
  );
  await assert.rejects(connect({ url, retryFor: 300 }).item.create({ title: 'One' }), {
    code: 'too_many_attempts',
    status: 429,
    retryable: true,
  });
  assert.equal(seen.length, 1);
});

test('a refusal is not tried again, and carries its code, hint and facts', async (t) => {
  const missing = [{ part: 'outcome', hint: 'Say what will be true.' }];
  const { url, seen } = await httpServer(t, (_, response) =>
    json(response, 409, {
      code: 'not_ready',
      title: 'Not clear enough',
      detail: 'Not clear enough: outcome.',
      hint: 'Supply what is missing.',
      missing,
    }),
  );
  const error: unknown = await connect({ url })
    .item.commit({ id: 'OPS-1' })
    .catch((thrown: unknown) => thrown);
  assert(error instanceof CoactError);
  assert.deepEqual(
    {
      status: error.status,
      code: error.code,
      hint: error.hint,
      retryable: error.retryable,
      missing: error.problem['missing'],
    },
    { status: 409, code: 'not_ready', hint: 'Supply what is missing.', retryable: false, missing },
  );
  assert.equal(seen.length, 1);
});

test('an address where something else answers is told from a refusal', async (t) => {
  const { url } = await httpServer(
    t,
    (_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>nginx</h1>'),
  );
  await assert.rejects(connect({ url }).item.get({ id: 'OPS-1' }), { code: 'unexpected', status: 404 });
});

test('whoever gives up waiting hears their own reason', async (t) => {
  const { url } = await httpServer(t, (_, response) => json(response, 503, busy, { 'retry-after': '5' }));
  const reason = new Error('changed my mind');
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(reason), 50);
  await assert.rejects(connect({ url }).item.get({ id: 'OPS-1' }, { signal: giveUp.signal }), reason);
});

test('fields go where the route wants them: into the path, the query or the body', async (t) => {
  const { url, seen } = await httpServer(t, (_, response) => json(response, 200, { items: [], next: null }));
  const client = connect({ url });
  await client.item.list({ state: ['ready', 'active'], limit: 5, blocked: false, team: undefined });
  await client.item.update({ id: 'OPS/1', title: 'New' }, { ifMatch: 7 });
  await client.item.undepend({ id: 'OPS-1', blocker: 'OPS-2' });
  assert.deepEqual(
    seen.map(({ method, url: path, body, headers }) => [method, path, body, headers['if-match']]),
    [
      ['GET', '/v1/items?state=ready&state=active&limit=5&blocked=false', '', undefined],
      ['PATCH', '/v1/items/OPS%2F1', '{"title":"New"}', '"7"'],
      ['DELETE', '/v1/items/OPS-1/dependencies/OPS-2', '', undefined],
    ],
  );
});

test('an empty answer is null', async (t) => {
  const { url } = await httpServer(t, (_, response) => void response.writeHead(204).end());
  assert.equal(await connect({ url }).work.claim(), null);
});
