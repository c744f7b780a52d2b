import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { checkWorld } from '../../../test/check-world.ts';
import { type Item, type Page, addPeople } from '../../../test/world.ts';
import listComments from '../item/comments.ts';
import listItems from '../item/list.ts';
import getParticipant from '../participant/get.ts';
import importItems from './create.ts';

type Report = Answer & {
  created: number;
  unchanged: number;
  states: Record<string, number>;
  people: { created: number; matched: number };
};

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const open = (ref: string, over: object = {}) => ({ ref, title: `Item ${ref}`, state: 'open', ...over });
const bring = (source: string, items: object[], over: object = {}) =>
  db.operator<Report>(importItems, { source, items, ...over });
const byTitle = async (title: string) =>
  (await db.operator<Page<Item>>(listItems, { limit: 200 })).items.find((one) => one.title === title);

test('a backlog comes in whole: what is clear is ready, what is not is a draft that says what it lacks', async () => {
  const clear = { outcome: 'True.', criteria: [{ text: 'One' }], priority: 1 };
  const report = await bring(
    'a',
    [
      open('1', clear),
      open('2', { ...clear, blockedBy: ['1'], parent: '3' }),
      open('3'),
      { ref: '4', title: 'Item 4', state: 'done', closedAt: '2025-01-02T03:04:05Z' },
      open('5', { blockedBy: ['4'], comments: [{ author: 'Zoe', text: 'Hm.', at: '2025-01-02T03:04:05Z' }] }),
    ],
    { people: [{ name: 'Zoe', kind: 'human' }] },
  );
  assert.deepEqual([report.created, report.states], [5, { draft: 2, ready: 2, done: 1 }]);
  assert.deepEqual(report['drafts'], [
    { ref: '3', title: 'Item 3', missing: ['outcome', 'criteria', 'priority'] },
    { ref: '5', title: 'Item 5', missing: ['outcome', 'criteria', 'priority'] },
  ]);
  assert.deepEqual(
    [(await byTitle('Item 2'))?.blocked, (await byTitle('Item 3'))?.openChildren, (await byTitle('Item 5'))?.blocked],
    [true, 1, false],
  );
  const comments = await db.operator<Page<{ authorName: string; at: string }>>(listComments, {
    id: (await byTitle('Item 5'))?.id,
  });
  assert.deepEqual(
    comments.items.map(({ authorName, at }) => [authorName, at]),
    [['Zoe', '2025-01-02T03:04:05.000Z']],
  );
});

test('brought in again, everything stays as it is; what is new joins it', async () => {
  await bring('b', [open('1'), open('2')]);
  const again = await bring('b', [open('1', { title: 'Other' }), open('2')]);
  assert.deepEqual([again.created, again.unchanged], [0, 2]);
  const more = await bring('b', [
    open('1'),
    open('3', { parent: '1', blockedBy: ['2'] }),
    open('4', { parent: '1' }),
    open('5', { parent: '1' }),
  ]);
  assert.deepEqual([more.created, more.unchanged], [3, 1], 'several parts of one older item');
  await checkWorld(db.database, db.workspace);
});

test('the same backlog from two people at once comes in once', async () => {
  const items = Array.from({ length: 20 }, (_, i) => open(`${i}`));
  const reports = await Promise.all([bring('c', items), bring('c', items), bring('c', items)]);
  assert.deepEqual(
    reports.map(({ created }) => created).sort((a, b) => a - b),
    [0, 0, 20],
  );
});

test('a dry run says what would happen, and nothing happens', async () => {
  const before = await db.events();
  const report = await bring('d', [open('1')], { dryRun: true, people: [{ name: 'Nia', kind: 'agent' }] });
  assert.deepEqual([report.created, report.people], [1, { created: 1, matched: 0 }]);
  assert.deepEqual(await db.events(), before);
});

test('people of the backlog are matched by name or address, or come in: agents paused, with the importer as sponsor', async () => {
  const report = await bring('e', [open('1', { assignee: 'ana', createdBy: 'robo' })], {
    people: [
      { name: 'ana', kind: 'human' },
      { name: 'robo', kind: 'agent' },
    ],
  });
  assert.deepEqual(report.people, { created: 1, matched: 1 });
  const robo = await db.operator(getParticipant, { id: 'robo' });
  assert.deepEqual(
    [robo['status'], robo['sponsor'], robo['origin']],
    ['paused', (await db.bearer('Operator')).id, 'e'],
  );
});

test('a backlog that does not hang together is refused, and nothing of it comes in', async () => {
  const before = await db.events();
  const refused = async (items: object[], over: object = {}) =>
    (await db.operator.refused(importItems, { source: 'f', items, ...over })).refused;
  assert.equal(await refused([open('1', { blockedBy: ['2'] }), open('2', { blockedBy: ['1'] })]), 'cycle');
  assert.equal(await refused([open('1', { parent: '2' }), open('2', { parent: '1' })]), 'cycle');
  assert.equal(await refused([open('1', { parent: '1' })]), 'cycle');
  assert.equal(await refused([open('1'), open('1')]), 'invalid_input');
  assert.equal(await refused([open('1', { blockedBy: ['x'] })]), 'unknown_reference');
  assert.equal(await refused([open('1', { assignee: 'Nobody' })]), 'unknown_reference');
  assert.equal(await refused([open('1')], { team: 'NONE' }), 'unknown_reference');
  assert.equal(await refused([open('1', { createdAt: 'yesterday' })]), 'invalid_input');
  assert.deepEqual(await db.events(), before);
});

test('an import of more than one statement takes is still whole or nothing', async () => {
  const items = Array.from({ length: 250 }, (_, i) =>
    open(`${i}`, i > 0 ? { blockedBy: [`${i - 1}`], parent: '0' } : {}),
  );
  assert.equal((await bring('g', items)).created, 250);
  assert.equal((await byTitle('Item 249'))?.blocked, true);
  await checkWorld(db.database, db.workspace);
});

test('only human members bring in backlogs', async () => {
  for (const who of ['bot', 'Gus'])
    assert.equal((await db.as(who).refused(importItems, { source: 'h', items: [] })).refused, 'forbidden');
});
