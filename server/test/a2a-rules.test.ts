import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsIn, read, sendTo, stateOf, wordsOf } from './a2a-acts.ts';
import { a2aWorld, message, request } from './a2a-world.ts';

const world = await a2aWorld();
const { deliver } = actsIn(world);

test('an intake with a contract of its own has work committed at once', async () => {
  const contract = { criteria: [{ text: 'It is written.', check: 'Read it.' }], priority: 1 };
  await world.call('/v1/teams', { name: 'Pages', key: 'PAGES' });
  await world.call('/v1/teams/PAGES/intake', { description: 'Pages.', commits: true, contract }, { method: 'PUT' });
  const task = await sendTo(
    await world.client('JSONRPC', world.sender.token),
    message('Write it', { metadata: { team: 'PAGES' } }),
  );
  const item = await world.call(`/v1/items/${task.id}`);
  assert.deepEqual([item['state'], item['intake']], ['ready', false]);
});

test('a team that takes no work from elsewhere gets none, and stands in no card', async () => {
  await world.call('/v1/teams', { name: 'Closed', key: 'CLOSED' });
  const closed = { description: 'Nothing from outside.', takes: false, listed: true };
  await world.call('/v1/teams/CLOSED/intake', closed, { method: 'PUT' });
  const client = await world.client('JSONRPC', world.sender.token);
  await assert.rejects(
    sendTo(client, message('Do it', { metadata: { team: 'CLOSED' } })),
    /takes no work from elsewhere/,
  );
  const { skills } = await client.getAgentCard();
  assert(!skills.some(({ id, name }) => /CLOSED/.test(id) || /Closed/.test(name)), JSON.stringify(skills));
  await world.call('/v1/teams/CLOSED/intake', { ...closed, takes: true }, { method: 'PUT' });
  assert(await sendTo(client, message('Do it now', { metadata: { team: 'CLOSED' } })));
});

test('an act that is held shows the task as one that waits for authority', async () => {
  const client = await world.client('JSONRPC', world.sender.token);
  const contract = {
    criteria: [{ text: 'It is written.', check: 'Read it.' }],
    priority: 1,
    reversible: false,
    scope: { included: ['One page'] },
  };
  await world.call('/v1/teams', { name: 'Presses', key: 'PRESS' });
  await world.call(`/v1/teams/PRESS/members/${world.worker.id}`, {}, { method: 'PUT' });
  await world.call('/v1/teams/PRESS/intake', { description: 'Prints.', commits: true, contract }, { method: 'PUT' });
  const task = await sendTo(client, message('Print it', { metadata: { team: 'PRESS' } }));
  const { run } = (await world.call('/v1/work/claim', { item: task.id }, { token: world.worker.token })) as unknown as {
    run: { id: string; fence: number };
  };
  await deliver(run);
  const held = await read(client, task.id);
  assert.equal(stateOf(held), 'AUTH_REQUIRED');
  assert.match(wordsOf(held), /waits for approval/);
});

test('a message that a rule holds makes no work before somebody approves it, and then once', async () => {
  const rule = { id: 'ask-first', when: { action: 'item.create', actorKind: ['agent'] }, because: 'We look first.' };
  const rules = [{ ...rule, ['then' as string]: { approve: { by: ['admin'], count: 1 } } }];
  const policy = (list: unknown[], version: number) =>
    fetch(`${world.server.url}/v1/policy`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${world.server.token}`,
        'content-type': 'application/json',
        'if-match': `"${version}"`,
      },
      body: JSON.stringify({ rules: list }),
    });
  const made = await policy(rules, 0);
  assert.equal(made.status, 200, await made.text());
  const client = await world.client('HTTP+JSON', world.sender.token);
  const one = message('May I?');
  const [first, again] = [await client.sendMessage(request(one)), await client.sendMessage(request(one))];
  assert('messageId' in first && 'messageId' in again);
  assert.equal(first.messageId, again.messageId);
  await world.call(`/v1/requests/${first.messageId}/respond`, { accept: true });
  const task = await sendTo(client, one);
  assert.equal(task.history[0]?.messageId, one.messageId);
  assert.equal((await policy([], 1)).status, 200);
});

test('another version of the protocol, and no token, are refused as the protocol says', async () => {
  const { url } = world.server;
  const post = (
    headers: Record<string, string>,
    body = '{"jsonrpc":"2.0","id":1,"method":"GetTask","params":{"id":"x"}}',
  ) => fetch(`${url}/a2a`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  assert.equal((await post({ 'a2a-version': '1.0' })).status, 401);
  const signedIn = { authorization: `Bearer ${world.sender.token}` };
  for (const version of [{}, { 'a2a-version': '0.3' }, { 'a2a-version': '2.0' }]) {
    const answer = (await (await post({ ...signedIn, ...version })).json()) as { error: { code: number } };
    assert.equal(answer.error.code, -32_009);
    const rest = await fetch(`${url}/a2a/tasks/x`, { headers: { ...signedIn, ...version } });
    assert.equal(rest.status, 400);
  }
  const broken = (await (await post({ ...signedIn, 'a2a-version': '1.0' }, '{')).json()) as { error: { code: number } };
  assert.equal(broken.error.code, -32_700);
  const unknown = (await (
    await post({ ...signedIn, 'a2a-version': '1.0' }, '{"jsonrpc":"2.0","id":1,"method":"Fly","params":{}}')
  ).json()) as { error: { code: number } };
  assert.equal(unknown.error.code, -32_601);
});
