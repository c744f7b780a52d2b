import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { type Item, type Page, type Request, addPeople, clear, readyItem } from '../../../test/world.ts';
import getItem from '../item/get.ts';
import listItems from '../item/list.ts';
import createRequest from './create.ts';
import preview from './preview.ts';
import respond from './respond.ts';

type Step = {
  step: number;
  summary: string;
  input: object;
  changes: object[];
  refusal: { code: string } | null;
  moved: string[];
  makes: boolean;
};
type Preview = { steps: Step[]; because: string[]; rules: string[] };

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const propose = (who: string, operations: object[]) =>
  db.as(who)<Request & Answer>(createRequest, { kind: 'proposal', to: 'Ana', text: 'A plan.', operations });
const errorsOf = (refusal: Refusal) => JSON.stringify(refusal['errors']);
const read = (id: string) => db.operator<Item>(getItem, { id });
const titled = async (title: string) =>
  (await db.operator<Page<Item>>(listItems, { limit: 200 })).items.filter((one) => one.title === title);
const of = ($step: number, field = 'id') => ({ $step, field });
const create = (title: string) => ({ operation: 'item.create', input: { title, ...clear } });

test('a preview says what each step would do now, and writes nothing', async () => {
  const item = await readyItem(db.as('Ana'));
  const steps = [
    { operation: 'item.update', input: { id: item.key, priority: 3 } },
    create('Ahead'),
    { operation: 'item.commit', input: { id: of(2) } },
    { operation: 'item.commit', input: { id: item.key } },
  ];
  const { id } = await propose('bot', steps);
  const before = (await db.events()).length;
  const ahead = await db.as('Ana')<Preview>(preview, { id });
  assert.deepEqual(ahead.steps[0]?.changes, [{ field: 'priority', before: 1, after: 3 }]);
  assert.deepEqual(
    ahead.steps.map(({ makes, refusal }) => [makes, refusal?.code ?? null]),
    [
      [false, null],
      [true, null],
      [false, null],
      [false, 'wrong_state'],
    ],
  );
  assert.equal(ahead.steps[1]?.summary, 'Write down “Ahead”.');
  assert.equal(ahead.steps[2]?.refusal, null, 'it sees what the step before it made');
  assert.deepEqual(
    [(await db.events()).length, (await read(item.id)).priority, await titled('Ahead')],
    [before, 1, []],
  );
  const only = await db.as('Ana')<Preview>(preview, { id, steps: [1] });
  assert.deepEqual(
    only.steps.map(({ step }) => step),
    [1],
  );
  assert.equal((await db.as('Ana').refused(preview, { id: 'nothing' })).refused, 'not_found');
  assert.match(errorsOf(await db.as('Ana').refused(preview, { id, steps: [3] })), /needs step 2/);
  await db.as('Ana')(respond, { id, accept: false, reason: 'No.' });
  assert.equal((await db.as('Ana').refused(preview, { id })).refused, 'wrong_state');
});

test('a preview with edits says what the steps would do as they are edited, and keeps nothing', async () => {
  const item = await readyItem(db.as('Ana'));
  const { id } = await propose('bot', [
    create('As proposed'),
    { operation: 'item.update', input: { id: item.key, priority: 3 } },
  ]);
  const edits = [
    { step: 1, input: { title: 'As edited', ...clear } },
    { step: 2, input: { id: item.key, priority: 4 } },
  ];
  const edited = await db.as('Ana')<Preview>(preview, { id, edits });
  assert.deepEqual([edited.steps[0]?.summary, edited.steps[1]?.input], ['Write down “As edited”.', edits[1]?.input]);
  assert.deepEqual(edited.steps[1]?.changes, [{ field: 'priority', before: 1, after: 4 }]);
  const wrong = [{ step: 1, input: { title: '' } }];
  assert.match(errorsOf(await db.as('Ana').refused(preview, { id, edits: wrong })), /title/);
  assert.match(errorsOf(await db.as('Ana').refused(preview, { id, edits: [{ step: 9, input: {} }] })), /no step 9/);
  const { steps } = await db.as('Ana')<Preview>(preview, { id });
  assert.equal(steps[0]?.summary, 'Write down “As proposed”.');
});
