import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mcpClients } from '../src/mcp-settings.ts';
import { type RunnerWorld, startRunnerWorld, until } from './runner-world.ts';

let world: RunnerWorld;
before(async () => (world = await startRunnerWorld()));
after(() => world.end());

function coact(args: string[]) {
  const { COACT_URL: _, COACT_TOKEN: __, ...own } = process.env;
  const main = new URL('../src/cli/main.ts', import.meta.url).pathname;
  const env = { ...own, COACT_DATA_DIR: join(world.folder, 'data') };
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { said: () => said, ended: once(child, 'close').then(([code]) => Number(code)) };
}

test('an agent is made and gets its settings for every usual client, and its first call is told, even one that only reads', async () => {
  const connecting = coact(['connect', 'newcomer', '--skills', 'reading']);
  await until('it waits', () => /Waiting for the first call of newcomer/.test(connecting.said()));
  const [, token = ''] = /COACT_TOKEN=(coact_\S+)/.exec(connecting.said()) ?? [];
  assert.equal(connecting.said().split(token).length - 1, mcpClients.length + 1);
  const draft = /curl -sS -X POST "\$COACT_URL\/v1\/items"[^]*Hello from newcomer/;
  assert.match(connecting.said(), draft, 'nothing can be claimed yet, so its first act is a draft');
  const { kind, skills } = await world.operator.participant.get({ id: 'newcomer' });
  assert.deepEqual([kind, skills], ['agent', ['reading']]);

  const response = await fetch(`${world.url}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    }),
  });
  assert.equal(response.status, 200);
  assert.equal(await connecting.ended, 0);
  assert.match(connecting.said(), /It has called\. newcomer is connected\.\n$/);
});

test('the settings of one client alone hold the address and the token, as that client reads them', async () => {
  const { said, ended } = coact(['connect', 'newcomer', '--client', 'vscode', '--json']);
  assert.equal(await ended, 0);
  const { token, settings } = JSON.parse(said());
  assert.deepEqual(
    settings.map(({ client, where }: Record<string, string>) => [client, where]),
    [['VS Code', '.vscode/mcp.json']],
  );
  assert.deepEqual(JSON.parse(settings[0].text), {
    servers: { coact: { type: 'http', url: `${world.url}/mcp`, headers: { Authorization: `Bearer ${token}` } } },
  });
});

test('a client that nobody knows is refused with those that are known', async () => {
  const { said, ended } = coact(['connect', 'newcomer', '--client', 'abacus']);
  assert.equal(await ended, 2);
  assert.match(said(), /claude-code.*zed/);
});
