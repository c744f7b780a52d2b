import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isRefusal } from '../../domain/refusals.ts';
import { openDatabase } from '../../store/database.ts';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Claim,
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  readyItem,
} from '../../../test/world.ts';
import { createPipeline } from '../execute.ts';
import inboxList from '../inbox/list.ts';
import updateItem from '../item/update.ts';
import getItem from '../item/get.ts';
import cancelItem from '../item/cancel.ts';
import createParticipant from '../participant/create.ts';
import setAutonomy from '../participant/set-autonomy.ts';
import getRequest from '../request/get.ts';
import respond from '../request/respond.ts';
import withdrawRequest from '../request/withdraw.ts';
import deliverRun from '../run/deliver.ts';
import heartbeat from '../run/heartbeat.ts';
import releaseRun from '../run/release.ts';
import updatePolicy from './update.ts';

type HeldAnswer = { held: true; request: Request & { body: Record<string, unknown>; to: object } };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createParticipant, { kind: 'human', name: 'Cleo', role: 'admin' });
});

const irreversible = {
  reversible: false,
  scope: { included: ['The certificate'] },
  criteria: [{ text: 'It is served', check: 'openssl shows it' }],
};

/** Work of Ana's that cannot be undone, in the hands of an agent. */
async function inHand(over: object = {}): Promise<Claim> {
  const item = await readyItem(db.as('Ana'), { ...irreversible, ...over });
  return claimItem(db.as('bot'), item, { lease: 86_400 });
}

const delivery = ({ run, item }: Claim) => ({
  id: run.id,
  fence: run.fence,
  summary: 'It is done.',
  evidence: item.criteria.map(({ id }) => ({ criterion: id, text: 'seen' })),
});
const deliver = (claim: Claim) => db.as('bot')<HeldAnswer>(deliverRun, delivery(claim));
const stateOf = async ({ item }: Claim) => (await db.operator<Item>(getItem, { id: item.id })).state;
const deliveries = async ({ item }: Claim) =>
  (await db.events('item.delivered')).filter((event) => event.item?.id === item.id);
const sound = () => checkWorld(db.database, db.workspace);

test('an agent’s delivery of irreversible work is held, its owner approves it, and it happens once', async () => {
  const claim = await inHand();
  const outcome = await db.as('bot').outcome(deliverRun, delivery(claim));
  assert(!isRefusal(outcome));
  assert.equal(outcome.status, 202);
  const { held, request } = outcome.body as HeldAnswer;
  assert.equal(held, true);
  assert.deepEqual([request.kind, request.state, request.to], ['proposal', 'open', { participant: people.ana }]);
  assert.deepEqual(
    [request.body['rules'], request.body['requester'], request.body['approvers']],
    [['irreversible-needs-the-owner'], people.bot, [people.ana]],
  );
  assert.equal(await stateOf(claim), 'active', 'nothing has happened yet');
  const inbox = await db.as('Ana')<Page<{ id: string }>>(inboxList);
  assert(inbox.items.some(({ id }) => id === request.id));

  const answered = await db.as('Ana')<Request & { responder: string }>(respond, { id: request.id, accept: true });
  assert.deepEqual([answered.state, answered.responder], ['answered', people.ana]);
  assert.equal(await stateOf(claim), 'review');
  const [delivered, ...others] = await deliveries(claim);
  assert.deepEqual(others, []);
  assert.deepEqual(
    [delivered?.actor.id, delivered?.onBehalfOf, delivered?.authority],
    [people.bot, [people.ana], 'approved: irreversible-needs-the-owner'],
  );
  const cause = (await db.events('request.answered')).find(({ id }) => id === delivered?.cause);
  assert.deepEqual([cause?.actor.id, cause?.request], [people.ana, request.id]);
  await sound();
});

test('approved twice at once, and again over another pool, it happens once', async () => {
  await db.warmUp();
  const claim = await inHand();
  const { request } = await deliver(claim);
  const accept = () => db.as('Ana').outcome(respond, { id: request.id, accept: true });
  const outcomes = await Promise.all([accept(), accept(), accept(), accept()]);
  assert.equal(outcomes.filter((one) => !isRefusal(one)).length, 1);
  for (const one of outcomes) if (isRefusal(one)) assert.equal(one.refused, 'wrong_state');

  const reopened = openDatabase(db.config);
  const server = { publicUrl: '', version: '' };
  const execute = createPipeline({
    database: reopened,
    now: () => db.clock.now,
    ids: db.ids,
    server,
    committed: () => undefined,
  });
  const bearer = await db.bearer('Ana');
  const input = { id: request.id, accept: true };
  const again = await execute({ operation: respond, workspace: db.workspace, bearer, input });
  await reopened.close();
  assert(isRefusal(again) && again.refused === 'wrong_state');
  assert.equal((await deliveries(claim)).length, 1);
});

test('an act that was held before the pool was opened is approved over the new one', async () => {
  const claim = await inHand();
  const { request } = await deliver(claim);
  const reopened = openDatabase(db.config);
  const server = { publicUrl: '', version: '' };
  const execute = createPipeline({
    database: reopened,
    now: () => db.clock.now,
    ids: db.ids,
    server,
    committed: () => undefined,
  });
  const bearer = await db.bearer('Ana');
  const outcome = await execute({
    operation: respond,
    workspace: db.workspace,
    bearer,
    input: { id: request.id, accept: true },
  });
  await reopened.close();
  assert(!isRefusal(outcome), JSON.stringify(outcome));
  assert.equal(await stateOf(claim), 'review');
});

