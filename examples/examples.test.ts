import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connect, type Client } from 'coact';
import { type ServerProcess, startServerProcess } from '../server/test/server-process.ts';
import { startModel } from './test/model-server.ts';

/** Every example as a reader runs it: a process of its own, against a server of its own. */

let folder = '';
let server: ServerProcess;
let operator: Client;
const live = new Set<ChildProcess>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coact-examples-'));
  // As root the database runs as another account, which has to pass here.
  await chmod(folder, 0o711);
  server = await startServerProcess(join(folder, 'data'), { COACT_PRIVATE_HOSTS: '127.0.0.1' });
  operator = connect({ url: server.url, token: server.token });
});
after(async () => {
  for (const child of live) child.kill('SIGKILL');
  await server.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

type Running = { said: () => string; line: (pattern: RegExp) => Promise<string>; ended: Promise<number> };

function run(file: string, args: string[], env: Record<string, string>): Running & { end: () => Promise<number> } {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    env: { PATH, NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  live.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => {
    live.delete(child);
    return Number(code);
  });
  return {
    said: () => said,
    ended,
    line: (pattern) => until(`${file} says ${String(pattern)}; it said: ${said}`, () => pattern.exec(said)?.[0]),
    end: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function until<Found>(what: string, look: () => Promise<Found> | Found): Promise<NonNullable<Found>> {
  for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It did not come: ${what}`);
  }
}

/** An agent and the environment that it works with. */
async function agent(name: string) {
  await operator.participant.create({ kind: 'agent', name, skills: [name] });
  const { token } = await operator.token.create({ id: name, name: 'example' });
  return { COACT_URL: server.url, COACT_TOKEN: token };
}
async function ready(name: string) {
  const { id } = await operator.item.create({
    title: `Work for ${name}`,
    outcome: 'A page is written.',
    criteria: [{ text: 'It is there' }],
    priority: 1,
    skills: [name],
  });
  return operator.item.commit({ id });
}
const openRequest = (item: string, kind: 'question' | 'proposal') =>
  until(`a ${kind}`, async () => (await operator.request.list({ item, kind, state: 'open' })).items[0]);
const deliveryOf = async (id: string) => (await operator.item.get({ id })).delivery;

test('no example has more than 150 lines', async () => {
  for (const file of (await readdir(import.meta.dirname)).filter((name) => /(?<!\.test)\.ts$/.test(name))) {
    const { length } = (await readFile(join(import.meta.dirname, file), 'utf8')).split('\n');
    assert(length <= 150, `${file} has ${length}`);
  }
});

// Side by side: each has an agent and work of its own, and waits for its next heartbeat most of the time.
describe('every worker', { concurrency: true }, () => {
  test('a worker in plain fetch claims, reports and delivers', async () => {
    const env = await agent('fetcher');
    const idle = run('worker-fetch.ts', [], env);
    assert.equal(await idle.ended, 0);
    assert.match(idle.said(), /Nothing is claimable now/);
    const item = await ready('fetcher');
    const worker = run('worker-fetch.ts', [], env);
    assert.equal(await worker.ended, 0, worker.said());
    assert.equal((await deliveryOf(item.id))?.summary, 'Wrote: A PAGE IS WRITTEN.');
  });

  test('a worker with the SDK asks, hears the answer and delivers', async () => {
    const env = await agent('sdk');
    const item = await ready('sdk');
    const worker = run('worker-sdk.ts', [], env);
    const asked = await openRequest(item.id, 'question');
    await operator.request.respond({ id: asked.id, answer: 'short' });
    assert.equal(await worker.ended, 0, worker.said());
    const delivery = await deliveryOf(item.id);
    assert.equal(delivery?.summary, 'A short result for: A page is written.');
    assert(delivery?.evidence[0]?.artifact);
  });

  test('a worker over MCP finds the worker’s tools, claims and delivers', async () => {
    const env = await agent('mcp');
    const item = await ready('mcp');
    const worker = run('worker-mcp.ts', [], env);
    assert.equal(await worker.ended, 0, worker.said());
    assert.match(worker.said(), /tools: .*work_claim/);
    assert.equal((await deliveryOf(item.id))?.summary, 'Done over MCP.');
    const idle = run('worker-mcp.ts', [], env);
    assert.equal(await idle.ended, 0);
    assert.match(idle.said(), /Nothing is claimable now/);
  });

  test('a language model plans: the parts are a proposal, and exist once it is accepted', async (t) => {
    const env = await agent('plan');
    const item = await ready('plan');
    const part = (title: string, after: number[]) => ({ title, outcome: `${title}.`, criteria: ['Seen'], after });
    const model = await startModel(t, [
      () => ({ tool: 'plan', input: { reason: 'Two steps.', parts: [part('Draft', []), part('Print', [1])] } }),
    ]);
    const at = { MODEL_BASE_URL: model.url, MODEL_NAME: 'small', MODEL_API_KEY: 'k1' };
    const planner = run('planner-model.ts', [item.key], { ...env, ...at });
    const proposal = await openRequest(item.id, 'proposal');
    await operator.request.respond({ id: proposal.id, accept: true });
    assert.equal(await planner.ended, 0, planner.said());
    assert.match(planner.said(), /proposed 2 parts[^]*answered/);
    const { items: parts } = await operator.item.children({ id: item.id });
    assert.deepEqual(parts.map(({ title }) => title).toSorted(), ['Draft', 'Print']);
    const last = parts.find(({ title }) => title === 'Print')?.id ?? '';
    assert.equal((await operator.item.get({ id: last })).blocked, true);
    assert.match(JSON.stringify(model.asked[0]?.messages), /Work for plan/);
    assert.deepEqual([model.asked[0]?.model, model.asked[0]?.authorization], ['small', 'Bearer k1']);
  });

  test('a language model works: it asks, what is refused it hears, and its tokens are counted', async (t) => {
    const env = await agent('thinker');
    const item = await ready('thinker');
    const model = await startModel(t, [
      () => ({ tool: 'report', input: { activity: 'Thinking' } }),
      () => ({ tool: 'ask', input: { question: 'On which paper?' } }),
      ({ messages }) => {
        assert.match(JSON.stringify(messages.at(-1)), /The thick one/);
        return { tool: 'deliver', input: { summary: '', evidence: [] } };
      },
      ({ messages }) => {
        assert.match(JSON.stringify(messages.at(-1)), /summary/);
        return {
          tool: 'deliver',
          input: { summary: 'Written.', evidence: [{ criterion: 'c1', text: 'Here it is.' }] },
        };
      },
    ]);
    const worker = run('worker-model.ts', [], { ...env, MODEL_BASE_URL: model.url, MODEL_NAME: 'small' });
    const asked = await openRequest(item.id, 'question');
    await operator.request.respond({ id: asked.id, answer: 'The thick one.' });
    assert.equal(await worker.ended, 0, worker.said());
    assert.equal((await deliveryOf(item.id))?.summary, 'Written.');
    const [ended] = (await operator.run.list({ item: item.id })).items;
    assert.equal(ended?.usage.tokens, 480);
  });
});

test('a receiver of webhooks takes what is signed, once, and nothing else', async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const { id, secret } = await operator.webhook.create({ name: 'Receiver', url: address, types: ['item.created'] });
  const receiver = run('webhook-receiver.ts', [], { COACT_WEBHOOK_SECRET: secret, PORT: String(port) });
  await receiver.line(/listening on/);
  const { key } = await operator.item.create({ title: 'Seen by the receiver' });
  await receiver.line(/item\.created/);
  const forged = await fetch(address, {
    method: 'POST',
    headers: {
      'webhook-id': 'x',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': 'v1,AAAA',
    },
    body: '{}',
  });
  assert.equal(forged.status, 401, key);
  assert.equal(receiver.said().match(/item\.created/g)?.length, 1);
  await operator.webhook.delete({ id });
  assert.equal(await receiver.end(), 0);
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
