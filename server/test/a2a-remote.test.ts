import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Json, callerOf, until } from './a2a-world.ts';
import { startServerProcess } from './server-process.ts';

const agentFile = join(import.meta.dirname, '../../examples/a2a-agent.ts');
const dir = await mkdtemp(join(tmpdir(), 'coact-remote-'));
let server = await startServerProcess(dir);
const agents = new Set<ChildProcess>();
const others: Server[] = [];
after(async () => {
  for (const one of agents) one.kill('SIGKILL');
  for (const one of others) one.close();
  others.forEach((one) => one.closeAllConnections());
  await server.end('SIGTERM');
  await rm(dir, { recursive: true, force: true });
});
const call: ReturnType<typeof callerOf> = async (...given) => callerOf(() => server)(...given);

const freePort = () =>
  new Promise<number>((resolve) => {
    const one = createServer().listen(0, '127.0.0.1', () => {
      const { port } = one.address() as AddressInfo;
      one.close(() => resolve(port));
    });
  });

/** The agent of the examples as a process of its own. */
async function startAgent(port: number, pause = 100) {
  const env = { PATH: process.env['PATH'] ?? '', AGENT_PAUSE_MS: String(pause), AGENT_TOKEN: 'secret' };
  const child = spawn(process.execPath, [agentFile, String(port)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  agents.add(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

/** A participant that is the agent at a port. */
async function remote(name: string, port: number): Promise<string> {
  const { id } = await call('/v1/participants', { kind: 'agent', name, teams: ['GEN'] });
  const there = {
    url: `http://127.0.0.1:${port}/.well-known/agent-card.json`,
    scheme: 'Bearer',
    credentials: 'secret',
  };
  const said = await call(`/v1/participants/${id}/remote`, there, { method: 'PUT' });
  assert(!JSON.stringify(said).includes('secret'));
  return id;
}

/** Work that is ready, assigned to somebody. */
async function assigned(assignee: string, title: string): Promise<string> {
  const criteria = [{ text: 'It is written.', check: 'Read it.' }];
  const { id } = await call('/v1/items', { title, outcome: 'A page.', criteria, priority: 1, assignee });
  await call(`/v1/items/${id}/commit`, {});
  return id;
}

const stateOf = async (id: string) => String((await call(`/v1/items/${id}`))['state']);
const requests = async (id: string, kind: string) =>
  (
    (await call(`/v1/requests?item=${id}&kind=${kind}&state=open`)) as unknown as {
      items: (Json & { body: { text: string } })[];
    }
  ).items;
const inReview = (id: string) => until(async () => (await stateOf(id)) === 'review', 30_000);
const exception = (id: string) => until(async () => (await requests(id, 'exception'))[0], 40_000);

test('work assigned to an agent elsewhere is sent, followed and delivered, with what it made as evidence', async () => {
  const port = await freePort();
  await startAgent(port);
  const id = await assigned(await remote('writer', port), 'Write the page');
  await inReview(id);
  const item = (await call(`/v1/items/${id}`)) as unknown as {
    delivery: { summary: string; evidence: { criterion: string; name: string }[] };
  };
  assert.equal(item.delivery.summary, 'The page is written.');
  assert.deepEqual(
    item.delivery.evidence.map(({ criterion, name }) => [criterion, name]),
    [['c1', 'page.md']],
  );
});

test('its question comes to the inbox, and the answer goes back to it', async () => {
  const port = await freePort();
  await startAgent(port);
  const id = await assigned(await remote('asker', port), 'Ask me first');
  const question = await until(async () => (await requests(id, 'question'))[0], 20_000);
  assert.equal(question.body.text, 'Which colour shall it have?');
  await call(`/v1/requests/${question.id}/respond`, { answer: 'green' });
  await inReview(id);
  const { answers } = (await call(`/v1/items/${id}`)) as unknown as { answers: { answer: string }[] };
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['green'],
  );
  assert.equal((await requests(id, 'question')).length, 0);
});

test('what it cannot do comes back with its reason, as an exception for the owner', async () => {
  const port = await freePort();
  await startAgent(port);
  const id = await assigned(await remote('failer', port), 'Fail please');
  assert.match((await exception(id)).body.text, /FAILED.*I do not know how/s);
  assert.equal(await stateOf(id), 'ready');
});

test('Coact is killed while it follows a task, and goes on where it was: one task, one delivery', async () => {
  const port = await freePort();
  await startAgent(port, 3_000);
  const id = await assigned(await remote('patient', port), 'Write slowly');
  await until(async () => (await stateOf(id)) === 'active');
  await server.end('SIGKILL');
  server = await startServerProcess(dir);
  await inReview(id);
  const { items } = (await call(`/v1/runs?item=${id}`)) as unknown as { items: Json[] };
  assert.equal(items.length, 1);
});

test('the agent is killed and has forgotten the task: the run fails, and its owner is told', async () => {
  const port = await freePort();
  const agent = await startAgent(port, 60_000);
  const id = await assigned(await remote('mortal', port), 'Write for a minute');
  await until(
    async () =>
      ((await call(`/v1/items/${id}`)) as unknown as { run: { activity: string } | null }).run?.activity === 'Writing',
    20_000,
  );
  agent.kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await startAgent(port);
  assert.match((await exception(id)).body.text, /no longer knows the task/);
});

test('work that is handed to an agent elsewhere is taken over by it', async () => {
  const port = await freePort();
  await startAgent(port);
  const to = await remote('heir', port);
  const criteria = [{ text: 'It is written.', check: 'Read it.' }];
  const { id } = await call('/v1/items', { title: 'Hand me over', outcome: 'A page.', criteria, priority: 1 });
  await call(`/v1/items/${id}/commit`, {});
  await call('/v1/requests', { kind: 'handoff', item: id, to, text: 'Please take this over.' });
  await inReview(id);
});

test('work that is cancelled here is cancelled there', async () => {
  const told: string[] = [];
  const port = await liar((method) => {
    told.push(method);
    return task(method === 'CancelTask' ? 'CANCELED' : 'WORKING');
  });
  const id = await assigned(await remote('stopped', port), 'Stop me');
  await until(() => told.includes('GetTask'));
  await call(`/v1/items/${id}/cancel`, { reason: 'Not wanted.' });
  await until(() => told.includes('CancelTask'), 25_000);
});

/** An agent that says whatever a test makes it say, task by task. */
async function liar(says: (method: string, times: number) => object | null) {
  let times = 0;
  const http = createServer((incoming, outgoing) => {
    const { port } = http.address() as AddressInfo;
    const answer = (body: object) =>
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (incoming.method === 'GET') {
      const at = [{ url: `http://127.0.0.1:${port}/`, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }];
      return answer({
        name: 'Liar',
        description: '',
        version: '1',
        supportedInterfaces: at,
        capabilities: {},
        skills: [],
      });
    }
    let text = '';
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    incoming.on('end', () => {
      const { id, method } = JSON.parse(text) as { id: number; method: string };
      const task = says(method, (times += 1));
      if (task) answer({ jsonrpc: '2.0', id, result: method === 'SendMessage' ? { task } : task });
    });
    return undefined;
  });
  others.push(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return (http.address() as AddressInfo).port;
}
const task = (state: string, id = 't-1') => ({
  id,
  contextId: 'c',
  status: { state: `TASK_STATE_${state}` },
  artifacts: [],
});

test('an agent that lies about the state of its task is not believed, and the owner is told', async () => {
  const lies = [
    ['nothing', () => task('COMPLETED'), /gave nothing/],
    ['another', (method: string) => task('WORKING', method === 'SendMessage' ? 't-1' : 't-2'), /another task/],
    ['nonsense', () => task('FLYING'), /state that there is not/],
  ] as const;
  for (const [name, says, because] of lies) {
    const id = await assigned(await remote(`liar-${name}`, await liar(says)), `Believe ${name}`);
    assert.match((await exception(id)).body.text, because);
    assert.notEqual(await stateOf(id), 'review');
  }
});

test('an agent that never answers gets no heartbeat: its lease ends as anybody’s does', async () => {
  const id = await assigned(await remote('silent', await liar(() => null)), 'Say something');
  await until(async () => (await stateOf(id)) === 'active');
  const leaseOf = async () =>
    ((await call(`/v1/items/${id}`)) as unknown as { run: { leaseExpiresAt: string } }).run.leaseExpiresAt;
  const lease = await leaseOf();
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  assert.equal(await leaseOf(), lease);
});
