import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Claim,
  type Item,
  type Page,
  type Request,
  addPeople,
  claimItem,
  deliverClaim,
  readyItem,
} from '../../../test/world.ts';
import getItem from '../item/get.ts';
import listInbox from '../inbox/list.ts';
import createParticipant from '../participant/create.ts';
import respond from '../request/respond.ts';
import failRun from '../run/fail.ts';
import heartbeat from '../run/heartbeat.ts';
import look from '../run/look.ts';
import releaseRun from '../run/release.ts';
import createTeam from '../team/create.ts';
import claimWork from '../work/claim.ts';
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
beforeEach(async () => {
  for (;;) if ((await db.as('Ben')<Claim | null>(claimWork)) === null) return;
});

type Budget = Answer & { used: Sums; reserved: Sums; left: Partial<Sums>; limits: Partial<Sums> };
type Sums = { tokens: number; cost: number; minutes: number };
type Beat = {
  leaseExpiresAt: string | null;
  signals: { kind: string }[];
  left?: Partial<Sums>;
  unpriced?: string[];
  ended?: string;
};

const HOUR = 3_600_000;
let agents = 0;
/** A new agent of Ana's. */
async function agent(): Promise<string> {
  const { name } = await db.as('Ana')(createParticipant, { kind: 'agent', name: `agent ${(agents += 1)}` });
  return String(name);
}
const beat = (who: string, { run: { id, fence } }: Claim, usage: object = {}) =>
  db.as(who)<Beat>(heartbeat, { id, fence, usage });
const setFor = (who: string, limits: object, period = 'day') =>
  db.as('Ana')<Budget>(setBudget, { for: { participant: who }, period, limits });
const read = async (id: string) => db.operator<Budget & { byItem: object[] }>(getBudget, { id });
const overruns = async (who: string) =>
  (await db.as(who)<Page<Request & { body: { class?: string } }>>(listInbox)).items.filter(
    ({ body }) => body.class === 'overrun',
  );

test('without a budget nothing is reserved, no account is opened, and a heartbeat says nothing of it', async () => {
  const claim = await claimItem(db.as('bot'), await readyItem(db.as('Ana')));
  const said = await beat('bot', claim, { tokens: 5_000_000, cost: 900 });
  assert.deepEqual(Object.keys(said).sort(), ['leaseExpiresAt', 'signals']);
  assert.equal(claim.brief['budget'], null);
});

test('an item that has used its budget is taken from its executor, its owner is told, and nobody claims it until it is raised', async () => {
  const item = await readyItem(db.as('Ana'), { budget: { tokens: 1_000 } });
  const claim = await claimItem(db.as('bot'), item);
  assert.deepEqual(claim.brief['budget'], {
    tokens: 1_000,
    used: { tokens: 0, cost: 0, minutes: 0 },
    left: { tokens: 1_000 },
  });
  assert.deepEqual((await beat('bot', claim, { tokens: 700 })).left, { tokens: 300 });
  assert.deepEqual((await beat('bot', claim, { tokens: 800 })).left, { tokens: 200 });
  const warned = await beat('bot', claim, { tokens: 900 });
  assert.deepEqual(
    warned.signals.map(({ kind }) => kind),
    ['budget_low'],
  );
  const last = await beat('bot', claim, { tokens: 1_050 });
  assert.deepEqual(last.signals, []);
  assert.match(last.ended ?? '', /budget of .* is spent: tokens 1050 of 1000/);
  const stale = await db.as('bot').refused(heartbeat, { id: claim.run.id, fence: claim.run.fence });
  assert.equal(stale.refused, 'stale_fence');
  assert.equal(stale['ending'], 'over budget');

  const seen = await db.operator<Item>(getItem, { id: item.id });
  assert.equal(seen.state, 'ready');
  assert.deepEqual(seen.used, { tokens: 1_050, cost: 0, minutes: 0 });
  assert.equal(seen.attempts, 0);
  assert.equal(await db.as('bat')(claimWork), null);
  const refusal = await db.as('bat').refused(claimWork, { item: item.id });
  assert.equal(refusal.refused, 'over_budget');
  assert.deepEqual(refusal['raise'], [people.ana, 'admin']);
  const [told] = await overruns('Ana');
  assert.equal(told?.item, item.id);

  await db.as('Ana')(increase, { for: { item: item.id }, by: { tokens: 500 }, reason: 'Nearly there.' });
  await db.as('Ana')(respond, { id: told?.id, resolution: 'fixed', reason: 'Raised.' });
  const again = await db.as('bat')<Claim>(claimWork);
  assert.equal(again.item.id, item.id);
  assert.deepEqual((await beat('bat', again)).left, { tokens: 450 });
});

