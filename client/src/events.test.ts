import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { httpServer, json } from '../test/http-server.ts';
import { connect } from './index.ts';

const open = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const frame = (position: number) =>
  `id: ${position}\nevent: item.created\ndata: ${JSON.stringify({ position, type: 'item.created' })}\n\n`;

async function take(url: string, count: number, options = {}): Promise<number[]> {
  const positions = [];
  for await (const { position } of connect({ url, token: 'secret' }).events(options)) {
    positions.push(position);
    if (positions.length === count) break;
  }
  return positions;
}

test('after a lost connection the feed goes on where it was, without loss or doubles', async (t) => {
  const { url, seen } = await httpServer(t, (_, response, count) => {
    open(response);
    if (count === 0) {
      // The last event is cut off in the middle.
      response.write(`retry: 1000\n\n${frame(1)}${frame(2)}${frame(3).slice(0, 30)}`, () => response.destroy());
    } else response.write(`:\n\n${frame(2)}${frame(3)}${frame(4)}`);
  });
  assert.deepEqual(await take(url, 4), [1, 2, 3, 4]);
  assert.deepEqual(
    seen.map(({ headers }) => headers['last-event-id']),
    [undefined, '2'],
  );
  assert(seen.every(({ headers }) => headers.authorization === 'Bearer secret'));
});

test('what happens while the connection is lost before the first event is not missed, as the server says where the feed begins', async (t) => {
  const { url, seen } = await httpServer(t, (_, response, count) => {
    open(response);
    if (count === 0) response.write('id: 41\nretry: 1000\n\n', () => response.destroy());
    else response.write(frame(42));
  });
  assert.deepEqual(await take(url, 1), [42]);
  assert.equal(seen[1]?.headers['last-event-id'], '41');
});

test('a server that drains ends the stream, and is followed again', async (t) => {
  const { url } = await httpServer(t, (_, response, count) => void open(response).end(frame(count + 1)));
  assert.deepEqual(await take(url, 3, { after: 0 }), [1, 2, 3]);
});

test('frames may be torn anywhere, even inside a letter', async (t) => {
  const bytes = Buffer.from('id: 7\r\ndata: {"position":7,\r\ndata: "type":"café 🚀"}\r\n\r\n');
  const { url } = await httpServer(t, async (_, response) => {
    open(response);
    for (const byte of bytes) {
      response.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  for await (const event of connect({ url }).events()) {
    assert.deepEqual(event, { position: 7, type: 'café 🚀' });
    break;
  }
});

test('a refusal ends the feed with its reason', async (t) => {
  const { url, seen } = await httpServer(t, (_, response) =>
    json(response, 401, { code: 'unauthenticated', title: 'Sign in' }),
  );
  await assert.rejects(take(url, 1), { code: 'unauthenticated', status: 401 });
  assert.equal(seen.length, 1);
});

test('a reader who stops, stops the request too', async (t) => {
  let closed = false;
  const stop = new AbortController();
  const { url } = await httpServer(t, (_, response) => {
    open(response).write(frame(1));
    response.once('close', () => (closed = true));
  });
  for await (const _ of connect({ url }).events({ signal: stop.signal })) stop.abort();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert(closed);
});
