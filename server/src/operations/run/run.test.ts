import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
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
import artifactCreate from '../artifact/create.ts';
import listInbox from '../inbox/list.ts';
import createItem from '../item/create.ts';
import getItem from '../item/get.ts';
import deliverRun from './deliver.ts';
import expireRun from './expire.ts';
import failRun from './fail.ts';
import heartbeat from './heartbeat.ts';
import releaseRun from './release.ts';
import reportRun from './report.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const claimed = async (who = 'bot', over: object = {}): Promise<Claim> =>
  claimItem(db.as(who), await readyItem(db.operator, over));
const read = (item: { id: string }) => db.operator<Item>(getItem, { id: item.id });
const writes = [
  [heartbeat, {}],
  [reportRun, { activity: 'Working' }],
  [deliverRun, { summary: 'Done.', evidence: [{ criterion: 'c1', text: 'seen' }] }],
  [failRun, { reason: 'Could not.' }],
  [releaseRun, {}],
] as const;

for (const [operation, input] of writes) {
  test(`${operation.name}: only whoever holds the run writes to it, with its fence, while it lives`, async () => {
    const { run, item } = await claimed();
    const sent = { id: run.id, fence: run.fence, ...input };
    assert.equal((await db.as('bat').refused(operation, sent)).refused, 'forbidden');
    assert.equal((await db.as('bot').refused(operation, { ...sent, fence: 0 })).refused, 'stale_fence');
    assert.equal((await db.as('bot').refused(operation, { ...sent, fence: 2 })).refused, 'stale_fence');
    assert.equal((await db.as('bot').refused(operation, { ...sent, id: item.id })).refused, 'not_found');
    assert.equal((await db.as('bot').refused(operation, { ...sent, fence: -1 })).refused, 'invalid_input');
    await db.as('bot')(operation, sent);
  });

  test(`${operation.name}: who wakes after the work went to somebody else changes nothing, and learns who has it`, async () => {
    const { run, item } = await claimed('bot', {});
    db.clock.advance(400_000);
    await db.as('Coact')(expireRun, { id: run.id });
    const next = await claimItem(db.as('bat'), item);
    const before = await read(item);
    for (const fence of [run.fence, next.run.fence]) {
      const refusal = await db.as('bot').refused(operation, { id: run.id, fence, ...input });
      assert.deepEqual([refusal.refused, refusal['holder']], ['stale_fence', people.bat]);
    }
    assert.deepEqual(await read(item), before);
  });
}

test('a heartbeat renews the lease and records progress and what was used, which never shrinks', async () => {
  const { run, item } = await claimed('bot');
  db.clock.advance(100_000);
  const beat = await db.as('bot')<{ leaseExpiresAt: string }>(heartbeat, {
    id: run.id,
    fence: run.fence,
    progress: 1 / 3,
    usage: { tokens: 10, cost: 0.1 },
  });
  assert.equal(beat.leaseExpiresAt, new Date(db.clock.now + 300_000).toISOString());
  await db.as('bot')(heartbeat, { id: run.id, fence: run.fence, usage: { tokens: 5, minutes: 2 } });
  const { run: live } = await read(item);
  assert.deepEqual([live?.progress, live?.usage], [1 / 3, { tokens: 10, cost: 0.1, minutes: 2 }]);
});

test('a lease that is over is still its holder’s until somebody else is told so', async () => {
  const { run, item } = await claimed('bot');
  db.clock.advance(301_000);
  await db.as('bot')(heartbeat, { id: run.id, fence: run.fence });
  await db.as('Coact')(expireRun, { id: run.id });
  assert.equal((await read(item)).state, 'active', 'it was renewed meanwhile');
});

test('a lost lease puts the work back; after the third its owner has to decide', async () => {
  const item = await readyItem(db.operator);
  for (let lost = 1; lost <= 3; lost += 1) {
    const { run } = await claimItem(db.as('bot'), item);
    db.clock.advance(301_000);
    await db.as('Coact')(expireRun, { id: run.id });
    await db.as('Coact')(expireRun, { id: run.id });
    assert.deepEqual([(await read(item)).state, (await read(item)).attempts], ['ready', lost]);
  }
  const { items } = await db.operator<Page<Request & { body: { class: string; severity: string } }>>(listInbox, {
    limit: 200,
  });
  assert.deepEqual(
    items.filter((one) => one.item === item.id).map(({ body }) => [body.class, body.severity]),
    [['lost', 'high']],
  );
});

test('only Coact itself ends leases', async () => {
  const { run } = await claimed();
  for (const who of ['Operator', 'bot'])
    assert.equal((await db.as(who).refused(expireRun, { id: run.id })).refused, 'forbidden');
  assert.equal((await db.as('Coact').refused(expireRun, { id: people.bot })).refused, 'not_found');
});

