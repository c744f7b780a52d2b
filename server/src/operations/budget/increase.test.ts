import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Claim,
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  readyItem,
} from '../../../test/world.ts';
import createItem from '../item/create.ts';
import getItem from '../item/get.ts';
import updateItem from '../item/update.ts';
import listPrices from '../price/list.ts';
import setPrice from '../price/set.ts';
import respond from '../request/respond.ts';
import heartbeat from '../run/heartbeat.ts';
import reportRun from '../run/report.ts';
import updateWorkspace from '../workspace/update.ts';
import getBudget from './get.ts';
import increase from './increase.ts';
import listBudgets from './list.ts';
import setBudget from './set.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

type Sums = { tokens: number; cost: number; minutes: number };
type Budget = Answer & { limits: Partial<Sums> };
type Beat = { left?: Partial<Sums>; unpriced?: string[] };

const beat = (who: string, { run: { id, fence } }: Claim, usage: object) =>
  db.as(who)<Beat>(heartbeat, { id, fence, usage });

test('an agent asks for more and never takes it: the owner, the sponsor or the lead approves, and then it counts', async () => {
  const who = 'bot';
  const { id } = await db.as('Ana')<Budget>(setBudget, {
    for: { participant: who },
    period: 'day',
    limits: { tokens: 100 },
  });
  const item = await readyItem(db.as('Ben'), { budget: { tokens: 100 } });
  await claimItem(db.as(who), item);
  const more = { by: { tokens: 900 }, reason: 'The log is long.' };
  const asked = await db.as(who)<{ held: true; request: Request & { to: object } }>(increase, {
    for: { item: item.id },
    ...more,
  });
  assert.equal(asked.held, true);
  assert.deepEqual(asked.request.to, { participant: people.ben });
  assert.deepEqual((await db.operator<Item>(getItem, { id: item.id })).budget, { tokens: 100 });
  await db.as('Ben')(respond, { id: asked.request.id, accept: true });
  assert.deepEqual((await db.operator<Item>(getItem, { id: item.id })).budget, { tokens: 1_000 });

  const own = await db.as(who)<{ held: true; request: Request & { to: object } }>(increase, {
    for: { participant: 'me' },
    period: 'day',
    ...more,
  });
  assert.deepEqual(own.request.to, { participant: people.ana });
  await db.as('Ana')(respond, { id: own.request.id, accept: true });
  assert.deepEqual((await db.operator<Budget>(getBudget, { id })).limits, { tokens: 1_000 });

  assert.equal(
    (await db.as('bat').refused(increase, { for: { participant: who }, period: 'day', ...more })).refused,
    'forbidden',
  );
  assert.equal(
    (await db.as(who).refused(setBudget, { for: { participant: 'me' }, period: 'day', limits: {} })).refused,
    'forbidden',
  );
});

test('an increase that was asked for before the budget changed is not approved as if it had not', async () => {
  const whose = { for: { participant: 'bot' }, period: 'week' };
  const { id } = await db.as('Ana')<Budget>(setBudget, { ...whose, limits: { tokens: 100 } });
  const ask = () =>
    db.as('bot')<{ request: Request }>(increase, { ...whose, by: { tokens: 50 }, reason: 'The log is long.' });
  const { request } = await ask();
  await db.as('Ana')(setBudget, { ...whose, limits: { tokens: 5_000 } });
  const refusal = await db.as('Ana').refused(respond, { id: request.id, accept: true });
  assert.equal(refusal.refused, 'world_moved');
  const revisions = ['expected', 'found'].map((side) => (refusal[side] as { revision: number }).revision);
  assert.deepEqual(revisions, [1, 2]);
  assert.deepEqual((await db.operator<Budget>(getBudget, { id })).limits, { tokens: 5_000 });
  await db.as('Ana')(respond, { id: request.id, accept: false, reason: 'There is enough now.' });
  await db.as('Ana')(respond, { id: (await ask()).request.id, accept: true });
  assert.deepEqual((await db.operator<Budget>(getBudget, { id })).limits, { tokens: 5_050 });
});

test('an agent that edits its own draft meets the same rule when it raises the budget', async () => {
  const who = 'bot';
  const draft = await db.as(who)<Item>(createItem, { title: 'Look into it', budget: { cost: 5 } });
  const edit = (budget: object | null, version: number) =>
    db.as(who).outcome(updateItem, { id: draft.id, budget }, { ifMatch: version });
  const raised = await edit({ cost: 50 }, draft.version);
  assert.equal('status' in raised && raised.status, 202);
  const removed = await edit(null, draft.version);
  assert.equal('status' in removed && removed.status, 202);
  const lowered = await edit({ cost: 4 }, draft.version);
  assert.equal('status' in lowered && lowered.status, 200);
});

