import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { testApp } from '../../../test/app.ts';
import { operations } from '../../operations/registry.ts';
import { toolSets, toolsOf } from './tools.ts';

const { send, url, token } = await testApp();
const made = await send('/v1/participants', { method: 'POST', json: { kind: 'agent', name: 'scribe' } });
const { json: issued } = await send(`/v1/participants/${String(made.json['id'])}/tokens`, {
  method: 'POST',
  json: { name: 'mcp' },
});
const agentToken = String(issued['token']);

/** The protocol's own client, as an agent would run it. */
async function connect({ token: shown = agentToken, tools = '' } = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const address = new URL(`/mcp${tools && `?tools=${tools}`}`, url);
  await client.connect(
    new StreamableHTTPClientTransport(address, { requestInit: { headers: { authorization: `Bearer ${shown}` } } }),
  );
  return client;
}

const ready = async (title: string, more: object = {}) => {
  const criteria = [{ text: 'It is written.', check: 'Read it.', required: true }];
  const item = await send('/v1/items', {
    method: 'POST',
    json: { title, outcome: 'A page.', priority: 1, criteria, ...more },
  });
  const key = String(item.json['key']);
  await send(`/v1/items/${key}/commit`, { method: 'POST', json: {} });
  return key;
};

test('the default tools are the worker’s dozen, in at most ten kilobytes', async () => {
  const { tools } = await (await connect()).listTools();
  assert.equal(tools.length, 12);
  assert(JSON.stringify(tools).length <= 10_000, `${JSON.stringify(tools).length} bytes`);
  for (const { inputSchema, outputSchema, title, description, annotations } of tools)
    assert(inputSchema && outputSchema && title && description && annotations);
});

test('every operation that has a door and needs a sign-in is a tool of one set or another', () => {
  const { byName } = toolsOf(operations, 'all');
  for (const { name, internal, open } of operations)
    assert.equal(byName.has(name.replace('.', '_')), !internal && !open, name);
  for (const set of toolSets)
    for (const { kind } of set === 'monitor' ? toolsOf(operations, set).byName.values() : [])
      assert.equal(kind, 'query');
});

test('an agent claims, reports, asks and delivers by tools alone, in five calls', async () => {
  const key = await ready('Write the page');
  const client = await connect();
  const call = async (name: string, input: Record<string, unknown>) => {
    const result = await client.callTool({ name, arguments: input });
    assert(!result.isError, JSON.stringify(result.content));
    return result.structuredContent as Record<string, { id: string; fence: number }>;
  };
  const { run, brief } = await call('work_claim', { item: key });
  assert(run && brief);
  await call('run_report', { id: run.id, fence: run.fence, activity: 'Writing' });
  await call('request_create', { kind: 'question', item: key, text: 'Which lamp?', blocking: false });
  const evidence = [{ criterion: 'c1', text: 'The page, line by line.' }];
  await call('run_deliver', { id: run.id, fence: run.fence, summary: 'Written.', evidence });
  assert.equal((await send(`/v1/items/${key}`)).json['state'], 'review');
});

test('a refusal is a tool’s error that says what to do, with the code of every other door', async () => {
  const client = await connect();
  const gone = await client.callTool({ name: 'item_get', arguments: { id: 'GEN-9999' } });
  assert.equal(gone.isError, true);
  assert.match(JSON.stringify(gone.content), /not_found/);
  const wrong = await client.callTool({ name: 'item_get', arguments: { id: 'GEN-1', nonsense: true } });
  assert.match(JSON.stringify(wrong.content), /nonsense.*is not known; known are id/);
});

test('when there is nothing to claim, the answer says so and is no error', async () => {
  const client = await connect();
  const none = await client.callTool({ name: 'work_claim', arguments: { skills: ['none has this'] } });
  assert(!none.isError);
  assert.deepEqual(none.structuredContent, {});
});

test('a tool that is not there is an error of the protocol', async () => {
  const client = await connect();
  await assert.rejects(client.callTool({ name: 'policy_update', arguments: {} }), /There is no tool policy_update/);
});

