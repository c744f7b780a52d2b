import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import createHook from '../src/operations/hook/create.ts';
import deleteHook from '../src/operations/hook/delete.ts';
import listHooks from '../src/operations/hook/list.ts';
import receipts from '../src/operations/hook/receipts.ts';
import rotateHook from '../src/operations/hook/rotate.ts';
import updateHook from '../src/operations/hook/update.ts';
import checkReport from '../src/operations/check/report.ts';
import itemComments from '../src/operations/item/comments.ts';
import itemGet from '../src/operations/item/get.ts';
import createParticipant from '../src/operations/participant/create.ts';
import createTeam from '../src/operations/team/create.ts';
import { limits } from '../src/domain/limits.ts';
import { sql } from '../src/store/sql.ts';
import { type Received, testApp } from './app.ts';
import { checkWorld } from './check-world.ts';
import type { Answer } from './database.ts';
import { type Item, type Page, addPeople, claimItem, deliverClaim, readyItem } from './world.ts';

type Made = Answer & { secret: string; address: string };

const app = await testApp();
// Signatures are verified against the real time.
app.clock.now = Date.now();
await addPeople(app);
await app.operator(createTeam, { key: 'OPS', name: 'Operations' });
const ci = await app.operator(createParticipant, { kind: 'system', name: 'ci' });

const hook = (more: object = {}) =>
  app.operator<Made>(createHook, {
    name: 'CI',
    participant: 'ci',
    allows: ['intake', 'check', 'finish'],
    team: 'OPS',
    ...more,
  });

type Sending = { id?: string; at?: Date; headers?: Record<string, string>; secret?: string };

function post(
  { address, secret }: Made,
  said: unknown,
  { id = randomUUID(), at = new Date(), headers, secret: other }: Sending = {},
) {
  const body = typeof said === 'string' ? said : JSON.stringify(said);
  const signed = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(other ?? secret).sign(id, at, body),
  };
  return app.send(new URL(address).pathname, {
    method: 'POST',
    body,
    headers: { authorization: '', ...(headers ?? signed) },
  });
}

function github(made: Made, event: string, said: unknown, secret = made.secret): Promise<Received> {
  const body = JSON.stringify(said);
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return post(made, body, {
    headers: { 'x-github-event': event, 'x-github-delivery': randomUUID(), 'x-hub-signature-256': signature },
  });
}

const itemOf = ({ json }: Received) =>
  app.operator<Item & { criteria: { id: string; text: string }[] }>(itemGet, { id: json['item'] });
const commentsOn = async (id: string) =>
  (await app.operator<Page<{ text: string }>>(itemComments, { id })).items.map(({ text }) => text);
const evidenceOf = (item: string) =>
  app.database.within(app.workspace, ({ query }) =>
    query<{ criterion: string; name: string }>(
      sql`select criterion, name from evidence where workspace = ${app.workspace} and item = ${item}`,
    ),
  );
const problemOf = ({ status, json }: Received) => [status, json['code']];

test('what another system tells becomes work to be triaged, in the name of its participant, once', async () => {
  const made = await hook();
  const id = randomUUID();
  const said = { type: 'intake', title: 'The disk is full', context: 'Host a1', labels: ['alarm'] };
  const first = await post(made, said, { id });
  assert.deepEqual([first.status, first.json['outcome']], [200, 'done'], first.body);
  const item = await itemOf(first);
  assert.deepEqual(
    [item.title, item.intake, item['createdBy'], item.labels],
    ['The disk is full', true, ci.id, ['alarm']],
  );
  assert(item.key.startsWith('OPS-'));
  const again = await post(made, said, { id });
  assert.deepEqual([again.status, again.json], [200, { outcome: 'repeated', item: item.id }]);
  const parallel = randomUUID();
  const twice = await Promise.all([1, 2, 3].map(() => post(made, { ...said, title: 'At once' }, { id: parallel })));
  assert.equal(new Set(twice.map(({ json }) => json['item'])).size, 1);
  assert.equal((await app.events('item.created')).filter(({ actor }) => actor.id === ci.id).length, 2);
});

test('what is not signed, signed by somebody else, changed, or old is turned away, and nothing happens', async () => {
  const made = await hook();
  const said = { type: 'intake', title: 'Not from them' };
  const before = (await app.events()).length;
  const bad = [401, 'bad_signature'];
  assert.deepEqual(problemOf(await post(made, said, { secret: (await hook()).secret })), bad);
  assert.deepEqual(problemOf(await post(made, said, { headers: {} })), bad);
  const id = randomUUID();
  const at = new Date();
  const signature = new Webhook(made.secret).sign(id, at, JSON.stringify(said));
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signature,
  };
  assert.deepEqual(problemOf(await post(made, { ...said, title: 'Changed' }, { headers })), bad);
  const stale = await post(made, said, { at: new Date(Date.now() - 600_000) });
  assert.deepEqual([...problemOf(stale), stale.json['problem']], [...bad, 'stale']);
  assert.deepEqual(problemOf(await post(made, said, { at: new Date(Date.now() + 600_000) })), bad);
  assert.deepEqual(problemOf(await post({ ...made, address: `${made.address.slice(0, -1)}z` }, said)), [
    404,
    'not_found',
  ]);
  assert.equal((await app.events()).length, before + 1, 'the other address alone');
});

