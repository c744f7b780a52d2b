import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testApp } from '../../../test/app.ts';

const { send } = await testApp();
const TASKS = 'io.modelcontextprotocol/tasks';
let agentToken: string;
let otherToken: string;

before(async () => {
  [agentToken, otherToken] = [await hire('burner'), await hire('onlooker')];
});
async function hire(name: string) {
  const made = await send('/v1/participants', { method: 'POST', json: { kind: 'agent', name } });
  const path = `/v1/participants/${String(made.json['id'])}/tokens`;
  return String((await send(path, { method: 'POST', json: { name: 'mcp' } })).json['token']);
}

type Told = { extensions?: object; token?: string };
/** One message of revision 2026-07-28 as it goes over the wire: what the client can is told with each. */
async function rpc(method: string, params: Record<string, unknown>, { extensions, token = agentToken }: Told = {}) {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': { extensions: extensions ?? { [TASKS]: {} } },
  };
  const name = params['name'] ?? params['taskId'];
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': method,
    ...(typeof name === 'string' && { 'mcp-name': name }),
  };
  const json = { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta } };
  const { json: answer } = await send('/mcp', { method: 'POST', json, headers });
  return answer as { result?: Record<string, unknown>; error?: { code: number; data?: unknown } };
}

/** A delivery that wants approval, since what it is about cannot be undone. */
async function deliver(told: Told = {}) {
  const criteria = [{ text: 'They are ashes.', check: 'Look.', required: true }];
  const scope = { included: ['The letters'], excluded: [] };
  const json = { title: 'Burn the letters', outcome: 'Ashes.', criteria, scope, priority: 1, reversible: false };
  const { json: item } = await send('/v1/items', { method: 'POST', json });
  await send(`/v1/items/${String(item['key'])}/commit`, { method: 'POST', json: {} });
  const claimed = await rpc('tools/call', { name: 'work_claim', arguments: { item: item['key'] } });
  const { result: taken = {} } = claimed;
  const { run } = taken['structuredContent'] as { run: { id: string; fence: number } };
  const evidence = [{ criterion: 'c1', text: 'Ashes.' }];
  const input = { id: run.id, fence: run.fence, summary: 'Burnt.', evidence };
  const { result = {} } = await rpc('tools/call', { name: 'run_deliver', arguments: input }, told);
  const state = async () => (await send(`/v1/items/${String(item['key'])}`)).json['state'];
  return { result, taskId: String(result['taskId']), state };
}
const answer = (id: string, json: object) => send(`/v1/requests/${id}/respond`, { method: 'POST', json });

test('an act that waits for approval is a task to a client that knows tasks, and is done when it was approved', async () => {
  const { result, taskId, state } = await deliver();
  assert.deepEqual([result['resultType'], result['status']], ['task', 'working']);
  assert(Number.isInteger(result['ttlMs']) && Number.isInteger(result['pollIntervalMs']));
  const open = (await rpc('tasks/get', { taskId })).result;
  assert.deepEqual([open?.['resultType'], open?.['status'], open?.['result']], ['complete', 'working', undefined]);
  assert.equal((await answer(taskId, { accept: true })).status, 200);
  const over = (await rpc('tasks/get', { taskId })).result;
  assert.equal(over?.['status'], 'completed');
  assert.match(JSON.stringify(over?.['result']), /has happened/);
  assert.equal(await state(), 'review');
});

test('a no is a result that says why; what was taken back is cancelled, and cancelling once more changes nothing', async () => {
  const declined = await deliver();
  await answer(declined.taskId, { accept: false, reason: 'Keep them.' });
  const { result: no } = await rpc('tasks/get', { taskId: declined.taskId });
  assert.equal(no?.['status'], 'completed');
  assert.deepEqual(no?.['result'], { isError: true, content: [{ type: 'text', text: 'It was declined: Keep them.' }] });

  const { taskId, state } = await deliver();
  for (let i = 0; i < 2; i += 1)
    assert.equal((await rpc('tasks/cancel', { taskId })).result?.['resultType'], 'complete');
  assert.equal((await rpc('tasks/get', { taskId })).result?.['status'], 'cancelled');
  assert.equal(await state(), 'active');
});

test('without the extension the same act is an ordinary answer, and tasks are refused by naming what is missing', async () => {
  const { result } = await deliver({ extensions: {} });
  assert.deepEqual([result['resultType'], result['taskId']], ['complete', undefined]);
  assert.match(JSON.stringify(result['content']), /waits for approval/);
  const { error } = await rpc('tasks/get', { taskId: 'any' }, { extensions: {} });
  assert.equal(error?.code, -32021);
  assert.deepEqual(error?.data, { requiredCapabilities: { extensions: { [TASKS]: {} } } });
});

test('a task is its requester’s alone, and what is no held act is no task', async () => {
  const { taskId } = await deliver();
  assert.equal((await rpc('tasks/get', { taskId }, { token: otherToken })).error?.code, -32602);
  assert.equal((await rpc('tasks/cancel', { taskId }, { token: otherToken })).error?.code, -32602);
  assert.equal((await rpc('tasks/get', { taskId: 'nothing' })).error?.code, -32602);
  assert.equal((await rpc('tasks/result', { taskId })).error?.code, -32601);
  assert.deepEqual((await rpc('tasks/update', { taskId, inputResponses: {} })).result?.['resultType'], 'complete');
});