test('neither whoever asked nor somebody else than the approvers approves, admins included', async () => {
  const claim = await inHand();
  const { request } = await deliver(claim);
  const accept = { id: request.id, accept: true };
  assert.equal((await db.as('bot').refused(respond, accept)).refused, 'forbidden');
  assert.equal((await db.as('Ben').refused(respond, accept)).refused, 'forbidden');
  assert.deepEqual(await db.as('Cleo').refused(respond, accept), { refused: 'not_approver', allowed: ['Ana'] });
  assert.equal(await stateOf(claim), 'active');

  const own = {
    id: 'admins-ask',
    when: { action: 'item.cancel', type: 'audit' },
    then: { approve: { by: ['admin'] } },
    because: 'Audits are kept.',
  };
  await db.operator(updatePolicy, { scope: 'type', target: 'audit', rules: [own] }, { ifMatch: 0 });
  const item = await readyItem(db.operator, { type: 'audit' });
  const asked = await db.operator<HeldAnswer>(cancelItem, { id: item.id });
  assert.deepEqual(asked.request.body['approvers'], [(await db.bearer('Cleo')).id]);
  assert.equal(
    (await db.operator.refused(respond, { id: asked.request.id, accept: true })).refused,
    'not_approver',
    'the requester is an admin, and still cannot approve what they asked for',
  );
  await db.as('Cleo')(respond, { id: asked.request.id, accept: true });
  assert.equal((await db.operator<Item>(getItem, { id: item.id })).state, 'cancelled');
  await sound();
});

test('a rejection says why, tells the run, and nothing happens', async () => {
  const claim = await inHand();
  const { request } = await deliver(claim);
  assert.equal((await db.as('Ana').refused(respond, { id: request.id, accept: false })).refused, 'reason_missing');
  const declined = await db.as('Ana')<Request>(respond, { id: request.id, accept: false, reason: 'Not on a Friday.' });
  assert.equal(declined.state, 'declined');
  assert.equal(await stateOf(claim), 'active');
  const { signals } = await db.as('bot')<{ signals: { kind: string; data: object }[] }>(heartbeat, claim.run);
  assert.deepEqual(
    signals.map(({ kind, data }) => ({ kind, data })),
    [{ kind: 'decision', data: { request: request.id, accepted: false, reason: 'Not on a Friday.' } }],
  );
  const again = await deliver(claim);
  assert.notEqual(again.request.id, request.id, 'it may be asked for again');
});

test('whoever asked takes it back', async () => {
  const claim = await inHand();
  const { request } = await deliver(claim);
  await db.as('bot')(withdrawRequest, { id: request.id });
  assert.equal((await db.as('Ana').refused(respond, { id: request.id, accept: true })).refused, 'wrong_state');
  assert.equal(await stateOf(claim), 'active');
});

test('when the contract was revised meanwhile, the approver is told what changed and nothing runs', async () => {
  const claim = await inHand();
  const { request } = await deliver(claim);
  await db.as('bot')(heartbeat, { ...claim.run, progress: 0.9 });
  await db.as('Ana')(updateItem, { id: claim.item.id, title: 'Renew both certificates' });
  const moved = await db.as('Ana').refused(respond, { id: request.id, accept: true });
  assert.equal(moved.refused, 'world_moved');
  assert.equal((moved['expected'] as { revision: number }).revision, 1);
  assert.equal((moved['found'] as { revision: number }).revision, 2);
  assert.equal(await stateOf(claim), 'active');
  assert.equal((await db.operator<Request>(getRequest, { id: request.id })).state, 'open');
  await db.as('Ana')(respond, { id: request.id, accept: false, reason: 'It asks for more now.' });
});

test('when the run has ended or its agent was lowered meanwhile, nothing runs', async () => {
  const claim = await inHand();
  const { request } = await deliver(claim);
  await db.as('bot')(releaseRun, { id: claim.run.id, fence: claim.run.fence });
  assert.equal((await db.as('Ana').refused(respond, { id: request.id, accept: true })).refused, 'world_moved');

  const second = await inHand();
  const asked = await deliver(second);
  await db.as('Ana')(setAutonomy, { id: 'bot', level: 'observer' });
  const moved = await db.as('Ana').refused(respond, { id: asked.request.id, accept: true });
  assert.equal((moved['refusal'] as { refused: string }).refused, 'forbidden_by_policy');
  assert.equal((await db.as('bot').refused(deliverRun, delivery(second))).refused, 'forbidden_by_policy');
  await db.as('Ana')(setAutonomy, { id: 'bot', level: 'reporting' });
  await db.as('Ana')(respond, { id: asked.request.id, accept: true });
  assert.equal(await stateOf(second), 'review');
});

test('the same act asked for twice is one request, and a repeated key is answered alike', async () => {
  const claim = await inHand();
  const key = { idempotencyKey: 'deliver-1' };
  const first = await db.as('bot')<HeldAnswer>(deliverRun, delivery(claim), key);
  const outcome = await db.as('bot').outcome(deliverRun, delivery(claim), key);
  assert(!isRefusal(outcome));
  assert.deepEqual([outcome.status, outcome.replayed], [202, true]);
  assert.deepEqual(JSON.parse(JSON.stringify(outcome.body)), first);
  assert.equal((await deliver(claim)).request.id, first.request.id);
});

test('what would be refused anyhow is refused now, and nobody is asked', async () => {
  const claim = await inHand();
  const before = (await db.events('request.opened')).length;
  const without = { ...delivery(claim), evidence: [] };
  assert.equal((await db.as('bot').refused(deliverRun, without)).refused, 'evidence_missing');
  const stale = { ...delivery(claim), fence: claim.run.fence - 1 };
  assert.equal((await db.as('bot').refused(deliverRun, stale)).refused, 'stale_fence');
  assert.equal((await db.events('request.opened')).length, before);
});