test('a check becomes evidence for the criterion that it shows, and whoever works on it hears it', async () => {
  const made = await hook({ criteria: [{ check: 'lint', criterion: 'served' }] });
  const item = await readyItem(app.operator, {
    team: 'OPS',
    criteria: [{ text: 'It is served' }, { text: 'It is built', check: 'the build passes' }],
  });
  await claimItem(app.as('bat'), item);
  const [served, built] = item.criteria.map(({ id }) => id);
  for (const name of ['build', 'lint', 'other'])
    assert.equal(
      (await post(made, { type: 'check', item: item.key, name, conclusion: 'passed' })).json['outcome'],
      'done',
    );
  assert.deepEqual(await evidenceOf(item.id), [
    { criterion: built, name: 'build.json' },
    { criterion: served, name: 'lint.json' },
  ]);
  assert.deepEqual((await commentsOn(item.id)).toSorted(), ['build passed.', 'lint passed.', 'other passed.']);
  const [told] = await app.events('check.reported');
  assert.deepEqual([told?.actor.id, told?.item?.key, told?.data['criterion']], [ci.id, item.key, built]);
  const nowhere = await post(made, { type: 'check', item: 'OPS-99999', name: 'build', conclusion: 'failed' });
  assert.deepEqual(nowhere.json, { outcome: 'ignored', item: null, because: 'there is no item OPS-99999' });
});

test('only a system, or an admin, reports checks', async () => {
  const item = await readyItem(app.operator, { team: 'OPS' });
  const said = { id: item.key, name: 'build', conclusion: 'passed' };
  for (const who of ['Ana', 'bot']) assert.equal((await app.as(who).refused(checkReport, said)).refused, 'forbidden');
  assert.equal((await app.as('ci').refused(checkReport, { ...said, id: 'OPS-99999' })).refused, 'not_found');
});

test('a system finishes its work: what it holds or can claim is delivered, what cannot be delivered is not kept', async () => {
  const made = await hook();
  const item = await readyItem(app.operator, { team: 'OPS', assignee: 'ci' });
  const bare = await post(made, { type: 'finish', item: item.key, summary: 'It ran.' });
  assert.deepEqual(problemOf(bare), [422, 'evidence_missing']);
  assert.equal((await app.operator<Item>(itemGet, { id: item.id })).state, 'ready');
  const unknown = {
    type: 'finish',
    item: item.key,
    summary: 'It ran.',
    evidence: [{ text: 'x', criterion: 'nothing of the kind' }],
  };
  assert.deepEqual(problemOf(await post(made, unknown)), [422, 'unknown_reference']);
  const said = { type: 'finish', item: item.key, summary: 'It ran.', evidence: [{ url: 'https://ci.example.com/7' }] };
  const id = randomUUID();
  assert.equal((await post(made, said, { id })).json['outcome'], 'done');
  assert.equal((await app.operator<Item>(itemGet, { id: item.id })).state, 'review');
  assert.equal((await post(made, said, { id })).json['outcome'], 'repeated');
  const others = await readyItem(app.operator, { team: 'OPS' });
  await deliverClaim(app.as('bat'), await claimItem(app.as('bat'), others));
  assert.equal((await post(made, { ...said, item: others.key })).status, 409);
  const held = await readyItem(app.operator, { team: 'OPS' });
  await claimItem(app.as('ci'), held);
  assert.equal((await post(made, { ...said, item: held.key })).json['outcome'], 'done');
});