test('who could not do it says why, and the owner learns of it', async () => {
  const { run, item } = await claimed();
  assert.equal((await db.as('bot').refused(failRun, { id: run.id, fence: run.fence })).refused, 'invalid_input');
  const after = await db.as('bot')<Item>(failRun, { id: run.id, fence: run.fence, reason: 'The authority is down.' });
  assert.deepEqual([after.state, after.attempts, after.run], ['ready', 1, null]);
  const { items } = await db.operator<Page<Request & { body: { text: string } }>>(listInbox, { limit: 200 });
  assert.match(items.find((one) => one.item === item.id)?.body.text ?? '', /The authority is down/);
});

test('the owner, an admin and the sponsor take work back without a fence; the executor needs theirs', async () => {
  const work = await readyItem(db.as('Ben'));
  for (const who of ['Ben', 'Operator', 'Ana']) {
    const { run } = await claimItem(db.as('bot'), work);
    assert.equal((await db.as('bot').refused(releaseRun, { id: run.id })).refused, 'stale_fence');
    assert.equal((await db.as(who)<Item>(releaseRun, { id: run.id, reason: 'Needed elsewhere.' })).state, 'ready');
    assert.equal((await db.as('bot').refused(heartbeat, { id: run.id, fence: run.fence })).refused, 'stale_fence');
    assert.equal((await db.as(who).refused(releaseRun, { id: run.id })).refused, 'stale_fence', 'it has ended');
  }
  const { run } = await claimItem(db.as('bat'), work);
  assert.equal((await db.as('Ana').refused(releaseRun, { id: run.id })).refused, 'forbidden', 'another’s agent');
});

test('work is delivered with evidence for each required criterion, and then waits for the owner’s verdict', async () => {
  const claim = await claimed('bot', {
    criteria: [{ text: 'One' }, { text: 'Two' }, { text: 'Three', required: false }],
  });
  const deliver = (evidence: object[]) =>
    db.as('bot').refused(deliverRun, { id: claim.run.id, fence: claim.run.fence, summary: 'Done.', evidence });
  const missing = await deliver([{ criterion: 'c1', text: 'seen' }]);
  assert.deepEqual([missing.refused, missing['criteria']], ['evidence_missing', [{ id: 'c2', text: 'Two' }]]);
  assert.equal((await deliver([{ criterion: 'c9', text: 'seen' }])).refused, 'unknown_reference');
  assert.equal((await deliver([{ criterion: 'c1', artifact: 'b'.repeat(64) }])).refused, 'unknown_reference');
  assert.equal((await deliver([{ criterion: 'c1', text: 'a', url: 'https://example.org/' }])).refused, 'invalid_input');
  const after = await deliverClaim(db.as('bot'), claim);
  assert.deepEqual([after.state, after.run, after.delivery?.executor], ['review', null, people.bot]);
  const { items } = await db.operator<Page<Request>>(listInbox, { limit: 200 });
  assert.deepEqual(
    items.filter((one) => one.item === claim.item.id).map(({ kind }) => kind),
    ['review'],
  );
});

test('evidence is an artifact uploaded before, or a text or a link that becomes one', async () => {
  const claim = await claimed('bot', { criteria: [{ text: 'One' }] });
  const { sha256 } = await db.as('bot')<{ sha256: string }>(artifactCreate, { name: 'check.log', text: 'all well' });
  const evidence = [
    { criterion: 'c1', artifact: sha256 },
    { criterion: 'c1', text: 'seen' },
    { criterion: 'c1', url: 'https://example.org/' },
  ];
  const after = await db.as('bot')<Item>(deliverRun, {
    id: claim.run.id,
    fence: claim.run.fence,
    summary: 'Done.',
    evidence,
  });
  assert.deepEqual(
    after.delivery?.evidence.map(({ name }) => name),
    [sha256.slice(0, 12), 'note', 'link'],
  );
});

test('work with open parts is not delivered; they are named', async () => {
  const claim = await claimed();
  const part = await db.operator<Item>(createItem, { title: 'Part', parent: claim.item.id });
  const evidence = [{ criterion: 'c1', text: 'seen' }];
  const refusal = await db
    .as('bot')
    .refused(deliverRun, { id: claim.run.id, fence: claim.run.fence, summary: 'Done.', evidence });
  assert.deepEqual(refusal, { refused: 'children_open', children: [part.key] });
});

test('of a delivery and a release at once, one ends the run', async () => {
  const claim = await claimed();
  const input = { id: claim.run.id, fence: claim.run.fence };
  const outcomes = await Promise.all([
    db.as('bot').outcome(releaseRun, input),
    db.as('bot').outcome(deliverRun, { ...input, summary: 'Done.', evidence: [{ criterion: 'c1', text: 'seen' }] }),
    db.as('bot').outcome(failRun, { ...input, reason: 'No.' }),
  ]);
  assert.deepEqual(
    outcomes.flatMap((one) => ('refused' in one ? one.refused : [])),
    ['stale_fence', 'stale_fence'],
  );
});
