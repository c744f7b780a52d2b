import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everything } from './filter/filter.ts';
import { findWork, readFilter, sortWork } from './find-work.ts';
import { exampleFacts, exampleItem } from './testing/example-item.ts';

const items = new Map(
  [
    exampleItem({ id: '1', key: 'OPS-1', priority: 2 }),
    exampleItem({ id: '2', key: 'OPS-2', priority: 0, due: '2026-12-01T00:00:00.000Z' }),
    exampleItem({ id: '3', key: 'OPS-10', title: 'Alpha', due: '2026-11-26T00:00:00.000Z' }),
    exampleItem({ id: '4', key: 'OPS-4', state: 'done', priority: 0 }),
  ].map((item) => [item.id, item]),
);
const facts = exampleFacts({ items });
const found = (typed: string, withEnded = false) =>
  findWork(sortWork('', facts), readFilter(typed).filter, facts, withEnded).map(({ id }) => id);
const sorted = (sort: string) => sortWork(sort, facts).map(({ id }) => id);

test('the most urgent work comes first, and what nobody gave a priority comes last', () => {
  assert.deepEqual(found(''), ['2', '1', '3']);
});

test('ended work is found only when it is asked for', () => {
  assert.deepEqual(found('state:done'), ['4']);
  assert.deepEqual(found('', true), ['2', '4', '1', '3']);
});

test('a column sorts, a minus turns it round, and keys sort by their number', () => {
  assert.deepEqual(sorted('key'), ['1', '2', '4', '3']);
  assert.deepEqual(sorted('-key'), ['3', '4', '2', '1']);
  assert.deepEqual(sorted('due').slice(0, 2), ['3', '2']);
  assert.deepEqual(sorted('nonsense'), sorted(''));
});

test('while a part of the filter is not yet finished, the rest of it goes on holding', () => {
  const { filter, trouble } = readFilter('alpha risk:');
  assert.deepEqual(filter, { is: 'text', text: 'alpha' });
  assert.deepEqual(trouble?.why, { is: 'no value', key: 'risk' });
  assert.deepEqual(readFilter('risk:').filter, everything);
  assert.deepEqual(readFilter('foo: (', filter).filter, filter);
});
