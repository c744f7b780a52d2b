import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Page, addPeople } from '../../../test/world.ts';
import { limits } from '../../domain/limits.ts';
import type { Operation } from '../define.ts';
import updateParticipant from '../participant/update.ts';
import createOutcome from './create.ts';
import endOutcome from './end.ts';
import getOutcome from './get.ts';
import listOutcomes from './list.ts';
import measureOutcome from './measure.ts';
import updateOutcome from './update.ts';

type Reading = { value: number; at: string; by: string; note: string | null };
type Measure = { id: string; name: string; baseline: number; target: number; current: number; readings: Reading[] };
type Outcome = Answer & { title: string; parent: string | null; owner: string; state: string; measures: Measure[] };

const nowhere = '0197a000-0000-7000-8000-00000000dead';
const uptime = { name: 'Uptime', unit: '%', baseline: 98, target: 99.9 };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const outcomeOf = (who: string, over: object = {}) =>
  db.as(who)<Outcome>(createOutcome, { title: 'It stays up', measures: [uptime], ...over });
const refusedWith = async (who: string, operation: Operation, input: object, ifMatch?: number) =>
  (await db.as(who).refused(operation, input, ifMatch === undefined ? {} : { ifMatch })).refused;

test('an outcome says what is wanted, by when one knows it, and who is accountable', async () => {
  const made = await outcomeOf('Ana', { description: 'So that nobody is woken.' });
  assert.deepEqual(made.measures, [{ id: 'm1', ...uptime, current: 98, readings: [] }]);
  const { title, parent, owner, state, version, description, items } = made;
  assert.deepEqual(
    { title, parent, owner, state, version, description, items },
    {
      title: 'It stays up',
      parent: null,
      owner: people.ana,
      state: 'open',
      version: 1,
      description: 'So that nobody is woken.',
      items: { open: 0, done: 0 },
    },
  );
  assert.deepEqual(await db.as('Ben')(getOutcome, { id: made.id }), made);
  const [event] = (await db.events('outcome.created')).slice(-1);
  assert.deepEqual([event?.subject, event?.authority], [made.id, 'base: human member may outcome.create']);
});

test('people write outcomes down; agents and guests do not', async () => {
  for (const who of ['bot', 'Gus']) assert.equal(await refusedWith(who, createOutcome, { title: 'x' }), 'forbidden');
});

test('somebody else is made accountable only if they are human and active', async () => {
  assert.equal((await outcomeOf('Ana', { owner: 'Ben' })).owner, people.ben);
  assert.equal(await refusedWith('Ana', createOutcome, { title: 'x', owner: 'bot' }), 'unknown_reference');
  assert.equal(await refusedWith('Ana', createOutcome, { title: 'x', owner: 'Nobody' }), 'unknown_reference');
  await db.operator(updateParticipant, { id: 'Ben', status: 'paused' });
  assert.equal(await refusedWith('Ana', createOutcome, { title: 'x', owner: 'Ben' }), 'not_active');
  const { id } = await outcomeOf('Ana');
  assert.equal(await refusedWith('Ana', updateOutcome, { id, owner: 'Ben' }), 'not_active');
  await db.operator(updateParticipant, { id: 'Ben', status: 'active' });
});

test('the owner, the creator or an admin changes, measures and ends an outcome; nobody else, and no agent', async () => {
  const { id } = await outcomeOf('Ana', { owner: 'Operator' });
  for (const who of ['Ben', 'bot']) {
    assert.equal(await refusedWith(who, updateOutcome, { id, title: 'x' }), 'forbidden');
    assert.equal(await refusedWith(who, measureOutcome, { id, measure: 'm1', value: 1 }), 'forbidden');
    assert.equal(await refusedWith(who, endOutcome, { id, as: 'achieved' }), 'forbidden');
  }
  await db.as('Ana')(updateOutcome, { id, title: 'It never falls' });
  await db.operator(measureOutcome, { id, measure: 'm1', value: 99 });
  await db.as('Ana')(endOutcome, { id, as: 'abandoned' });
});