test('an edit says which version it changes; with an older one it is refused', async () => {
  const key = await ready('Edit the page');
  const client = await connect({ token, tools: 'manager' });
  const { tools } = await client.listTools();
  assert(tools.find(({ name }) => name === 'item_update')?.inputSchema.required?.includes('ifMatch'));
  const update = (ifMatch?: number) =>
    client.callTool({ name: 'item_update', arguments: { id: key, title: 'Another', ...(ifMatch && { ifMatch }) } });
  assert.match(JSON.stringify((await update()).content), /precondition_required/);
  assert.match(JSON.stringify((await update(1)).content), /version_conflict/);
  assert(!(await update(2)).isError);
});

test('an act that is held for approval is an answer that says so, and who was asked', async () => {
  const key = await ready('Burn the letters', {
    reversible: false,
    scope: { included: ['The letters'], excluded: [] },
  });
  const client = await connect();
  const claimed = await client.callTool({ name: 'work_claim', arguments: { item: key } });
  assert(!claimed.isError, JSON.stringify(claimed));
  const { run } = claimed.structuredContent as { run: { id: string; fence: number } };
  const evidence = [{ criterion: 'c1', text: 'Ashes.' }];
  const input = { id: run.id, fence: run.fence, summary: 'Burnt.', evidence };
  const held = await client.callTool({ name: 'run_deliver', arguments: input });
  assert(!held.isError);
  assert.match(JSON.stringify(held.content), /waits for approval/);
  // It names only tools that are in the client's list.
  const { tools } = await client.listTools();
  for (const [named] of JSON.stringify(held.content[0]).matchAll(/\b[a-z]+_[a-z]+\b/g))
    assert(
      tools.some(({ name }) => name === named),
      named,
    );
  const { request } = held.structuredContent as { request: { kind: string; state: string } };
  assert.deepEqual([request.kind, request.state], ['proposal', 'open']);
});

test('resources are read as whoever asks: an item, its brief, the inbox; what is not there is refused', async () => {
  const key = await ready('Read the page');
  const client = await connect();
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.deepEqual(
    resourceTemplates.map(({ uriTemplate }) => uriTemplate),
    ['coact://items/{id}', 'coact://items/{id}/brief', 'coact://outcomes/{id}'],
  );
  const [brief] = (await client.readResource({ uri: `coact://items/${key}/brief` })).contents;
  assert.match(String(brief && 'text' in brief && brief.text), new RegExp(`^# ${key} `));
  const [inbox] = (await client.readResource({ uri: 'coact://inbox' })).contents;
  assert.match(String(inbox && 'text' in inbox && inbox.text), /"items":/);
  await assert.rejects(client.readResource({ uri: 'coact://items/GEN-9999' }), /no such thing/i);
  await assert.rejects(client.readResource({ uri: 'file:///etc/passwd' }), /There is no resource/);
});

test('an id is completed from what search finds', async () => {
  const key = await ready('Polish the brass lantern');
  const client = await connect();
  const { completion } = await client.complete({
    ref: { type: 'ref/resource', uri: 'coact://items/{id}' },
    argument: { name: 'id', value: 'lantern' },
  });
  assert.deepEqual(completion.values, [key]);
});

test('a team is completed by its key where a prompt wants one', async () => {
  const client = await connect();
  const complete = async (value: string) => {
    const ref = { type: 'ref/prompt', name: 'take_next_work' } as const;
    return (await client.complete({ ref, argument: { name: 'team', value } })).completion.values;
  };
  assert.deepEqual([await complete('g'), await complete('X')], [['GEN'], []]);
});

test('prompts tell how to work here, with what they were given', async () => {
  const client = await connect();
  const { prompts } = await client.listPrompts();
  assert.deepEqual(
    prompts.map(({ name }) => name),
    ['take_next_work', 'plan_outcome', 'triage_intake'],
  );
  const { messages } = await client.getPrompt({ name: 'take_next_work', arguments: { team: 'GEN' } });
  assert.match(JSON.stringify(messages), /work_claim with team \\\\?"GEN/);
  await assert.rejects(client.getPrompt({ name: 'plan_outcome', arguments: {} }), /needs outcome/);
});

test('without a token, or with a wrong one, the door is shut', async () => {
  for (const authorization of ['', 'Bearer nonsense', `Bearer ${agentToken}x`]) {
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const { status, headers } = await send('/mcp', { method: 'POST', json: body, headers: { authorization } });
    assert.equal(status, 401);
    assert.match(String(headers['www-authenticate']), /^Bearer/);
  }
  assert.equal((await send('/mcp?tools=some', { method: 'POST', json: {} })).status, 422);
  assert.equal((await send('/mcp')).status, 405);
});
