import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { request } from 'node:http';
import { test } from 'node:test';
import { z } from 'zod';
import { testApp } from '../../test/app.ts';
import { query } from '../operations/define.ts';

/** Speaks to the socket itself, as no HTTP client would. */
const raw = (port: number, text: string) =>
  new Promise<string>((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket
      .on('data', (chunk) => (answer += String(chunk)))
      .on('close', () => resolve(answer))
      .on('error', () => resolve(answer));
  });

test('what is no HTTP gets a problem, not silence', async () => {
  const { port } = await testApp();
  assert.match(await raw(port, 'GARBAGE\r\n\r\n'), /^HTTP\/1\.1 400 .*malformed/s);
  assert.match(await raw(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`), /^HTTP\/1\.1 431 /);
  assert.match(await raw(port, 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 40\d /);
  assert.match(await raw(port, 'GET / HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 40\d /, 'a request without Host');
});

test('closing lets requests in flight finish, ends streams politely, and takes no more', async () => {
  let release: () => void = () => undefined;
  const begun = Promise.withResolvers<void>();
  const slow = query({
    name: 'test.slow',
    summary: 'Waits.',
    http: 'GET /v1/test/slow',
    input: z.object({}),
    output: z.object({ done: z.boolean() }),
    needs: { action: 'workspace.read' },
    refuses: [],
    example: { input: {}, output: { done: true } },
    async handle() {
      begun.resolve();
      await new Promise<void>((resolve) => (release = resolve));
      return { done: true };
    },
  });
  const { send, close, url, token } = await testApp({ extra: [slow] });
  const stream = Promise.withResolvers<boolean>();
  request(`${url}/v1/events/stream`, { headers: { authorization: `Bearer ${token}` } }, (response) => {
    response.resume().on('close', () => stream.resolve(response.complete));
  }).end();
  const inFlight = send('/v1/test/slow');
  await begun.promise;
  const closed = close();
  assert.equal(await stream.promise, true, 'the stream ended in order');
  await assert.rejects(send('/healthz'), /ECONNREFUSED/);
  release();
  assert.deepEqual((await inFlight).json, { done: true });
  await closed;
});
