import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { OutsideError, fetchOutside } from './fetch-outside.ts';
import { isLoopbackHost, isPrivateAddress } from './private-address.ts';

const endings: (() => void)[] = [];
after(() => endings.forEach((end) => end()));

async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const codeOf = (address: string, outside = {}, call = {}) =>
  fetchOutside(address, call, outside).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof OutsideError ? error.code : error),
  );

test('an address inside a network is refused in every way to write it down', async () => {
  for (const host of [
    '10.1.2.3',
    '192.168.0.1',
    '172.31.255.255',
    '169.254.169.254',
    '127.0.0.1',
    '127.1',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a00:1]',
    '[fe80::1]',
    '[fd00::1]',
    '[64:ff9b::a00:1]',
    '[2002:a00:1::]',
    '100.64.0.1',
    'localhost',
  ])
    assert.equal(await codeOf(`https://${host}/`), 'private_address', host);
});

test('plain http is refused, except to this machine where that was written down', async () => {
  const url = await listen((_, response) => response.end('here'));
  assert.equal(await codeOf(url), 'not_https');
  assert.equal(await codeOf(url, { loopback: true }), 200);
  assert.equal(await codeOf(url.replace('127.0.0.1', 'localhost'), { loopback: true }), 200);
  assert.equal(await codeOf('http://example.com/', { loopback: true }), 'not_https');
  assert.equal(await codeOf('https://10.0.0.1/', { loopback: true }), 'private_address');
  assert.equal(await codeOf('file:///etc/passwd', { loopback: true }), 'not_https');
});

test('a private host is called only by the name that the configuration gives', async () => {
  const closed = await listen(() => undefined);
  const { port } = new URL(closed);
  // Whatever it says is not TLS: that it was asked at all is what counts.
  const named = await codeOf(`https://127.0.0.1:${port}/`, { privateHosts: ['127.0.0.1'], timeout: 300 });
  assert(['timeout', 'tls', 'unreachable'].includes(String(named)), String(named));
  assert.equal(await codeOf(`https://127.0.0.2:${port}/`, { privateHosts: ['127.0.0.1'] }), 'private_address');
});

test('a redirect is an answer like any other: it is not followed', async () => {
  const url = await listen((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  const answer = await fetchOutside(url, {}, { loopback: true });
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, 'http://10.0.0.1/']);
});

test('whoever answers too slowly, too much or not at all is given up', async () => {
  const slow = await listen((_, response) => void response.write('…'));
  assert.equal(await codeOf(slow, { loopback: true, timeout: 100 }), 'timeout');
  const silent = await listen(() => undefined);
  assert.equal(await codeOf(silent, { loopback: true, timeout: 100 }), 'timeout');
  const endless = await listen((_, response) => {
    const write = (): void => void (response.destroyed || (response.write('x'.repeat(10_000)), setImmediate(write)));
    write();
  });
  assert.equal(await codeOf(endless, { loopback: true, maxBytes: 50_000 }), 'too_large');
  assert.equal(await codeOf('http://127.0.0.1:1/', { loopback: true }), 'refused');
  const cut = await listen(({ socket }) => void socket.destroy());
  assert.equal(await codeOf(cut, { loopback: true }), 'unreachable');
  assert.equal(await codeOf('https://no-such-host.invalid/'), 'unresolved');
});

test('what is sent arrives, and what is answered comes back', async () => {
  const url = await listen((request, response) => {
    request
      .setEncoding('utf8')
      .on('data', (text: string) =>
        response.writeHead(201, { 'x-length': request.headers['content-length'], 'x-asked': request.method }).end(text),
      );
  });
  const answer = await fetchOutside(url, { method: 'PUT', body: 'wörd' }, { loopback: true });
  assert.deepEqual(
    [answer.status, answer.headers.get('x-length'), answer.headers.get('x-asked'), await answer.text()],
    [201, '5', 'PUT', 'wörd'],
  );
  const empty = await listen((_, response) => response.writeHead(204).end());
  assert.equal(await codeOf(empty, { loopback: true }), 204);
});

test('whoever called may give up before the time is over', async () => {
  const silent = await listen(() => undefined);
  const call = { signal: AbortSignal.timeout(50) };
  const error = await codeOf(silent, { loopback: true }, call);
  assert(!(error instanceof OutsideError) && error instanceof Error && error.name === 'AbortError');
});

test('of all IPv6 addresses only public ones are called, and of IPv4 none that is mapped into them', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      assert(isPrivateAddress(`::ffff:${address}`));
      assert(isPrivateAddress(`64:ff9b::${address}`));
    }),
  );
  for (const address of ['2606:4700::1111', '2a00:1450:4001::200e', '1.1.1.1', '93.184.216.34'])
    assert(!isPrivateAddress(address), address);
  for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]', 'LOCALHOST']) assert(isLoopbackHost(host), host);
  for (const host of ['localhost.example', '10.0.0.1', '[::2]', '']) assert(!isLoopbackHost(host), host);
});
