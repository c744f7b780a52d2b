import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { testApp } from './app.ts';

/**
 * The inspector's command line, as somebody runs it who tries out a server. It comes through npx, since it brings a whole page
 * along that nothing here needs; where the registry is not to be reached, there is nothing to run.
 */
const inspector = '@modelcontextprotocol/inspector@2.12.0';
const run = promisify(execFile);
/** The inspector starts `node` by name: the one that runs this. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };

async function npx(args: readonly string[]): Promise<string> {
  const { stdout } = await run('npx', ['--yes', inspector, '--cli', ...args], { env, timeout: 300_000 });
  return stdout;
}

const isReachable = await run('npm', ['ping', '--fetch-timeout=5000', '--fetch-retries=0'], { env }).then(
  () => true,
  () => false,
);
const skip = isReachable ? false : 'the npm registry cannot be reached, and the inspector comes from there';

test('the inspector’s command line lists the worker’s dozen, and calls them, in its own words', { skip }, async () => {
  const { url, send } = await testApp({ trustsAll: true });
  const { json: agent } = await send('/v1/participants', {
    method: 'POST',
    json: { kind: 'agent', name: 'inspector' },
  });
  const made = await send(`/v1/participants/${String(agent['id'])}/tokens`, { method: 'POST', json: { name: 'mcp' } });
  const token = String(made.json['token']);
  const over = [`${url}/mcp`, '--transport', 'http', '--header', `Authorization: Bearer ${token}`];

  const { tools } = JSON.parse(await npx([...over, '--method', 'tools/list'])) as { tools: { name: string }[] };
  assert.equal(tools.length, 12);
  const call = [...over, '--method', 'tools/call', '--tool-name', 'item_create', '--tool-arg', 'title=Measure'];
  const { structuredContent } = JSON.parse(await npx(call)) as { structuredContent: { key: string; state: string } };
  assert.equal(structuredContent.state, 'draft');
  assert.equal((await send(`/v1/items/${structuredContent.key}`)).json['title'], 'Measure');

  const bridge = join(import.meta.dirname, '..', '..', 'client', 'src', 'cli', 'main.ts');
  const stdio = ['-e', `COACT_URL=${url}`, '-e', `COACT_TOKEN=${token}`, '--method', 'tools/list', '--'];
  const overStdio = JSON.parse(await npx([...stdio, process.execPath, bridge, 'mcp'])) as { tools: object[] };
  assert.equal(overStdio.tools.length, 12);
});
