import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { startServerProcess } from '../../server/test/server-process.ts';

const cli = new URL('../src/cli/coact.js', import.meta.url).pathname;
const dataDir = await mkdtemp(join(tmpdir(), 'coact-mcp-'));
const server = await startServerProcess(dataDir);
after(async () => {
  await server.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});
const env = (over: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
  COACT_URL: server.url,
  COACT_TOKEN: server.token,
  ...over,
});

/** The protocol's own client, which runs `coact mcp` as it would run any server. */
async function connect({ args = [], era }: { args?: string[]; era: 'legacy' | 'modern' }) {
  const mode = era === 'legacy' ? ('legacy' as const) : ('auto' as const);
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', ...args], env: env() }),
  );
  return client;
}

for (const era of ['legacy', 'modern'] as const)
  test(`over stdio a client of the ${era} revision has the same tools, resources and prompts`, async () => {
    const client = await connect({ era });
    assert.equal(client.getNegotiatedProtocolVersion(), era === 'legacy' ? '2025-11-25' : '2026-07-28');
    assert.equal((await client.listTools()).tools.length, 12);
    const made = await client.callTool({ name: 'item_create', arguments: { title: 'Brücke bauen' } });
    assert.equal((made.structuredContent as { title: string }).title, 'Brücke bauen');
    const { prompts } = await client.listPrompts();
    assert.equal(prompts[0]?.name, 'take_next_work');
    const [inbox] = (await client.readResource({ uri: 'coact://inbox' })).contents;
    assert.match(JSON.stringify(inbox), /items/);
    await assert.rejects(client.readResource({ uri: 'coact://items/Brücke' }), /no such thing/i);
    await client.close();
  });

test('--tools widens the list', async () => {
  const client = await connect({ era: 'modern', args: ['--tools', 'manager'] });
  const { tools } = await client.listTools();
  assert(tools.some(({ name }) => name === 'item_cancel'));
  await client.close();
});

/** One message in, everything that comes out until the input ends. */
async function say(line: string, over: Record<string, string>) {
  const child = spawn(process.execPath, [cli, 'mcp'], { env: env(over), stdio: 'pipe' });
  child.stdin.end(`${line}\n`);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { answer: JSON.parse(out) as { id: unknown; error: { message: string; code: number } }, err };
}
const ping = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/list', params: {} });

test('a wrong token, a server that is away and a broken line are told in words, and no client waits in vain', async () => {
  const wrong = await say(ping, { COACT_TOKEN: 'nonsense' });
  assert.match(wrong.err, /COACT_TOKEN/);
  assert.equal(wrong.answer.id, 7);
  const away = await say(ping, { COACT_URL: 'http://127.0.0.1:9' });
  assert.match(away.err, /cannot be reached.*COACT_URL/);
  assert.match(away.answer.error.message, /cannot be reached/);
  const broken = await say('{"jsonrpc":', {});
  assert.deepEqual([broken.answer.id, broken.answer.error.code], [null, -32700]);
});

test('an error of the protocol comes through as the server said it', async () => {
  const unknown = await say(JSON.stringify({ jsonrpc: '2.0', id: 'a', method: 'no/such', params: {} }), {});
  assert.deepEqual([unknown.answer.id, unknown.answer.error.code, unknown.err], ['a', -32601, '']);
});