test('GitHub: an issue becomes intake, an ended check evidence on the item that the branch names; told twice, done once', async () => {
  const made = await hook({ form: 'github', labels: ['coact'] });
  const issue = {
    title: 'It crashes',
    body: 'On start',
    html_url: 'https://github.com/o/r/issues/1',
    labels: [{ name: 'coact' }],
  };
  assert.deepEqual((await github(made, 'ping', { zen: 'x' })).json, {
    outcome: 'ignored',
    item: null,
    because: 'ping',
  });
  const opened = await github(made, 'issues', { action: 'opened', issue });
  const item = await itemOf(opened);
  assert.deepEqual(
    [item.title, item['context'], item['links'], item.intake],
    ['It crashes', 'On start', [issue.html_url], true],
  );
  // Its ids stand in headers, which nobody signs.
  assert.deepEqual((await github(made, 'issues', { action: 'opened', issue })).json, {
    outcome: 'repeated',
    item: item.id,
  });
  const unlabelled = await github(made, 'issues', { action: 'opened', issue: { ...issue, labels: [] } });
  assert.equal(unlabelled.json['outcome'], 'ignored');
  assert.equal((await github(made, 'issues', { action: 'closed', issue })).json['outcome'], 'ignored');

  const work = await readyItem(app.operator, { team: 'OPS' });
  const run = {
    name: 'build',
    conclusion: 'failure',
    html_url: 'https://github.com/o/r/runs/1',
    check_suite: { head_branch: `ana/${work.key.toLowerCase()}-renew` },
  };
  assert.equal((await github(made, 'check_run', { action: 'completed', check_run: run })).json['item'], work.id);
  const flow = { name: 'Deploy', conclusion: 'success', head_branch: 'main', display_title: `Renew it (${work.key})` };
  assert.equal((await github(made, 'workflow_run', { action: 'completed', workflow_run: flow })).json['item'], work.id);
  assert.deepEqual((await commentsOn(work.id)).toSorted(), [
    `Deploy passed. Renew it (${work.key})`,
    'build failed. https://github.com/o/r/runs/1',
  ]);
  const nameless = { ...flow, display_title: 'Renew it' };
  assert.equal(
    (await github(made, 'workflow_run', { action: 'completed', workflow_run: nameless })).json['outcome'],
    'ignored',
  );
  assert.deepEqual(problemOf(await github(made, 'issues', { action: 'opened', issue: {} })), [422, 'invalid_input']);
  assert.deepEqual(problemOf(await github(made, 'ping', {}, 'another secret')), [401, 'bad_signature']);
});

test('what an address may not tell is let go by, and all that was genuine can be looked at', async () => {
  const made = await hook({ allows: ['check'] });
  assert.deepEqual((await post(made, { type: 'intake', title: 'x' })).json['because'], 'intake is not allowed here');
  assert.deepEqual(problemOf(await post(made, { type: 'nonsense' })), [422, 'invalid_input']);
  assert.deepEqual(problemOf(await post(made, 'not JSON')), [400, 'malformed']);
  const { items } = await app.operator<Page<{ kind: string; outcome: string }>>(receipts, { id: made.id });
  assert.deepEqual(
    items.map(({ kind, outcome }) => [kind, outcome]),
    [['intake', 'ignored']],
  );
});

test('a secret is shown once, changed with a time for both, and kept nowhere where it is read', async () => {
  const made = await app.operator<Made>(
    createHook,
    { name: 'Once', participant: 'ci', allows: ['intake'] },
    { idempotencyKey: 'hook' },
  );
  const next = await app.operator<Made>(rotateHook, { id: made.id, keepHours: 1 });
  for (const secret of [made.secret, next.secret])
    assert.equal((await post(made, { type: 'intake', title: 'Both' }, { secret })).status, 200);
  await app.operator(rotateHook, { id: made.id, keepHours: 0 });
  assert.equal((await post(made, { type: 'intake', title: 'Old' })).status, 401);
  const kept = await app.database.within(app.workspace, ({ query }) => query(sql`select * from idempotency_keys`));
  const shown = JSON.stringify([await app.operator(listHooks), kept, await app.events()]);
  for (const secret of [made.secret, next.secret]) assert(!shown.includes(secret));
});

test('an address is changed, closed for a time and for good', async () => {
  const made = await hook();
  const changed = await app.operator(updateHook, { id: made.id, enabled: false, team: null }, { ifMatch: 1 });
  assert.deepEqual([changed['enabled'], changed['team'], changed.version], [false, null, 2]);
  assert.equal((await post(made, { type: 'intake', title: 'x' })).status, 404);
  assert.equal(
    (await app.operator.refused(updateHook, { id: made.id, name: 'y' }, { ifMatch: 1 })).refused,
    'version_conflict',
  );
  assert.equal((await app.operator.refused(updateHook, { id: made.id, team: 'NONE' })).refused, 'unknown_reference');
  await app.operator(deleteHook, { id: made.id });
  for (const operation of [updateHook, deleteHook, rotateHook, receipts])
    assert.equal((await app.operator.refused(operation, { id: made.id })).refused, 'not_found');
});

test('an address acts for a system of theirs alone, and there are not endlessly many', async () => {
  const refused = async (participant: string) =>
    (await app.operator.refused(createHook, { name: 'x', participant, allows: ['check'] })).refused;
  assert.equal(await refused('bot'), 'invalid_input');
  assert.equal(await refused('Coact'), 'invalid_input');
  assert.equal(await refused('nobody'), 'unknown_reference');
  const { items } = await app.operator<Page<Answer>>(listHooks);
  for (let n = items.length; n < limits.webhooks; n += 1) await hook();
  assert.equal(await refused('ci'), 'limit_reached');
  await app.database.within(app.workspace, ({ query }) =>
    query(sql`update participants set status = 'paused' where id = ${ci.id}`),
  );
  const [first] = items;
  await app.operator(deleteHook, { id: first?.id });
  assert.equal(await refused('ci'), 'not_active');
  await app.database.within(app.workspace, ({ query }) =>
    query(sql`update participants set status = 'active' where id = ${ci.id}`),
  );
});

test('after all of it the world is sound', async () => {
  await checkWorld(app.database, app.workspace);
});
