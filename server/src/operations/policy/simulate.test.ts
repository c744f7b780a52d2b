import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { type Item, addPeople, claimItem, deliverClaim, readyItem } from '../../../test/world.ts';
import { MINUTE_MS } from '../../domain/attempt.ts';

import { createAttempts } from '../attempt/create-attempts.ts';
import cancelItem from '../item/cancel.ts';
import commentItem from '../item/comment.ts';
import getItem from '../item/get.ts';
import updateItem from '../item/update.ts';
import setAutonomy from '../participant/set-autonomy.ts';
import { createPipeline } from '../execute.ts';
import updatePolicy from './update.ts';
import simulatePolicy from './simulate.ts';

type Tally = { allow: number; hold: number; forbid: number };
type Simulated = {
  period: { from: string; until: string };
  decisions: { seen: number; was: Tally; would: Tally };
  changes: {
    rule: string;
    from: string;
    to: string;
    count: number;
    examples: { event: string; item: string | null; operation: string; actor: string }[];
  }[];
  notCovered: { why: string; count: number }[];
};

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const rule = (id: string, when: object, then: unknown) => ({ id, when, then, because: `Because of ${id}.` });
async function simulate(rules: object[], over: object = {}): Promise<Simulated> {
  await placeAll(db.database, db.workspace);
  return db.operator<Simulated>(simulatePolicy, { rules, days: 1, ...over });
}
const changeOf = ({ changes }: Simulated, id: string) => changes.filter((one) => one.rule === id);

test('a draft that changes nothing changes no decision of the past', async () => {
  const item = await readyItem(db.as('Ana'));
  await deliverClaim(db.as('bot'), await claimItem(db.as('bot'), item));
  const { decisions, changes } = await simulate([]);
  assert(decisions.seen > 5);
  assert.deepEqual(decisions.was, decisions.would);
  assert.deepEqual(changes, []);
});

test('what a draft would have forbidden is told by rule, with examples that can be looked up', async () => {
  const item = await readyItem(db.as('Ana'), { type: 'law' });
  await db.as('bot')(commentItem, { id: item.id, text: 'One' });
  await db.as('bot')(commentItem, { id: item.id, text: 'Two' });
  await db.as('Ana')(commentItem, { id: item.id, text: 'Three' });
  const told = await simulate([rule('no-law', { action: 'item.comment', actorKind: 'agent', type: 'law' }, 'forbid')]);
  const [change] = changeOf(told, 'no-law');
  assert.deepEqual([change?.from, change?.to, change?.count], ['allow', 'forbid', 2]);
  const events = await db.events('item.commented');
  assert.deepEqual(
    change?.examples.map((one) => [one.event, one.item, one.operation, one.actor]),
    events.slice(-3, -1).map(({ id }) => [id, item.key, 'item.comment', people.bot]),
  );
});

test('the work is judged as it was then, not as it is now', async () => {
  const item = await readyItem(db.as('Ana'), { type: 'shrinks' });
  await db.as('bot')(commentItem, { id: item.id, text: 'While it was medium' });
  await db.as('Ana')(
    updateItem,
    { id: item.id, risk: 'low', reason: 'It shrank.' },
    { ifMatch: (await latest(item)).version },
  );
  await db.as('bot')(commentItem, { id: item.id, text: 'While it was low' });
  const told = await simulate([rule('risky', { action: 'item.comment', risk: 'medium', type: 'shrinks' }, 'forbid')]);
  assert.equal(changeOf(told, 'risky')[0]?.count, 1);
});

test('an agent is judged by the autonomy that it had then', async () => {
  const item = await readyItem(db.as('Ana'), { type: 'levels' });
  await db.as('bot')(commentItem, { id: item.id, text: 'Reporting' });
  await db.as('Ana')(setAutonomy, { id: people.bot, level: 'recommender' });
  await db.as('bot')(commentItem, { id: item.id, text: 'Recommending' });
  await db.as('Ana')(setAutonomy, { id: people.bot, level: 'reporting' });
  const told = await simulate([
    rule('low', { action: 'item.comment', autonomy: 'recommender', type: 'levels' }, 'forbid'),
  ]);
  assert.equal(changeOf(told, 'low')[0]?.count, 1);
});