test('usage that comes by model is counted in tokens and, where the price is known, in money; what has no price is named', async () => {
  await db.operator(setPrice, { model: 'large', input: 3, output: 15 });
  const item = await readyItem(db.as('Ana'), { budget: { cost: 1 } });
  const claim = await claimItem(db.as('bat'), item);
  const models = [
    { model: 'large', inputTokens: 100_000, outputTokens: 10_000 },
    { model: 'unheard-of', inputTokens: 5, outputTokens: 5 },
  ];
  const said = await beat('bat', claim, { models });
  assert.deepEqual(said.unpriced, ['unheard-of']);
  assert.deepEqual(said.left, { cost: 0.55 });
  assert.deepEqual((await db.operator<Item>(getItem, { id: item.id })).used, {
    tokens: 110_010,
    cost: 0.45,
    minutes: 0,
  });
  const { items } = await db.as('Ben')<Page<object>>(listPrices);
  assert.deepEqual(items, [{ model: 'large', input: 3, output: 15, currency: 'USD' }]);
  await db.operator(setPrice, { model: 'large', input: null, output: null });
  assert.deepEqual((await db.as('Ben')<Page<object>>(listPrices)).items, []);
  assert.equal((await db.as('Ana').refused(setPrice, { model: 'large', input: 1, output: 1 })).refused, 'forbidden');
});

test('what is negative, absurd, empty or in another currency is refused by name', async () => {
  const bad = [
    { tokens: -1 },
    { tokens: 0 },
    { cost: 1e30 },
    { minutes: -5 },
    { cost: 0.001 },
    { tokens: 1.5 },
    { euros: 3 },
  ];
  for (const limits of bad) {
    const refusal = await db.operator.refused(setBudget, { for: { participant: 'bot' }, period: 'day', limits });
    assert.equal(refusal.refused, 'invalid_input', JSON.stringify(limits));
  }
  const euros = { cost: 5, currency: 'EUR' };
  const claim = await claimItem(db.as('bat'), await readyItem(db.as('Ana')));
  const foreign = [
    await db.operator.refused(setBudget, { for: { participant: 'bot' }, period: 'day', limits: euros }),
    await db.operator.refused(createItem, { title: 'Dear', budget: euros }),
    await db.operator.refused(updateItem, { id: claim.item.id, budget: euros }),
    await db.operator.refused(increase, { for: { item: claim.item.id }, by: euros, reason: 'Why not' }),
    await db.operator.refused(setPrice, { model: 'm', input: 1, output: 1, currency: 'EUR' }),
    await db.as('bat').refused(heartbeat, { id: claim.run.id, fence: claim.run.fence, usage: euros }),
    await db
      .as('bot')
      .refused(reportRun, { id: claim.run.id, fence: claim.run.fence, usage: euros, activity: 'Paying' }),
  ];
  for (const refusal of foreign) {
    assert.equal(refusal.refused, 'wrong_currency');
    assert.deepEqual([refusal['currency'], refusal['expected']], ['EUR', 'USD']);
  }
  assert.equal((await db.operator.refused(updateWorkspace, { currency: 'XYZ' })).refused, 'invalid_input');
  await db.operator(updateWorkspace, { currency: 'EUR' });
  await db.operator(createItem, { title: 'Dear', budget: euros });
  await db.operator(updateWorkspace, { currency: 'USD' });
});

test('a budget is of an agent or a team that exists, one that has no limit is not increased, and of the right one', async () => {
  const limits = { cost: 1 };
  const refusedFor = async (whom: object) =>
    (await db.operator.refused(setBudget, { for: whom, period: 'day', limits })).refused;
  assert.equal(await refusedFor({ participant: 'nobody' }), 'unknown_reference');
  assert.equal(await refusedFor({ team: 'NOPE' }), 'unknown_reference');
  assert.equal(await refusedFor({ participant: 'Ana' }), 'invalid_input');
  assert.equal(await refusedFor({}), 'invalid_input');
  assert.equal((await db.operator.refused(getBudget, { id: people.ana })).refused, 'not_found');
  assert.equal((await db.operator.refused(listBudgets, { team: 'NOPE' })).refused, 'unknown_reference');
  const item = await readyItem(db.as('Ana'), { budget: { tokens: 5 } });
  const increaseBy = async (whom: object, by: object, period?: string) =>
    (await db.operator.refused(increase, { for: whom, by, reason: 'More', ...(period && { period }) })).refused;
  assert.equal(await increaseBy({ item: item.id }, { cost: 1 }), 'no_limit');
  assert.equal(await increaseBy({ item: 'GEN-99999' }, { tokens: 1 }), 'not_found');
  assert.equal(await increaseBy({ participant: 'bat' }, { tokens: 1 }, 'month'), 'no_limit');
  assert.equal(await increaseBy({ participant: 'bat' }, { tokens: 1 }), 'invalid_input');
  assert.equal(await increaseBy({ participant: 'nobody' }, { tokens: 1 }, 'day'), 'unknown_reference');
  assert.equal(await increaseBy({ item: item.id }, {}), 'invalid_input');
});
