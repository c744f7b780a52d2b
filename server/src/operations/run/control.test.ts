import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import {
  type Claim,
  type Item,
  type Page,
  addPeople,
  claimItem,
  deliverClaim,
  readyItem,
} from '../../../test/world.ts';
import assignItem from '../item/assign.ts';
import getItem from '../item/get.ts';
import listItems from '../item/list.ts';
import takeOverItem from '../item/take-over.ts';
import createTeam from '../team/create.ts';
import claimWork from '../work/claim.ts';
import activitiesOf from './activities.ts';
import deliverRun from './deliver.ts';
import failRun from './fail.ts';
import heartbeat from './heartbeat.ts';
import listRuns from './list.ts';
import messageRun from './message.ts';
import releaseRun from './release.ts';
import reportRun from './report.ts';
import stopRun from './stop.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createTeam, { key: 'LED', name: 'Led', lead: 'Ben' });
});

const claimed = async (who = 'bot', over: object = {}): Promise<Claim> =>
  claimItem(db.as(who), await readyItem(db.operator, over));
/** As commands answer it: without what the reader may do. */
async function read({ id }: { id: string }): Promise<Item> {
  const { abilities: _, ...item } = await db.operator<Item & { abilities: unknown }>(getItem, { id });
  return item;
}
const writes = [
  [heartbeat, {}],
  [reportRun, { activity: 'Working' }],
  [deliverRun, { summary: 'Done.', evidence: [{ criterion: 'c1', text: 'seen' }] }],
  [failRun, { reason: 'Could not.' }],
  [releaseRun, {}],
] as const;

for (const [operation, input] of writes) {
  test(`${operation.name}: an executor who was stopped learns by whom and why, and changes nothing`, async () => {
    const { run, item } = await claimed();
    const stopped = await db.as('Ana')<Item>(stopRun, { id: run.id, reason: 'It asks the wrong authority.' });
    assert.deepEqual([stopped.state, stopped.run, stopped.executor], ['ready', null, null]);
    const refusal = await db.as('bot').refused(operation, { id: run.id, fence: run.fence, ...input });
    assert.deepEqual(refusal, {
      refused: 'stale_fence',
      fence: run.fence,
      holder: null,
      state: 'ready',
      ending: 'stopped',
      by: { id: people.ana, name: 'Ana' },
      reason: 'It asks the wrong authority.',
    });
    assert.deepEqual(await read(item), stopped);
  });
}

test('the owner, the executor’s sponsor, the team’s lead and an admin stop a run; nobody else does, nor the executor', async () => {
  for (const who of ['Operator', 'Ana', 'Ben']) {
    const { run } = await claimed('bot', { team: 'LED' });
    for (const other of ['bot', 'bat'])
      assert.equal((await db.as(other).refused(stopRun, { id: run.id, reason: 'No.' })).refused, 'forbidden');
    assert.equal((await db.as(who).refused(stopRun, { id: run.id, reason: ' ' })).refused, 'invalid_input');
    await db.as(who)(stopRun, { id: run.id, reason: 'No.' });
  }
  const { run } = await claimed();
  assert.equal((await db.as('Ben').refused(stopRun, { id: run.id, reason: 'No.' })).refused, 'forbidden');
});

test('a run that has ended cannot be stopped or sent word; one that is not there is not found', async () => {
  const { run } = await claimed();
  await db.operator(stopRun, { id: run.id, reason: 'Once.' });
  const again = await db.operator.refused(stopRun, { id: run.id, reason: 'Twice.' });
  assert.deepEqual([again.refused, again['reason']], ['stale_fence', 'Once.']);
  assert.equal((await db.operator.refused(messageRun, { id: run.id, text: 'Hello' })).refused, 'stale_fence');
  for (const operation of [stopRun, messageRun])
    assert.equal(
      (await db.operator.refused(operation, { id: people.bot, reason: 'x', text: 'x' })).refused,
      'not_found',
    );
});

