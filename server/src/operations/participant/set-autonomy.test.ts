import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { addPeople, claimItem, readyItem } from '../../../test/world.ts';
import createItem from '../item/create.ts';
import claimWork from '../work/claim.ts';
import releaseRun from '../run/release.ts';
import getParticipant from './get.ts';
import setAutonomy from './set-autonomy.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const set = (who: string, said: object) => db.as(who)(setAutonomy, { id: 'bot', ...said });
const refused = (who: string, said: object) => db.as(who).refused(setAutonomy, { id: 'bot', ...said });

test('an agent acts and reports unless somebody says otherwise; people have no level', async () => {
  const usual = { level: 'reporting', byType: {}, ceiling: 'reporting' };
  assert.deepEqual((await db.operator(getParticipant, { id: 'bot' }))['autonomy'], usual);
  assert.equal((await db.operator(getParticipant, { id: 'Ana' }))['autonomy'], null);
});

test('a sponsor sets the level up to the ceiling, an admin the ceiling', async () => {
  assert.deepEqual(await refused('Ana', { level: 'autonomous' }), {
    refused: 'above_ceiling',
    level: 'autonomous',
    ceiling: 'reporting',
  });
  assert.equal((await refused('Ana', { byType: { bug: 'autonomous' } })).refused, 'above_ceiling');
  assert.equal((await refused('Ana', { ceiling: 'autonomous' })).refused, 'forbidden');
  await set('Operator', { ceiling: 'autonomous' });
  const set2 = await set('Ana', { level: 'autonomous', byType: { bug: 'observer' } });
  assert.deepEqual(set2['autonomy'], { level: 'autonomous', byType: { bug: 'observer' }, ceiling: 'autonomous' });
  const [, last] = await db.events('participant.autonomy_set');
  assert.deepEqual(last?.authority, 'base: sponsor may participant.set_autonomy');
});

test('nobody else does, least of all an agent', async () => {
  for (const who of ['Ben', 'bot', 'bat'])
    assert.equal((await refused(who, { level: 'observer' })).refused, 'forbidden');
  assert.equal((await db.operator.refused(setAutonomy, { id: 'Ana', level: 'observer' })).refused, 'invalid_input');
  assert.equal((await db.operator.refused(setAutonomy, { id: 'Nobody', level: 'observer' })).refused, 'not_found');
  const stale = await db.operator.refused(setAutonomy, { id: 'bot', level: 'observer' }, { ifMatch: 1 });
  assert.equal(stale.refused, 'version_conflict');
});

test('a lower level counts at once, by type of work, and a lower ceiling caps it', async () => {
  const bug = await readyItem(db.operator, { type: 'bug' });
  const task = await readyItem(db.operator);
  assert.equal((await db.as('bot').refused(claimWork, { item: bug.id })).refused, 'forbidden_by_policy');
  const { run } = await claimItem(db.as('bot'), task);
  await set('Operator', { ceiling: 'recommender' });
  assert.equal((await db.as('bot').refused(claimWork, { item: bug.id })).refused, 'forbidden_by_policy');
  await db.as('bot')(createItem, { title: 'It still proposes' });
  await db.as('bot')(releaseRun, { id: run.id, fence: run.fence });
  const capped = await db.as('bot').refused(claimWork, { item: task.id });
  assert.deepEqual(capped['rules'], ['recommenders-only-propose']);
});

test('what is so already leaves no event', async () => {
  const before = (await db.events('participant.autonomy_set')).length;
  await set('Operator', { ceiling: 'recommender' });
  assert.equal((await db.events('participant.autonomy_set')).length, before);
  await checkWorld(db.database, db.workspace);
});
