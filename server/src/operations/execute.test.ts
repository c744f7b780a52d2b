import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Claim, type Item, addPeople, claimItem, clear, readyItem } from '../../test/world.ts';
import { isRefusal } from '../domain/refusals.ts';
import { sweepAnswers } from '../store/idempotency.ts';
import createItem from './item/create.ts';
import commentItem from './item/comment.ts';
import getItem from './item/get.ts';
import updateItem from './item/update.ts';
import type { Outcome } from './execute.ts';
import createRequest from './request/create.ts';
import heartbeat from './run/heartbeat.ts';
import releaseRun from './run/release.ts';
import claimWork from './work/claim.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test says which answer it expects
const bodyOf = <T = Answer>(outcome: Outcome): T => {
  assert(!isRefusal(outcome), JSON.stringify(outcome));
  return outcome.body as T;
};
let keys = 0;
const fresh = () => ({ idempotencyKey: `key ${(keys += 1)}` });

test('a command sent again with its key acts once and has the same answer, said to be a repetition', async () => {
  const options = fresh();
  const first = await db.operator.outcome(createItem, { title: 'Once', ...clear }, options);
  const count = (await db.events()).length;
  const again = await db.operator.outcome(createItem, { title: 'Once', ...clear }, options);
  assert.deepEqual(again, { ...first, replayed: true });
  assert.equal((await db.events()).length, count);
});

test('sixteen times at once with one key: it acts once, and all have the same answer', async () => {
  const { id: item } = await readyItem(db.operator);
  const commands = [
    { operation: createItem, input: { title: 'Once' } },
    { operation: claimWork, input: { item } },
    { operation: createRequest, input: { kind: 'question', text: 'Which?' } },
  ];
  for (const { operation, input } of commands) {
    const options = fresh();
    const count = (await db.events()).length;
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => db.as('bot').outcome(operation, input, options)),
    );
    const bodies = outcomes.map((outcome) => JSON.stringify(bodyOf(outcome)));
    assert.equal(new Set(bodies).size, 1, operation.name);
    assert.equal(outcomes.filter((outcome) => 'replayed' in outcome).length, 15);
    assert.equal((await db.events()).length, count + 1);
  }
});

test('a key that was used for one command is refused for another, and for the same with another body', async () => {
  const options = fresh();
  const { id } = bodyOf<Item>(await db.operator.outcome(createItem, { title: 'One' }, options));
  assert.equal((await db.operator.refused(createItem, { title: 'Two' }, options)).refused, 'key_reused');
  assert.equal((await db.operator.refused(commentItem, { id, text: 'One' }, options)).refused, 'key_reused');
});

test('the same body written in another order is the same body', async () => {
  const options = fresh();
  const first = bodyOf(
    await db.operator.outcome(createItem, { title: 'One', priority: 'high', outcome: 'True.' }, options),
  );
  assert.deepEqual(
    bodyOf(await db.operator.outcome(createItem, { outcome: 'True.', priority: 1, title: 'One' }, options)),
    first,
  );
});

test('a key belongs to whoever used it: somebody else’s same key is another', async () => {
  const options = fresh();
  const one = bodyOf(await db.operator.outcome(createItem, { title: 'Mine' }, options));
  const two = bodyOf(await db.as('Ana').outcome(createItem, { title: 'Mine' }, options));
  assert.notEqual(one.id, two.id);
});

test('a refusal is not kept: the same key may succeed once the cause is gone', async () => {
  const options = fresh();
  const item = await readyItem(db.operator);
  const { run } = await claimItem(db.as('bot'), item);
  await db.as('bat').refused(claimWork, { item: item.id }, options);
  db.clock.advance(1);
  await db.as('bot')(heartbeat, { id: run.id, fence: run.fence });
  await db.as('bot')(releaseRun, { id: run.id, fence: run.fence });
  assert.equal(
    bodyOf<Claim>(await db.as('bat').outcome(claimWork, { item: item.id }, options)).item.executor,
    (await db.bearer('bat')).id,
  );
});

