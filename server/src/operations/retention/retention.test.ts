import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import { dueArtifacts } from '../../store/retention.ts';
import createArtifact from '../artifact/create.ts';
import eraseArtifact from '../artifact/erase.ts';
import getArtifact from '../artifact/get.ts';
import liftHold from '../hold/lift.ts';
import listHolds from '../hold/list.ts';
import placeHold from '../hold/place.ts';
import reopenItem from '../item/reopen.ts';
import createOutcome from '../outcome/create.ts';
import listRequests from '../request/list.ts';
import respond from '../request/respond.ts';
import deliverRun from '../run/deliver.ts';
import getRetention from './get.ts';
import setRetention from './set.ts';

const DAY = 86_400_000;
type Artifact = { sha256: string; text: string | null; erasedAt: string | null };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});
beforeEach(() => db.operator(setRetention, { artifacts: 10 }));

let number = 0;
/** Work that is done, with the evidence that shows it. */
async function done(over: object = {}): Promise<{ item: Item; sha256: string }> {
  const item = await readyItem(db.as('Ana'), over);
  const { run } = await claimItem(db.as('bot'), item);
  const text = `seen, ${(number += 1)}`;
  const { sha256 } = await db.as('bot')<Artifact>(createArtifact, { name: 'log', text });
  await db.as('bot')(deliverRun, {
    id: run.id,
    fence: run.fence,
    summary: 'Done.',
    evidence: [{ criterion: 'c1', artifact: sha256 }],
  });
  const { items } = await db.operator<Page<{ id: string }>>(listRequests, { item: item.id, state: 'open' });
  await db.as('Ana')(respond, { id: items[0]?.id, verdicts: [{ criterion: 'c1', verdict: 'pass' }] });
  return { item, sha256 };
}

/** What the job does. */
async function erase(): Promise<string[]> {
  const endedBefore = new Date(db.clock.now - 10 * DAY).toISOString();
  const due = await db.database.within(db.workspace, (connection) =>
    dueArtifacts(connection, { endedBefore, limit: 100 }),
  );
  const system = db.as(await db.system());
  for (const { id } of due) await system(eraseArtifact, { id });
  return due.map(({ id }) => id);
}
const read = (sha256: string) => db.operator<Artifact>(getArtifact, { sha256 });

test('contents are kept for ever unless retention says otherwise, which only an admin does', async () => {
  const set = await db.operator<{ artifacts: number }>(getRetention);
  assert.equal(set.artifacts, 10);
  assert.equal((await db.as('Ben').refused(setRetention, { artifacts: 1 })).refused, 'forbidden');
  assert.equal((await db.operator.refused(setRetention, { artifacts: 0 })).refused, 'invalid_input');
  const facts = (await db.events('retention.set')).length;
  await db.operator(setRetention, { artifacts: 10 });
  assert.equal((await db.events('retention.set')).length, facts, 'the same again is no change');
});

test('when its time is over, the content of an artifact goes; its hash, its name and its facts stay', async () => {
  const { sha256 } = await done();
  db.clock.advance(9 * DAY);
  assert(!(await erase()).includes(sha256));
  db.clock.advance(2 * DAY);
  assert((await erase()).includes(sha256));
  const after = await read(sha256);
  assert.equal(after.text, null);
  assert(after.erasedAt);
  assert((await db.events('artifact.erased')).some(({ data }) => data['sha256'] === sha256));
  assert(!(await erase()).includes(sha256), 'once');
});

test('what was erased is no evidence until it is brought again', async () => {
  const { sha256 } = await done();
  db.clock.advance(11 * DAY);
  await erase();
  const { run } = await claimItem(db.as('bot'), await readyItem(db.as('Ana')));
  const evidence = [{ criterion: 'c1', artifact: sha256 }];
  const deliver = { id: run.id, fence: run.fence, summary: 'Again.', evidence };
  assert.equal((await db.as('bot').refused(deliverRun, deliver)).refused, 'unknown_reference');
  await db.as('bot')(createArtifact, { name: 'log', text: `seen, ${number}` });
  assert.equal((await read(sha256)).text, `seen, ${number}`);
  await db.as('bot')(deliverRun, deliver);
});

test('evidence of work that goes on, or was taken up again, stays', async () => {
  const { item, sha256 } = await done();
  await db.as('Ana')(reopenItem, { id: item.id, reason: 'It broke.' });
  db.clock.advance(30 * DAY);
  assert(!(await erase()).includes(sha256));
});

test('a hold on the item, its outcome, whoever made it, or everything keeps it; once lifted it goes', async () => {
  const outcome = await db.operator(createOutcome, { title: 'Safe' });
  const { item, sha256 } = await done({ serves: outcome.id });
  db.clock.advance(11 * DAY);
  const holds = [
    { scope: 'item', target: item.key },
    { scope: 'outcome', target: outcome.id },
    { scope: 'participant', target: 'bot' },
    { scope: 'participant', target: people.ana },
    { scope: 'workspace' },
  ];
  for (const named of holds) {
    const { id } = await db.operator(placeHold, { ...named, reason: 'A claim.' });
    assert(!(await erase()).includes(sha256), JSON.stringify(named));
    await db.operator(liftHold, { id, reason: 'Settled.' });
  }
  assert((await erase()).includes(sha256));
  assert.equal((await db.events('hold.placed')).length, 5);
  assert.equal((await db.events('hold.lifted')).length, 5);
});

test('a hold that comes between finding and erasing is respected', async () => {
  const { sha256 } = await done();
  db.clock.advance(11 * DAY);
  const { id } = await db.operator(placeHold, { scope: 'workspace', reason: 'Wait.' });
  await db.as(await db.system())(eraseArtifact, { id: sha256 });
  assert((await read(sha256)).text);
  await db.operator(liftHold, { id, reason: 'Go on.' });
  const unknown = { id: 'f'.repeat(64) };
  assert.equal((await db.as(await db.system()).refused(eraseArtifact, unknown)).refused, 'not_found');
});

test('holds are placed, lifted once and listed by admins, with reasons', async () => {
  const { id } = await db.operator(placeHold, { scope: 'participant', target: 'Ben', reason: 'An inquiry.' });
  assert.equal((await db.as('Ben').refused(placeHold, { scope: 'workspace', reason: 'x' })).refused, 'forbidden');
  assert.equal((await db.as('Ben').refused(liftHold, { id, reason: 'x' })).refused, 'forbidden');
  assert.equal((await db.as('Ben').refused(listHolds)).refused, 'forbidden');
  assert.equal(
    (await db.operator.refused(placeHold, { scope: 'item', target: 'GEN-9999', reason: 'x' })).refused,
    'unknown_reference',
  );
  assert.equal((await db.operator.refused(placeHold, { scope: 'item', reason: 'x' })).refused, 'invalid_input');
  assert.equal(
    (await db.operator.refused(placeHold, { scope: 'workspace', target: 'x', reason: 'x' })).refused,
    'invalid_input',
  );
  const live = await db.operator<Page<{ id: string }>>(listHolds, { live: true });
  assert.deepEqual(
    live.items.map((one) => one.id),
    [id],
  );
  assert.equal((await db.operator.refused(listHolds, { cursor: 'x' })).refused, 'invalid_input');
  await db.operator(liftHold, { id, reason: 'Closed.' });
  assert.equal((await db.operator.refused(liftHold, { id, reason: 'x' })).refused, 'wrong_state');
  assert.equal((await db.operator.refused(liftHold, { id: db.ids.next(), reason: 'x' })).refused, 'not_found');
});