test('what does not exist is said to be missing', async () => {
  for (const [operation, input] of [
    [getOutcome, { id: nowhere }],
    [getOutcome, { id: 'no id at all' }],
    [updateOutcome, { id: nowhere, title: 'x' }],
    [measureOutcome, { id: nowhere, measure: 'm1', value: 1 }],
    [measureOutcome, { id: (await outcomeOf('Operator')).id, measure: 'm7', value: 1 }],
    [endOutcome, { id: nowhere, as: 'achieved' }],
  ] as const)
    assert.equal(await refusedWith('Operator', operation, input), 'not_found', operation.name);
  assert.equal(await refusedWith('Ana', createOutcome, { title: 'x', parent: nowhere }), 'unknown_reference');
  assert.equal(await refusedWith('Ana', listOutcomes, { parent: nowhere }), 'unknown_reference');
  assert.equal(await refusedWith('Ana', listOutcomes, { owner: 'Nobody' }), 'unknown_reference');
});

test('an edit is made on the version that was read; an edit of nothing leaves no trace', async () => {
  const made = await outcomeOf('Ana');
  const edited = await db.as('Ana')<Outcome>(
    updateOutcome,
    { id: made.id, title: 'New', measures: [{ ...uptime, id: 'm1', target: 99 }] },
    { ifMatch: 1 },
  );
  assert.deepEqual([edited.title, edited.version, edited.measures[0]?.target], ['New', 2, 99]);
  assert.equal(await refusedWith('Ana', updateOutcome, { id: made.id, title: 'x' }, 1), 'version_conflict');
  const events = (await db.events()).length;
  const { title, description, parent, owner } = edited;
  const measures = edited.measures.map(({ readings: _, ...one }) => one);
  const same = { id: made.id, title, description, parent, owner, measures };
  assert.deepEqual(await db.as('Ana')(updateOutcome, same), edited);
  assert.equal((await db.events()).length, events);
});

test('outcomes make a tree: none is a part of itself, and they nest to a bounded depth', async () => {
  const chain = [await outcomeOf('Ana')];
  for (let i = 1; i < limits.depth; i += 1) chain.push(await outcomeOf('Ana', { parent: chain.at(-1)?.id }));
  const [top, next] = chain.map(({ id }) => id);
  const deepest = chain.at(-1)?.id;
  assert.deepEqual(await db.as('Ana').refused(updateOutcome, { id: top, parent: next }), {
    refused: 'cycle',
    field: 'parent',
    path: [top, next, top],
  });
  assert.equal(await refusedWith('Ana', updateOutcome, { id: top, parent: top }), 'cycle');
  assert.equal(await refusedWith('Ana', createOutcome, { title: 'x', parent: deepest }), 'limit_reached');
  const other = await outcomeOf('Ana');
  assert.equal(await refusedWith('Ana', updateOutcome, { id: top, parent: other.id }), 'limit_reached');
  assert.equal((await db.as('Ana')<Outcome>(updateOutcome, { id: next, parent: null })).parent, null);
  const under = await db.as('Ana')<Page<Outcome>>(listOutcomes, { parent: next });
  assert.deepEqual(
    under.items.map(({ id }) => id),
    [chain[2]?.id],
  );
});

test('two moves at once cannot put two outcomes into each other', async () => {
  const [one, other] = [await outcomeOf('Ana'), await outcomeOf('Ana')];
  await db.warmUp();
  for (let round = 0; round < 10; round += 1) {
    const outcomes = await Promise.all([
      db.as('Ana').outcome(updateOutcome, { id: one.id, parent: other.id }),
      db.as('Ana').outcome(updateOutcome, { id: other.id, parent: one.id }),
    ]);
    assert.equal(outcomes.filter((each) => 'refused' in each && each.refused === 'cycle').length, 1);
    for (const { id } of [one, other]) await db.as('Ana')(updateOutcome, { id, parent: null });
  }
});

test('each reading is kept with its date, and the last fifty are shown', async () => {
  const { id } = await outcomeOf('Ana');
  for (let i = 0; i < limits.readings; i += 1) await db.as('Ana')(measureOutcome, { id, measure: 'm1', value: i });
  db.clock.advance(1000);
  await db.operator(measureOutcome, { id, measure: 'm1', value: 99.5, note: 'From the monitor.' });
  const read = await db.as('bot')<Outcome>(getOutcome, { id });
  const [measure] = read.measures;
  assert.equal(measure?.current, 99.5);
  assert.equal(measure?.readings.length, limits.readings);
  assert.equal(measure?.readings[0]?.value, 1);
  assert.deepEqual(measure?.readings.at(-1), {
    value: 99.5,
    at: new Date(db.clock.now).toISOString(),
    by: (await db.bearer('Operator')).id,
    note: 'From the monitor.',
  });
  assert.equal(read.version, limits.readings + 2);
  const edited = await db.as('Ana')<Outcome>(updateOutcome, { id, title: 'New' });
  assert.deepEqual(edited.measures, read.measures, 'every answer about one outcome has its readings');
  const listed = await db.as('Ana')<Page<Outcome>>(listOutcomes, { owner: 'Ana', limit: 200 });
  assert.deepEqual(listed.items.find((one) => one.id === id)?.measures[0]?.readings, []);
});