test('a repetition that finds nothing to do, because the first still holds the item, does not take it from the first', async () => {
  for (;;) if (bodyOf(await db.as('Ben').outcome(claimWork, {})) === null) break;
  const item = await readyItem(db.operator);
  for (let round = 0; round < 5; round += 1) {
    const options = fresh();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => db.as('Ben').outcome(claimWork, {}, options)));
    const claims = outcomes.flatMap((outcome) => bodyOf<Claim | null>(outcome) ?? []);
    assert.equal(new Set(claims.map(({ run }) => run.id)).size, 1);
    assert.equal(claims[0]?.item.id, item.id);
    await db.as('Ben')(releaseRun, { id: claims[0]?.run.id, fence: claims[0]?.run.fence });
  }
});

test('an answer is kept for a day, and then the key is free again', async () => {
  const options = fresh();
  const first = bodyOf(await db.operator.outcome(createItem, { title: 'Old' }, options));
  await db.database.within(db.workspace, (connection) => sweepAnswers(connection, db.clock.now - 1));
  assert.equal(bodyOf(await db.operator.outcome(createItem, { title: 'Old' }, options)).id, first.id);
  await db.database.within(db.workspace, (connection) => sweepAnswers(connection, db.clock.now + 1));
  assert.notEqual(bodyOf(await db.operator.outcome(createItem, { title: 'Old' }, options)).id, first.id);
});

test('an edit of a version that has moved on is refused with the version there is now, and changes nothing', async () => {
  const item = await db.operator<Item>(createItem, { title: 'Versioned' });
  const edited = await db.operator<Item>(updateItem, { id: item.id, title: 'Edited' }, { ifMatch: item.version });
  assert.deepEqual(await db.operator.refused(updateItem, { id: item.id, title: 'Lost' }, { ifMatch: item.version }), {
    refused: 'version_conflict',
    version: edited.version,
  });
  assert.equal((await db.operator<Item>(getItem, { id: item.id })).title, 'Edited');
});

test('of many edits of the same version at once, one wins', async () => {
  const item = await db.operator<Item>(createItem, { title: 'Versioned' });
  const outcomes = await Promise.all(
    Array.from({ length: 16 }, (_, i) =>
      db.operator.outcome(updateItem, { id: item.id, title: `Edit ${i}` }, { ifMatch: 1 }),
    ),
  );
  assert.equal(outcomes.filter((outcome) => !isRefusal(outcome)).length, 1);
  for (const outcome of outcomes.filter(isRefusal)) assert.equal(outcome.refused, 'version_conflict');
});

test('the version that an edit answers is the one that the next edit must name', async () => {
  let item = await db.operator<Item>(createItem, { title: 'Versioned' });
  for (const title of ['One', 'Two', 'Three']) {
    item = await db.operator<Item>(updateItem, { id: item.id, title }, { ifMatch: item.version });
    assert.equal((await db.operator<Item>(getItem, { id: item.id })).version, item.version);
  }
});

test('nobody may do anything without saying who they are', async () => {
  assert.equal((await db.as(null).refused(getItem, { id: 'GEN-1' })).refused, 'unauthenticated');
  assert.equal((await db.as(null).refused(createItem, { title: 'x' })).refused, 'unauthenticated');
});

test('text that cannot be stored is refused by the name of its field', async () => {
  for (const bad of ['nul \0', 'half \ud800']) {
    const refusal = await db.operator.refused(createItem, { title: 'x', criteria: [{ text: bad }] });
    assert.equal(refusal.refused, 'invalid_input');
    assert.equal((refusal['errors'] as { field: string }[])[0]?.field, 'criteria.0.text');
  }
});

test('a date that no calendar of the database knows is refused, not an error of the server', async () => {
  for (const due of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '2026-02-30T00:00:00Z']) {
    assert.equal((await db.operator.refused(createItem, { title: 'x', due })).refused, 'invalid_input', due);
    assert.equal(
      (await db.operator.refused(createRequest, { kind: 'question', text: 'x', due })).refused,
      'invalid_input',
      due,
    );
  }
});
