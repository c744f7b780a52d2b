import assert from 'node:assert/strict';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { testApp } from '../../../../test/app.ts';

const app = await testApp();
const endings: (() => void)[] = [];
after(() => endings.forEach((end) => end()));

/** An agent elsewhere of which only the card is asked for; gives where it is. */
async function elsewhere(handle: RequestListener) {
  const http = createServer(handle);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  endings.push(() => (http.closeAllConnections(), http.close()));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/.well-known/agent-card.json`;
}

const card = {
  name: 'Writer',
  description: `Writes. ${'x'.repeat(9_000)}`,
  version: '1',
  supportedInterfaces: [{ url: 'https://agent.example.com/', protocolBinding: 'JSONRPC', protocolVersion: '1.0' }],
  capabilities: { streaming: true },
  defaultInputModes: [],
  defaultOutputModes: [],
  skills: [{ id: 'w', name: 'Write', description: 'Writes a page.', tags: ['writing'] }],
};
const tells = elsewhere((incoming, outgoing) => {
  const status = incoming.headers.authorization === 'Bearer right' ? 200 : 401;
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(card));
});

const put = (id: string, json: object) => app.send(`/v1/participants/${id}/remote`, { method: 'PUT', json });
const preview = (json: object) => app.send('/v1/remotes/preview', { method: 'POST', json });
const agent = async (name: string) =>
  String((await app.send('/v1/participants', { method: 'POST', json: { kind: 'agent', name } })).json['id']);
const problems = ({ json }: { json: Record<string, unknown> }) =>
  (json['errors'] as { field: string }[] | undefined)?.map(({ field }) => field);

test('a card is read before anything is written down, within bounds, or the reason said in words', async () => {
  const url = await tells;
  const { json } = await preview({ url, credentials: 'right' });
  const read = json['card'] as { name: string; streams: boolean; description: string; skills: { name: string }[] };
  assert.deepEqual(
    [read.name, read.streams, read.description.length, read.skills.map(({ name }) => name)],
    ['Writer', true, 2_000, ['Write']],
  );
  const wrong = (await preview({ url, credentials: 'wrong' })).json;
  assert.deepEqual([wrong['card'], wrong['trouble']], [null, 'It does not accept the credentials (401).']);
  const away = (await preview({ url: 'http://127.0.0.1:1/card.json' })).json;
  assert.match(String(away['trouble']), /refuses connections/);
  const nonsense = await elsewhere((_, outgoing) => outgoing.end('<p>Hello'));
  assert.match(String((await preview({ url: nonsense })).json['trouble']), /could not be understood/);
  assert.deepEqual(problems(await preview({ url: 'http://10.0.0.1/card.json' })), ['url']);
});

test('credentials stay when they are not given, are never led to another host, and never shown', async () => {
  const id = await agent('keeper');
  const url = await tells;
  assert.equal((await put(id, { url, credentials: 'right' })).json['scheme'], 'Bearer');
  assert.equal((await put(id, { url: `${url}?again` })).json['scheme'], 'Bearer');
  const { json } = await app.send(`/v1/participants/${id}/remote/card`);
  assert.equal((json['card'] as { name: string }).name, 'Writer');
  const led = await put(id, { url: 'https://agent.example.com/card.json' });
  assert.deepEqual([led.status, problems(led)], [422, ['credentials']]);
  const listed = await app.send('/v1/remotes');
  assert(!listed.body.includes('right'));
  assert.equal((await put(id, { url: 'https://agent.example.com/card.json', credentials: '' })).json['scheme'], null);
});

test('whoever is no agent elsewhere has no card', async () => {
  const id = await agent('homely');
  for (const path of [id, '0197a000-0000-7000-8000-0000000000ff'])
    assert.equal((await app.send(`/v1/participants/${path}/remote/card`)).json['code'], 'not_found');
});

test('only so many cards are read at once', async () => {
  const id = await agent('slow');
  const url = await elsewhere(() => undefined);
  await put(id, { url });
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' };
  const waiting = [1, 2].map(() =>
    fetch(`${app.url}/v1/remotes/preview`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ url }),
      signal: stop.signal,
    }).catch(() => null),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal((await app.send(`/v1/participants/${id}/remote/card`)).json['code'], 'busy');
  assert.equal((await preview({ url })).json['code'], 'busy');
  stop.abort();
  await Promise.all(waiting);
});