test('stopped work is offered to others, and to the same executor once its owner names them', async () => {
  const { run, item } = await claimed('bot', { priority: 0 });
  await db.operator(stopRun, { id: run.id, reason: 'No.' });
  const next = await db.as('bot').outcome(claimWork, {});
  assert(!('refused' in next));
  assert.notEqual((next.body as Claim | null)?.item.id, item.id);
  await db.operator(assignItem, { id: item.id, assignee: 'bot' });
  assert.equal((await db.as('bot')<Claim>(claimWork, {})).item.id, item.id);
});

test('a word to a run is heard with the next heartbeat, once, and kept in the ledger', async () => {
  const { run } = await claimed();
  assert.equal((await db.as('bat').refused(messageRun, { id: run.id, text: 'Obey me' })).refused, 'forbidden');
  await db.as('Ana').outcome(messageRun, { id: run.id, text: 'The staging server will do.' });
  const hear = () =>
    db.as('bot')<{ signals: { kind: string; data: object }[] }>(heartbeat, { id: run.id, fence: run.fence });
  assert.deepEqual(
    (await hear()).signals.map(({ kind, data }) => [kind, data]),
    [['message', { from: people.ana, text: 'The staging server will do.' }]],
  );
  assert.deepEqual((await hear()).signals, []);
  const [event] = (await db.events('run.messaged')).slice(-1);
  assert.deepEqual(event?.data, { run: run.id, text: 'The staging server will do.' });
});

test('a person takes work over at once; whoever did it learns who has it and why', async () => {
  const { run, item } = await claimed();
  const taken = await db.as('Ana')<Claim>(takeOverItem, { id: item.key, reason: 'The supplier wants a person.' });
  assert.deepEqual([taken.item.state, taken.item.executor, taken.run.fence], ['active', people.ana, run.fence + 1]);
  assert.equal(taken.run.leaseExpiresAt, null);
  assert.deepEqual(await read(item), taken.item);
  const late = await db.as('bot').refused(heartbeat, { id: run.id, fence: run.fence });
  assert.deepEqual(
    [late.refused, late['holder'], late['ending'], late['by'], late['reason']],
    ['stale_fence', people.ana, 'taken over', { id: people.ana, name: 'Ana' }, 'The supplier wants a person.'],
  );
  const after = await deliverClaim(db.as('Ana'), { ...taken, item });
  assert.equal(after.state, 'review');
});

test('work is taken over by its owner, the executor’s sponsor, the team’s lead or an admin, who are people, from somebody else', async () => {
  const { item } = await claimed();
  const take = { id: item.id, reason: 'Mine.' };
  for (const who of ['bot', 'bat', 'Ben', 'Coact'])
    assert.equal((await db.as(who).refused(takeOverItem, take)).refused, 'forbidden');
  await db.as('Ana')(takeOverItem, take);
  assert.equal((await db.operator<Claim>(takeOverItem, take)).item.fence, 3);
  assert.equal((await db.operator.refused(takeOverItem, take)).refused, 'already_claimed');
  const idle = await readyItem(db.operator);
  assert.equal((await db.operator.refused(takeOverItem, { ...take, id: idle.id })).refused, 'wrong_state');
  assert.equal((await db.operator.refused(takeOverItem, { ...take, id: 'OPS-999999' })).refused, 'not_found');
  const led = await claimed('bot', { team: 'LED' });
  await db.as('Ben')(takeOverItem, { ...take, id: led.item.id });
});

test('an activity stays until the next one; a bare heartbeat renews the lease and is no report', async () => {
  const { run, item } = await claimed();
  const sent = { id: run.id, fence: run.fence };
  await db.as('bot')(reportRun, { ...sent, activity: 'Reading', progress: 0.2 });
  const at = new Date(db.clock.now).toISOString();
  db.clock.advance(60_000);
  await db.as('bot')(heartbeat, { ...sent, usage: { tokens: 5 } });
  const { run: live } = await read(item);
  assert.deepEqual([live?.activity, live?.progress, live?.reportedAt], ['Reading', 0.2, at]);
  const { items } = await db.operator<Page<Item>>(listItems, { executor: 'bot', state: ['active'] });
  assert.deepEqual(items.find(({ id }) => id === item.id)?.run, live, 'lists show the same');
  await db.as('bot')(heartbeat, { ...sent, progress: 0.3 });
  assert.equal((await read(item)).run?.reportedAt, new Date(db.clock.now).toISOString());
});