test('what is used beyond the limit is counted all the same, and money and time are limited likewise', async () => {
  for (const [budget, usage] of [
    [{ cost: 5 }, { cost: 7.25 }],
    [{ minutes: 10 }, { minutes: 11 }],
  ]) {
    const item = await readyItem(db.as('Ana'), { budget });
    const claim = await claimItem(db.as('bot'), item);
    assert.ok((await beat('bot', claim, usage)).ended);
    assert.deepEqual((await db.operator<Item>(getItem, { id: item.id })).used, {
      tokens: 0,
      cost: 0,
      minutes: 0,
      ...usage,
    });
  }
});

test('time runs by the clock: a run that reports nothing is ended when the time of its budget is over', async () => {
  const item = await readyItem(db.as('Ana'), { budget: { minutes: 30 } });
  const claim = await claimItem(db.as('bot'), item, { lease: 86_400 });
  db.clock.advance(HOUR / 4);
  await db.as(await db.system())(look, { id: claim.run.id });
  assert.deepEqual((await beat('bot', claim)).left, { minutes: 15 });
  db.clock.advance(HOUR / 4);
  await db.as(await db.system())(look, { id: claim.run.id });
  const seen = await db.operator<Item>(getItem, { id: item.id });
  assert.equal(seen.state, 'ready');
  assert.equal(seen.used.minutes, 30);
  await db.as(await db.system())(look, { id: claim.run.id });
  assert.equal((await db.as(await db.system()).refused(look, { id: people.ana })).refused, 'not_found');
});

test('an item has as many runs as its budget says, and then no more', async () => {
  const item = await readyItem(db.as('Ana'), { budget: { attempts: 2 } });
  for (const who of ['bot', 'bat']) {
    const { run } = await claimItem(db.as(who), item);
    await db.as(who)(releaseRun, { id: run.id, fence: run.fence });
  }
  assert.equal(await db.as(await agent())(claimWork), null);
  const refusal = await db.as('bot').refused(claimWork, { item: item.id });
  assert.equal(refusal.refused, 'over_budget');
  assert.equal(refusal['measure'], 'attempts');
  await db.as('Ana')(increase, { for: { item: item.id }, by: { attempts: 1 }, reason: 'Once more.' });
  await claimItem(db.as('bat'), item);
});

test('a claim reserves of the agent’s budget what the item may use; the end of the run gives the rest back', async () => {
  const who = await agent();
  const { id } = await setFor(who, { cost: 10 });
  const claim = await claimItem(db.as(who), await readyItem(db.as('Ana'), { budget: { cost: 4 } }));
  assert.deepEqual((await read(id)).reserved.cost, 4);
  assert.deepEqual((await read(id)).left, { cost: 6 });
  await beat(who, claim, { cost: 1.5 });
  assert.deepEqual((await read(id)).used.cost, 1.5);
  assert.deepEqual((await read(id)).reserved.cost, 2.5);
  await beat(who, claim, { cost: 1 });
  assert.deepEqual((await read(id)).used.cost, 1.5);
  await deliverClaim(db.as(who), claim);
  const after = await read(id);
  assert.deepEqual([after.used.cost, after.reserved.cost, after.left.cost], [1.5, 0, 8.5]);
  assert.equal(after.byItem.length, 1);
});

