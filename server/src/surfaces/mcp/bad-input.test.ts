import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { mintToken } from '../../operations/token/token-text.ts';

const { send, url, clock, port } = await testApp();
const { json: agent } = await send('/v1/participants', { method: 'POST', json: { kind: 'agent', name: 'scribe' } });
const issue = async (more: object = {}) => {
  const json = { name: 'mcp', ...more };
  const { json: made } = await send(`/v1/participants/${String(agent['id'])}/tokens`, { method: 'POST', json });
  return String(made['token']);
};
const token = await issue();

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const list = { jsonrpc: '2.0', id: 7, method: 'tools/list', params: {} };
type Answer = { id?: unknown; error?: { code: number; message: string; data?: { supported?: string[] } } };
async function say(body: unknown, { shown = token, headers = {} }: { shown?: string; headers?: object } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { ...json, authorization: `Bearer ${shown}`, ...headers };
  const {
    status,
    json: answer,
    headers: told,
    body: raw,
  } = await send('/mcp', { method: 'POST', body: text, headers: all });
  return { status, answer: answer as Answer, told, raw };
}

test('what is no message of the protocol is refused in its own words', async () => {
  const broken = await say('{"jsonrpc":');
  assert.deepEqual([broken.status, broken.answer.error?.code], [400, -32700]);
  const unknown = await say({ ...list, method: 'no/such' });
  assert.equal(unknown.answer.error?.code ?? (JSON.parse(dataOf(unknown.raw)) as Answer).error?.code, -32601);
  assert.equal((await say(list, { headers: { 'content-type': 'text/plain' } })).status, 415);
});

test('a revision that is not spoken here is refused with those that are', async () => {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2031-01-01',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const headers = { 'mcp-protocol-version': '2031-01-01', 'mcp-method': 'tools/list' };
  const { status, answer } = await say({ ...list, params: { _meta } }, { headers });
  assert.equal(status, 400);
  assert(answer.error?.data?.supported?.includes('2026-07-28'), JSON.stringify(answer));
  const older = await say(list, { headers: { 'mcp-protocol-version': '2019-01-01' } });
  assert.equal(older.status, 400);
  assert.equal(typeof older.answer.error?.code, 'number');
});

test('an expired token, one that was revoked and one of another workspace open nothing', async () => {
  const short = await issue({ expiresAt: new Date(clock.now + 60_000).toISOString() });
  assert.equal((await say(list, { shown: short })).status, 200);
  clock.now += 120_000;
  assert.equal((await say(list, { shown: short })).status, 401);
  const foreign = mintToken('0197a000-0000-7000-8000-0000000000ff').text;
  const { status, told } = await say(list, { shown: foreign });
  assert.equal(status, 401);
  assert.match(String(told['www-authenticate']), /error="invalid_token".*resource_metadata=/);
});

test('a body without end is refused, and a client that goes away leaves the door open for the next', async () => {
  const large = JSON.stringify({ ...list, params: { padding: 'x'.repeat(40_000_000) } });
  assert.equal((await say(large)).status, 413);
  await new Promise<void>((resolve) => {
    const headers = { ...json, authorization: `Bearer ${token}`, 'content-length': '1000' };
    const leaving = request({ port, host: '127.0.0.1', path: '/mcp', method: 'POST', headers }, () => undefined);
    leaving.on('error', () => resolve());
    leaving.write('{"jsonrpc"');
    setTimeout(() => leaving.destroy(new Error('gone')), 50);
  });
  assert.equal((await say(list)).status, 200, url);
});

/** The data of the one event of a stream. */
const dataOf = (stream: string) => /^data: ?(.*)$/m.exec(stream)?.[1] ?? '{}';