test('what was held, and would not be, is told by the rule that held it; the approval is not counted as another one', async () => {
  const hold = rule('eyes', { action: 'item.cancel', type: 'held' }, { approve: { by: ['owner', 'admin'] } });
  await db.operator(updatePolicy, { scope: 'type', target: 'held', rules: [hold] }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ana'), { type: 'held' });
  await db.as('Ana').outcome(cancelItem, { id: item.id });
  const told = await simulate([], { scope: 'type', target: 'held' });
  const [change] = changeOf(told, 'eyes');
  assert.deepEqual([change?.from, change?.to, change?.count], ['hold', 'allow', 1]);
  const same = await simulate([hold], { scope: 'type', target: 'held' });
  assert.deepEqual(same.changes, []);
  assert.equal(same.decisions.was.hold, 1);
});

test('what a rule forbade, and the draft would not, is told; what was refused for other reasons is not covered, and said so', async () => {
  const no = rule('silence', { action: 'item.comment', actorKind: 'agent', type: 'quiet' }, 'forbid');
  await db.operator(updatePolicy, { scope: 'type', target: 'quiet', rules: [no] }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ana'), { type: 'quiet' });
  const { database, ids, workspace } = db;
  const now = () => db.clock.now;
  const attempts = createAttempts({
    database,
    ids,
    now,
    committed: () => {},
    log: (_, error) => assert.fail(String(error)),
  });
  const server = { publicUrl: 'http://127.0.0.1:4180', version: '0.0.0-test' };
  const execute = createPipeline({ database, ids, server, attempts, now, committed: () => {} });
  const bearer = await db.bearer('bot');
  for (const operation of [commentItem, commentItem, cancelItem])
    await execute({ operation, workspace, bearer, input: { id: item.id, text: 'x' } });
  db.clock.advance(MINUTE_MS);
  await attempts.stop();
  const told = await simulate([], { scope: 'type', target: 'quiet' });
  const [change] = changeOf(told, 'silence');
  assert.deepEqual([change?.from, change?.to, change?.count], ['forbid', 'allow', 1]);
  assert.deepEqual(
    told.notCovered.map(({ count }) => count),
    [1, 1],
  );
});

test('a period leaves out what happened before it, and reads what it needs from there', async () => {
  const item = await readyItem(db.as('Ana'), { type: 'old' });
  await db.as('bot')(commentItem, { id: item.id, text: 'Long ago' });
  db.clock.advance(3 * 86_400_000);
  await db.as('bot')(commentItem, { id: item.id, text: 'Today' });
  const forbid = [rule('old', { action: 'item.comment', type: 'old' }, 'forbid')];
  assert.equal(changeOf(await simulate(forbid), 'old')[0]?.count, 1);
  assert.equal(changeOf(await simulate(forbid, { days: 7 }), 'old')[0]?.count, 2);
});

test('a draft that could not be in force is refused as it would be, and only admins simulate', async () => {
  const twice = [rule('a', { action: 'item.cancel' }, 'allow'), rule('b', { action: 'item.cancel' }, 'forbid')];
  assert.equal((await db.operator.refused(simulatePolicy, { rules: twice })).refused, 'policy_unsound');
  assert.equal(
    (await db.operator.refused(simulatePolicy, { rules: [], scope: 'team', target: 'NOPE' })).refused,
    'unknown_reference',
  );
  assert.equal((await db.operator.refused(simulatePolicy, { rules: [], target: 'x' })).refused, 'invalid_input');
  assert.equal((await db.as('Ben').refused(simulatePolicy, { rules: [] })).refused, 'forbidden');
});

test('one simulation runs at a time; others are told to come back', async () => {
  await db.warmUp();
  const asked = Array.from({ length: 8 }, () => db.operator.outcome(simulatePolicy, { rules: [] }));
  const answers = (await Promise.all(asked)).map((one) => ('refused' in one ? one.refused : one.status));
  assert.deepEqual(new Set(answers), new Set([200, 'busy']));
});

test('a simulation leaves no fact', async () => {
  const earlier = (await db.events()).length;
  await simulate([]);
  assert.equal((await db.events()).length, earlier);
});

async function latest(item: { id: string }): Promise<Item> {
  return db.operator<Item>(getItem, { id: item.id });
}
