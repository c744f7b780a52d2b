import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { mcpClients, mcpSetting } from '../src/mcp-settings.ts';
import { type Way, environmentOf, snippetOf } from '../src/snippets.ts';
import { type RunnerWorld, startRunnerWorld, until } from './runner-world.ts';

/** What the page and the command line give to paste is pasted: into a shell in the checkout, as a reader does. */

const checkout = join(import.meta.dirname, '../..');
let world: RunnerWorld;
before(async () => (world = await startRunnerWorld()));
after(() => world.end());

async function run(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const { COACT_URL: _, COACT_TOKEN: __, ...own } = process.env;
  const child = spawn(program, args, {
    cwd: checkout,
    env: { ...own, COACT_DATA_DIR: join(world.folder, 'data'), ...env },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  assert.equal(code, 0, out + err);
  return out;
}

/** An agent with its token, and the events that are its. */
async function agentOf(name: string) {
  const { id } = await world.agent(name);
  const { token } = await world.operator.token.create({ id, name: 'pasted' });
  const acts = async () => (await world.operator.event.list({ actor: id })).items.map(({ type }) => type);
  return {
    id,
    token,
    acts,
    seen: (type: string) => until(`${name} did ${type}`, async () => (await acts()).includes(type)),
  };
}

for (const way of ['curl', 'command', 'runner', 'a2a'] as const satisfies Way[])
  test(`pasted into a shell, the first lines for ${way} are an act that is seen, with work and without`, async () => {
    const agent = `first-${way}`;
    const { token, seen } = await agentOf(agent);
    const shell = (isWorkReady: boolean) => [
      environmentOf({ url: world.url, token }),
      snippetOf(way, { agent, isWorkReady }).first,
    ];
    await run('bash', ['-ec', shell(false).join('\n')]);
    await seen('item.created');
    await world.ready(`Work for ${way}`, { skills: [agent] });
    await run('bash', ['-ec', shell(true).join('\n')]);
    if (way !== 'a2a') await seen('item.claimed');
  });

test('pasted into a program, the lines for TypeScript claim and deliver', async () => {
  const agent = 'first-sdk';
  const { token, seen } = await agentOf(agent);
  const { first, after: then } = snippetOf('sdk', { agent, isWorkReady: true });
  await world.ready('Work for the SDK', { skills: [agent] });
  const env = { COACT_URL: world.url, COACT_TOKEN: token };
  await run(process.execPath, ['--input-type=module', '--eval', first + then], env);
  await seen('item.delivered');
  await run(
    process.execPath,
    ['--input-type=module', '--eval', snippetOf('sdk', { agent, isWorkReady: false }).first],
    env,
  );
  await seen('item.created');
});

test('by the lines for a webhook, work that is assigned is sent with a token', async () => {
  const agent = 'first-webhook';
  await agentOf(agent);
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  assert(address && typeof address === 'object');
  const { first, after: then } = snippetOf('webhook', { agent, isWorkReady: true });
  await run('bash', ['-ec', first.replace('8787', String(address.port))], { COACT_TOKEN: 'coact_of_the_agent' });
  const arrived = once(listening, 'request');
  const { key } = await world.ready('Work that is sent');
  await run('bash', ['-ec', then.replace('KEY', key)]);
  const [request, response] = await arrived;
  const { type, data } = JSON.parse(await text(request));
  response.writeHead(204).end();
  listening.close();
  assert.deepEqual([type, data.brief.item.key, data.url], ['work.assigned', key, world.url]);
  assert.match(data.token, /^coact_/);
});

test('what every MCP client is given holds an address and a header with which the official client lists the tools', async () => {
  const { token } = await agentOf('first-mcp');
  for (const client of mcpClients) {
    const { text: given } = mcpSetting(client, { url: world.url, token });
    const [, address = ''] = /(http:[^\s"]+)/.exec(given) ?? [];
    assert(given.includes(`Bearer ${token}`) || given.includes(`COACT_TOKEN=${token}`), given);
    const calling = new Client({ name: client, version: '1.0.0' });
    const headers = { authorization: `Bearer ${token}` };
    await calling.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } }));
    const { tools } = await calling.listTools();
    assert(tools.some(({ name }) => name === 'work_claim'));
    await calling.close();
  }
});