test('what the executor said they do is read newest first and page by page, from the ledger', async () => {
  const { run } = await claimed();
  const sent = { id: run.id, fence: run.fence };
  for (const [i, activity] of ['One', 'Two', 'Three'].entries()) {
    await db.as('bot')(reportRun, { ...sent, activity, progress: i / 4, usage: { tokens: 10 * i } });
    await db.as('bot')(heartbeat, sent);
  }
  type Said = { activity: string; progress: number; usage: { tokens: number } };
  const first = await db.operator<Page<Said>>(activitiesOf, { id: run.id, limit: 2 });
  assert.deepEqual(
    first.items.map(({ activity, progress, usage }) => [activity, progress, usage.tokens]),
    [
      ['Three', 0.5, 20],
      ['Two', 0.25, 10],
    ],
  );
  const rest = await db.operator<Page<Said>>(activitiesOf, { id: run.id, limit: 2, cursor: first.next });
  assert.deepEqual([rest.items.map(({ activity }) => activity), rest.next], [['One'], null]);
  assert.equal((await db.operator.refused(activitiesOf, { id: people.bot })).refused, 'not_found');
});

type Run = {
  id: string;
  item: string;
  itemKey: string;
  executor: string;
  ending: string | null;
  [field: string]: unknown;
};
const runsOf = (input: object) => db.operator<Page<Run>>(listRuns, input);

test('the attempts at an item come newest first, each with how it began and ended', async () => {
  const { run, item } = await claimed();
  await db.as('bot')(reportRun, { id: run.id, fence: run.fence, activity: 'Reading' });
  await db.operator(stopRun, { id: run.id, reason: 'No.' });
  const second = await claimItem(db.as('bat'), item);
  const taken = await db.operator<Claim>(takeOverItem, { id: item.id, reason: 'Mine.' });
  const { items } = await runsOf({ item: item.key });
  assert.deepEqual(
    items.map((one) => [one.id, one.itemKey, one.executor, one['origin'], one.ending, one['note'], one['activity']]),
    [
      [taken.run.id, item.key, item.owner, 'takeover', null, null, null],
      [second.run.id, item.key, people.bat, 'claim', 'taken over', 'Mine.', null],
      [run.id, item.key, people.bot, 'claim', 'stopped', 'No.', 'Reading'],
    ],
  );
  assert.deepEqual(
    items.map((one) => one['endedBy']),
    [null, item.owner, item.owner],
  );
});

test('runs are listed by executor and by whether they live, in pages without a gap', async () => {
  const all = await runsOf({ limit: 200 });
  const ids = all.items.map(({ id }) => id);
  const paged: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<Run> = await runsOf({ limit: 3, ...(cursor && { cursor }) });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    if (cursor === null) break;
  }
  assert.deepEqual(paged, ids);
  const live = await runsOf({ executor: 'bot', live: true, limit: 200 });
  const expected = all.items.filter((one) => one.executor === people.bot && one.ending === null).map(({ id }) => id);
  assert.deepEqual(
    live.items.map(({ id }) => id),
    expected,
  );
  assert((await runsOf({ live: false })).items.every(({ ending }) => ending !== null));
  assert.equal((await db.operator.refused(listRuns, { item: 'OPS-999999' })).refused, 'not_found');
  assert.equal((await db.operator.refused(listRuns, { executor: 'nobody' })).refused, 'unknown_reference');
});

test('of a stop and a delivery at once, one ends the run', async () => {
  const { run } = await claimed();
  const outcomes = await Promise.all([
    db.operator.outcome(stopRun, { id: run.id, reason: 'No.' }),
    db.as('bot').outcome(deliverRun, {
      id: run.id,
      fence: run.fence,
      summary: 'Done.',
      evidence: [{ criterion: 'c1', text: 'seen' }],
    }),
  ]);
  assert.deepEqual(
    outcomes.flatMap((one) => ('refused' in one ? one.refused : [])),
    ['stale_fence'],
  );
  await checkWorld(db.database, db.workspace);
});
