import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Page, addPeople } from '../../../test/world.ts';
import { limits } from '../../domain/limits.ts';
import createTeam from '../team/create.ts';
import addMember from '../team/add-member.ts';
import createView from './create.ts';
import deleteView from './delete.ts';
import listViews from './list.ts';
import updateView from './update.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const board = { name: 'Stuck', layout: 'board', filter: 'is:blocked' };
const seen = async (who: string) => (await db.as(who)<Page<Answer>>(listViews)).items.map(({ name }) => name);

test('a view is saved with what was said, and says so in the ledger', async () => {
  const ana = db.as('Ana');
  const view = await ana(createView, { ...board, group: 'owner' });
  const look = { ...board, group: 'owner', sort: null, team: null, shared: false };
  assert.deepEqual(
    { ...view, createdAt: 0, updatedAt: 0 },
    { id: view.id, ...look, creator: view['creator'], version: 1, createdAt: 0, updatedAt: 0 },
  );
  const [event] = await db.events('view.created');
  assert.deepEqual(event?.data, { id: view.id, ...look, creator: view['creator'] });
  assert.equal(event?.subject, view.id);
  assert.deepEqual((await ana<Page<Answer>>(listViews)).items, [view]);
});

test('a view is its creator’s own until it is shared with a team or with everybody', async () => {
  await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  await db.operator(addMember, { id: 'OPS', participant: 'Ben' });
  await db.operator(addMember, { id: 'GEN', participant: 'bot' });
  const { id } = await db.as('Ana')(createView, board);
  assert.deepEqual([await seen('Ana'), await seen('Ben'), await seen('bot')], [['Stuck'], [], []]);
  await db.as('Ana')(updateView, { id, team: 'ops' });
  assert.deepEqual([await seen('Ben'), await seen('bot')], [['Stuck'], []]);
  assert.deepEqual(await seen('bat'), ['Stuck'], 'whoever is in no team works for every team');
  await db.as('Ana')(updateView, { id, team: null, shared: true });
  assert.deepEqual([await seen('Ben'), await seen('bot'), await seen('Gus')], [['Stuck'], ['Stuck'], []]);
});

test('its creator or an admin changes or deletes a view, and nobody else', async () => {
  const { id } = await db.as('Ana')(createView, { ...board, shared: true });
  for (const [operation, input] of [
    [updateView, { id, name: 'Mine' }],
    [deleteView, { id }],
  ] as const) {
    for (const who of ['Ben', 'bot'])
      assert.equal((await db.as(who).refused(operation, input)).refused, 'forbidden', `${operation.name} by ${who}`);
  }
  assert.equal((await db.operator(updateView, { id, layout: 'table', filter: '' }))['layout'], 'table');
  await db.operator(deleteView, { id });
  assert.deepEqual(await seen('Ana'), []);
  assert.deepEqual((await db.events('view.deleted'))[0]?.data, { id, name: 'Stuck' });
});

test('a change says what differs; one of nothing, or of another version, changes nothing', async () => {
  const ana = db.as('Ana');
  const made = await ana(createView, { ...board, sort: 'due' });
  db.clock.advance(1000);
  const changed = await ana(updateView, { id: made.id, sort: null, layout: 'list' }, { ifMatch: 1 });
  assert.deepEqual({ ...changed, updatedAt: made['updatedAt'] }, { ...made, sort: null, layout: 'list', version: 2 });
  assert.notEqual(changed['updatedAt'], made['updatedAt']);
  assert.deepEqual(await ana(updateView, { id: made.id, layout: 'list' }), changed);
  assert.equal((await db.events('view.updated')).length, 1);
  assert.deepEqual(await ana.refused(updateView, { id: made.id, name: 'x' }, { ifMatch: 1 }), {
    refused: 'version_conflict',
    version: 2,
  });
});

test('what a view names has to exist, and what it says has to make sense', async () => {
  const ana = db.as('Ana');
  const nowhere = '0197a000-0000-7000-8000-00000000dead';
  assert.equal((await ana.refused(createView, { ...board, team: 'NONE' }))['field'], 'team');
  assert.equal((await ana.refused(createView, { ...board, layout: 'pie' })).refused, 'invalid_input');
  assert.equal((await ana.refused(createView, { ...board, name: ' ' })).refused, 'invalid_input');
  const long = 'x'.repeat(limits.viewFilterLength + 1);
  assert.equal((await ana.refused(createView, { ...board, filter: long })).refused, 'invalid_input');
  const { id } = await ana(createView, board);
  assert.equal((await ana.refused(updateView, { id, team: 'NONE' })).refused, 'unknown_reference');
  for (const operation of [updateView, deleteView])
    for (const id of [nowhere, 'x']) assert.equal((await ana.refused(operation, { id })).refused, 'not_found');
  assert.equal((await ana.refused(listViews, { cursor: 'x' })).refused, 'invalid_input');
  assert.equal((await db.as('Gus').refused(createView, board)).refused, 'forbidden');
  assert.equal((await db.as(null).refused(createView, board)).refused, 'unauthenticated');
});

test('nobody saves more views than the limit, also not with several at once', async () => {
  const ana = db.as('Ana');
  for (let i = 1; i < limits.views; i += 1) await ana(createView, { ...board, name: `View ${i}` });
  await db.warmUp();
  const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => ana.outcome(createView, { ...board, name })));
  assert.deepEqual(
    outcomes.filter((outcome) => 'refused' in outcome),
    [1, 2].map(() => ({ refused: 'limit_reached', limit: limits.views })),
  );
  await db.as('Ben')(createView, board);
  await checkWorld(db.database, db.workspace);
});

test('views are listed page by page', async () => {
  const ana = db.as('Ana');
  for (const name of ['One', 'Two', 'Three']) await ana(createView, { ...board, name });
  const first = await ana<Page<Answer>>(listViews, { limit: 2 });
  const second = await ana<Page<Answer>>(listViews, { limit: 2, cursor: first.next });
  assert.deepEqual(
    [...first.items, ...second.items].map(({ name }) => name),
    ['One', 'Two', 'Three'],
  );
  assert.equal(second.next, null);
});

test('the ledger tells what became of each view', async () => {
  const ana = db.as('Ana');
  const { id } = await ana(createView, board);
  const { id: gone } = await ana(createView, { ...board, name: 'Gone' });
  await ana(updateView, { id, name: 'Still stuck', shared: true });
  await ana(deleteView, { id: gone });
  await checkWorld(db.database, db.workspace);
});
