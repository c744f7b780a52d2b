import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import { limits } from '../../domain/limits.ts';
import cancelItem from './cancel.ts';
import createItem from './create.ts';
import dependItem from './depend.ts';
import getItem from './get.ts';
import moveItem from './move.ts';
import undependItem from './undepend.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const item = (over: object = {}) => db.operator<Item>(createItem, { title: 'x', ...over });
const read = ({ id }: { id: string }) => db.operator<Item>(getItem, { id });

test('an item waits for each of its blockers once, until it need not any longer', async () => {
  const [one, two, waits] = [await item(), await item(), await item()];
  const blocked = await db.operator<Item>(dependItem, { id: waits.id, blockedBy: [one.key, two.id, one.id] });
  assert.deepEqual([blocked.blocked, blocked.openBlockers], [true, 2]);
  assert.equal((await db.operator<Item>(dependItem, { id: waits.id, blockedBy: one.id })).openBlockers, 2);
  await db.operator(undependItem, { id: waits.id, blocker: one.key.toLowerCase() });
  assert.equal((await db.operator<Item>(undependItem, { id: waits.id, blocker: two.id })).blocked, false);
  assert.equal((await db.operator.refused(undependItem, { id: waits.id, blocker: two.id })).refused, 'not_found');
});

test('nothing waits for itself, not even by way of others: the refusal shows the round', async () => {
  const [one, two, three] = [await item(), await item(), await item()];
  await db.operator(dependItem, { id: one.id, blockedBy: two.id });
  await db.operator(dependItem, { id: two.id, blockedBy: three.id });
  assert.deepEqual(await db.operator.refused(dependItem, { id: three.id, blockedBy: one.id }), {
    refused: 'cycle',
    path: [three.id, one.id, two.id, three.id],
  });
  assert.equal((await db.operator.refused(dependItem, { id: one.id, blockedBy: one.id })).refused, 'cycle');
});

test('several blockers are added together or not at all', async () => {
  const [one, two] = [await item(), await item()];
  await db.operator(dependItem, { id: two.id, blockedBy: one.id });
  assert.equal(
    (await db.operator.refused(dependItem, { id: one.id, blockedBy: [(await item()).id, two.id] })).refused,
    'cycle',
  );
  assert.equal((await read(one)).openBlockers, 0);
});

test('dependencies are named by what exists, for work that has not ended, and within a bound', async () => {
  const ended = await item();
  await db.operator(cancelItem, { id: ended.id });
  assert.equal((await db.operator.refused(dependItem, { id: 'GEN-999999', blockedBy: ended.id })).refused, 'not_found');
  assert.equal(
    (await db.operator.refused(dependItem, { id: (await item()).id, blockedBy: 'GEN-999999' })).refused,
    'unknown_reference',
  );
  assert.equal(
    (await db.operator.refused(dependItem, { id: ended.id, blockedBy: (await item()).id })).refused,
    'wrong_state',
  );
  const many = await Promise.all(Array.from({ length: limits.blockers }, () => item()));
  const full = await item({ blockedBy: many.map(({ id }) => id) });
  assert.deepEqual(await db.operator.refused(dependItem, { id: full.id, blockedBy: (await item()).id }), {
    refused: 'limit_reached',
    limit: limits.blockers,
  });
});

test('owner, admin, who wrote the draft and whoever works on it say what it waits for; nobody else does', async () => {
  const [work, other] = [await readyItem(db.as('Ana')), await item()];
  assert.equal((await db.as('Ben').refused(dependItem, { id: work.id, blockedBy: other.id })).refused, 'forbidden');
  assert.equal((await db.as('bat').refused(moveItem, { id: work.id, parent: other.id })).refused, 'forbidden');
  await claimItem(db.as('bat'), work);
  await db.as('bat')(dependItem, { id: work.id, blockedBy: other.id });
  assert.equal((await db.as('bot').refused(undependItem, { id: work.id, blocker: other.id })).refused, 'forbidden');
  await db.as('bat')(undependItem, { id: work.id, blocker: other.id });
});

test('an item moved from one larger work to another counts on the new one alone', async () => {
  const [one, two, part] = [await item(), await item(), await item()];
  await db.operator(moveItem, { id: part.id, parent: one.id });
  await db.operator(moveItem, { id: part.id, parent: two.key });
  assert.deepEqual(
    [(await read(one)).openChildren, (await read(two)).openChildren, (await read(part)).parent],
    [0, 1, two.id],
  );
  await db.operator(moveItem, { id: part.id, parent: null });
  assert.equal((await read(two)).openChildren, 0);
});

test('nothing is a part of itself, of its own parts, or of work that has ended', async () => {
  const [whole, ended] = [await item(), await item()];
  const part = await item({ parent: whole.id });
  await db.operator(cancelItem, { id: ended.id });
  assert.equal((await db.operator.refused(moveItem, { id: whole.id, parent: part.id })).refused, 'cycle');
  assert.equal((await db.operator.refused(moveItem, { id: whole.id, parent: whole.id })).refused, 'cycle');
  assert.equal((await db.operator.refused(moveItem, { id: part.id, parent: ended.id })).refused, 'wrong_state');
  assert.equal(
    (await db.operator.refused(moveItem, { id: part.id, parent: 'GEN-999999' })).refused,
    'unknown_reference',
  );
  assert.equal((await db.operator.refused(moveItem, { id: 'GEN-999999', parent: null })).refused, 'not_found');
});
