import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpServer, json } from '../test/http-server.ts';
import { CoactError, connect } from './index.ts';

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const run = (lease: number) => ({ id: 'r1', fence: 7, leaseExpiresAt: inMs(lease) });
const stale = { code: 'stale_fence', title: 'This run has ended', hint: 'Stop working on it.' };

test('a held run sends heartbeats, hands over its signals, and learns that it was lost', async (t) => {
  const { url, seen } = await httpServer(t, (_, response, count) =>
    count === 0
      ? json(response, 200, { leaseExpiresAt: inMs(900), signals: [{ kind: 'answer', data: { answer: 'ECDSA' } }] })
      : json(response, 409, stale),
  );
  const signals: unknown[] = [];
  const lost = await new Promise((resolve) => {
    connect({ url }).hold(run(900), { onSignals: (heard) => signals.push(...heard), onLost: resolve });
  });
  assert.deepEqual(signals, [{ kind: 'answer', data: { answer: 'ECDSA' } }]);
  assert(lost instanceof CoactError);
  assert.equal(lost.code, 'stale_fence');
  assert.deepEqual(
    seen.map(({ url: path, body }) => [path, body]),
    [
      ['/v1/runs/r1/heartbeat', '{"fence":7}'],
      ['/v1/runs/r1/heartbeat', '{"fence":7}'],
    ],
  );
});

test('the work is told by an abort signal that the run is no longer its own', async (t) => {
  const { url } = await httpServer(t, (_, response) => json(response, 409, stale));
  const held = connect({ url }).hold(run(600));
  await new Promise((resolve) => held.lost.addEventListener('abort', resolve));
  assert(held.lost.aborted);
});

test('a run that is let go sends nothing more and is not lost', async (t) => {
  const { url, seen } = await httpServer(t, (_, response) =>
    json(response, 200, { leaseExpiresAt: inMs(600), signals: [] }),
  );
  const held = connect({ url }).hold(run(600));
  held.stop();
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.equal(seen.length, 0);
  assert(!held.lost.aborted);
});
