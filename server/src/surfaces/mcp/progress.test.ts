import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, type Progress, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { testApp } from '../../../test/app.ts';

const { send, url } = await testApp();
const { json: made } = await send('/v1/participants', {
  method: 'POST',
  json: { kind: 'agent', name: 'waiter', skills: ['wait'] },
});
const { json: issued } = await send(`/v1/participants/${String(made['id'])}/tokens`, {
  method: 'POST',
  json: { name: 'mcp' },
});

/** The protocol's own client in one of the revisions, which follows the progress of what it calls. */
async function connect(version: string) {
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: version === '2025-11-25' ? 'legacy' : { pin: version } } },
  );
  const headers = { authorization: `Bearer ${String(issued['token'])}` };
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }));
  return client;
}

async function follow(client: Client, name: string, input: Record<string, unknown>, then: () => Promise<unknown>) {
  const told: Progress[] = [];
  const acted: Promise<unknown>[] = [];
  const onprogress = (progress: Progress) => {
    told.push(progress);
    if (acted.length === 0) acted.push(then());
  };
  const result = await client.callTool({ name, arguments: input }, { onprogress });
  await Promise.all(acted);
  return { told, result, answer: result.structuredContent as Record<string, never> };
}

async function ready(title: string, more: object = {}) {
  const criteria = [{ text: 'It is written.', check: 'Read it.', required: true }];
  const scope = { included: ['It'], excluded: [] };
  const json = { title, outcome: 'A page.', priority: 1, criteria, scope, skills: ['wait'], ...more };
  const { json: item } = await send('/v1/items', { method: 'POST', json });
  await send(`/v1/items/${String(item['key'])}/commit`, { method: 'POST', json: {} });
  return String(item['key']);
}
const respond = (id: string, json: object) => send(`/v1/requests/${id}/respond`, { method: 'POST', json });
const openRequest = async (kind: string) => {
  const { json } = await send(`/v1/requests?kind=${kind}&state=open`);
  return (json['items'] as { id: string }[])[0]?.id ?? '';
};

/** Begun now, since it takes a while. */
const inVain = follow(await connect('2026-07-28'), 'work_claim', { skills: ['nobody has this'] }, async () => null);

for (const version of ['2026-07-28', '2025-11-25']) {
  test(`${version}: whoever follows the progress of a call gets what it waits for in the same call`, async () => {
    const client = await connect(version);
    // Nothing to claim, until there is.
    const claimed = await follow(client, 'work_claim', { skills: ['wait'] }, () =>
      ready('Burn it', { reversible: false }),
    );
    assert.deepEqual(claimed.told[0], { progress: 0, total: 20, message: 'There is nothing to claim yet.' });
    const { run, item } = claimed.answer as unknown as { run: { id: string; fence: number }; item: { id: string } };

    // A question that stops the work, until it is answered.
    const question = { kind: 'question', item: item.id, text: 'Which lamp?', blocking: true };
    const asked = await follow(client, 'request_create', question, async () =>
      respond(await openRequest('question'), { answer: 'The brass one.' }),
    );
    assert.equal(asked.told[0]?.message, 'It waits for an answer.');
    assert.match(JSON.stringify(asked.answer), /"state":"answered".*The brass one/);

    // An act that is held: declined with the reason, then approved.
    const evidence = [{ criterion: 'c1', text: 'Ashes.' }];
    const delivery = { id: run.id, fence: run.fence, summary: 'Burnt.', evidence };
    const declined = await follow(client, 'run_deliver', delivery, async () =>
      respond(await openRequest('proposal'), { accept: false, reason: 'Not yet.' }),
    );
    assert.equal(declined.told[0]?.message, 'It waits for approval.');
    assert.deepEqual(
      [declined.result.isError, /Not yet\./.test(JSON.stringify(declined.result.content))],
      [true, true],
    );
    const approved = await follow(client, 'run_deliver', delivery, async () =>
      respond(await openRequest('proposal'), { accept: true }),
    );
    assert.match(JSON.stringify(approved.result.content), /approved, and has happened/);
    assert.equal((await send(`/v1/items/${item.id}`)).json['state'], 'review');
    await client.close();
  });
}

test('a client that goes away while it waits claims nothing', async () => {
  const client = await connect('2026-07-28');
  const leaving = new AbortController();
  const call = client.callTool(
    { name: 'work_claim', arguments: { skills: ['wait'] } },
    { onprogress: () => leaving.abort(), signal: leaving.signal },
  );
  await assert.rejects(call);
  const key = await ready('Left alone');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  assert.equal((await send(`/v1/items/${key}`)).json['state'], 'ready');
  await client.close();
});

test('what does not come is not waited for without end', async () => {
  const { told, result } = await inVain;
  assert.deepEqual([result.isError, result.structuredContent], [undefined, {}]);
  assert.deepEqual(
    told.map(({ progress }) => progress),
    [0, 5, 10, 15],
  );
});