test('readings taken at once are all kept', async () => {
  const { id } = await outcomeOf('Ana');
  await db.warmUp();
  await Promise.all([1, 2, 3, 4, 5].map((value) => db.as('Ana')(measureOutcome, { id, measure: 'm1', value })));
  const [measure] = (await db.as('Ana')<Outcome>(getOutcome, { id })).measures;
  assert.deepEqual(measure?.readings.map(({ value }) => value).toSorted(), [1, 2, 3, 4, 5]);
  assert.equal(measure?.readings.at(-1)?.value, measure?.current);
});

test('an outcome ends once, after what is under it, and takes nothing new in', async () => {
  const above = await outcomeOf('Ana');
  const under = await outcomeOf('Ana', { parent: above.id });
  assert.deepEqual(await db.as('Ana').refused(endOutcome, { id: above.id, as: 'achieved' }), {
    refused: 'outcomes_open',
    outcomes: [under.id],
  });
  await db.as('Ana')(endOutcome, { id: under.id, as: 'abandoned', reason: 'Not needed.' });
  const ended = await db.as('Ana')<Outcome>(endOutcome, { id: above.id, as: 'achieved' });
  assert.deepEqual([ended.state, ended.version], ['achieved', 2]);
  assert.equal(await refusedWith('Ana', endOutcome, { id: above.id, as: 'abandoned' }), 'wrong_state');
  assert.equal(await refusedWith('Ana', updateOutcome, { id: above.id, title: 'x' }), 'wrong_state');
  assert.equal(await refusedWith('Ana', createOutcome, { title: 'x', parent: above.id }), 'wrong_state');
  await db.as('Ana')(measureOutcome, { id: above.id, measure: 'm1', value: 99.9, note: 'It lasts.' });
  assert.equal(await refusedWith('Ana', measureOutcome, { id: under.id, measure: 'm1', value: 1 }), 'wrong_state');
  const open = await db.as('Ana')<Page<Outcome>>(listOutcomes, { state: 'achieved' });
  assert.deepEqual(
    open.items.map(({ id }) => id),
    [above.id],
  );
});

test('an outcome that ends while something new is put under it never holds an open one', async () => {
  await db.warmUp();
  for (let round = 0; round < 10; round += 1) {
    const above = await outcomeOf('Ana');
    await Promise.all([
      db.as('Ana').outcome(createOutcome, { title: 'Under', parent: above.id }),
      db.as('Ana').outcome(endOutcome, { id: above.id, as: 'achieved' }),
    ]);
    const { state } = await db.as('Ana')<Outcome>(getOutcome, { id: above.id });
    const { items } = await db.as('Ana')<Page<Outcome>>(listOutcomes, { parent: above.id, state: 'open' });
    assert(state === 'open' || items.length === 0);
  }
});

test('nobody retires who is accountable for an open outcome', async () => {
  const { id } = await outcomeOf('Ben');
  const refused = await db.operator.refused(updateParticipant, { id: 'Ben', status: 'retired' });
  assert.equal(refused.refused, 'still_accountable');
  assert((refused['outcomes'] as string[]).includes(id));
});

test('outcomes are listed page by page, the oldest first', async () => {
  const all = await db.operator<Page<Outcome>>(listOutcomes, { limit: 200 });
  const first = await db.operator<Page<Outcome>>(listOutcomes, { limit: 3 });
  const second = await db.operator<Page<Outcome>>(listOutcomes, { limit: 200, cursor: first.next });
  assert.deepEqual([...first.items, ...second.items], all.items);
  assert.equal(await refusedWith('Ana', listOutcomes, { cursor: 'x' }), 'invalid_input');
});

test('the ledger tells exactly what the outcomes are', async () => {
  await checkWorld(db.database, db.workspace);
});