test('an agent that has used its period is refused clearly until the next one begins, or its sponsor raises it', async () => {
  const who = await agent();
  await setFor(who, { tokens: 100 });
  const claim = await claimItem(db.as(who), await readyItem(db.as('Ana')));
  assert.match((await beat(who, claim, { tokens: 100 })).ended ?? '', /for the day is spent/);
  assert.equal((await overruns('Ana')).at(-1)?.item, claim.item.id);
  const refusal = await db.as(who).refused(claimWork);
  assert.equal(refusal.refused, 'over_budget');
  assert.deepEqual(refusal['raise'], [people.ana, 'admin']);
  assert.equal(refusal['until'], '2026-01-06T00:00:00.000Z');
  // Others are not held up by it.
  assert.equal((await db.as('bat')<Claim>(claimWork)).item.id, claim.item.id);
  await readyItem(db.as('Ana'));
  const { now } = db.clock;
  db.clock.now = Date.parse('2026-01-06T08:00:00Z');
  await db.as(who)<Claim>(claimWork);
  db.clock.now = now;
});

test('a run that goes on into a new period is counted there from then on, and what it had reserved before is free', async () => {
  const who = await agent();
  const { id } = await setFor(who, { tokens: 1_000 });
  const { now } = db.clock;
  const claim = await claimItem(db.as(who), await readyItem(db.as('Ana')), { lease: 86_400 });
  await beat(who, claim, { tokens: 300 });
  db.clock.now = Date.parse('2026-01-06T00:00:00Z');
  assert.deepEqual((await beat(who, claim, { tokens: 500 })).left, { tokens: 800 });
  const { used, byPeriod } = await db.operator<Budget & { byPeriod: { date: string; used: Sums }[] }>(getBudget, {
    id,
  });
  assert.equal(used.tokens, 200);
  assert.deepEqual(
    byPeriod.map(({ date, used: then }) => [date, then.tokens]),
    [
      ['2026-01-06', 200],
      ['2026-01-05', 300],
    ],
  );
  await db.as(who)(failRun, { id: claim.run.id, fence: claim.run.fence, reason: 'Enough.' });
  db.clock.now = now;
});

test('a team’s budget counts the work of the teams below it; when it is spent their work is not offered, and its lead is told', async () => {
  const above = await db.operator(createTeam, { name: 'Above', key: 'ABV', lead: 'Ben' });
  const below = await db.operator(createTeam, { name: 'Below', key: 'BLW', parent: above.id });
  await db.as('Ben')(setBudget, { for: { team: 'ABV' }, period: 'week', limits: { tokens: 500 } });
  const [one, two] = [await agent(), await agent()];
  const first = await claimItem(db.as(one), await readyItem(db.as('Ana'), { team: below.key }));
  const other = await readyItem(db.as('Ana'), { team: 'BLW' });
  assert.equal(await db.as(two)(claimWork), null);
  assert.equal((await db.as(two).refused(claimWork, { item: other.id })).refused, 'over_budget');
  assert.ok((await beat(one, first, { tokens: 500 })).ended);
  const [told] = await overruns('Ben');
  assert.equal(told?.item, first.item.id);
  // People judge for themselves, and are no expense of their team.
  assert.ok(await claimItem(db.as('Ben'), other));
});

test('a budget set while a run goes on counts what it uses from then on', async () => {
  const who = await agent();
  const claim = await claimItem(db.as(who), await readyItem(db.as('Ana')));
  await beat(who, claim, { tokens: 10_000 });
  const { id } = await setFor(who, { tokens: 500 });
  assert.deepEqual((await beat(who, claim, { tokens: 10_100 })).left, { tokens: 400 });
  assert.equal((await read(id)).used.tokens, 100);
  await setFor(who, {});
  assert.equal((await beat(who, claim, { tokens: 90_000 })).ended, undefined);
  await db.as(who)(releaseRun, { id: claim.run.id, fence: claim.run.fence });
  const { items } = await db.operator<Page<Budget>>(listBudgets, { participant: who });
  assert.deepEqual(items, []);
});

test('the state of all work and the accounts of all budgets are what the ledger tells', async () => {
  await checkWorld(db.database, db.workspace);
});
