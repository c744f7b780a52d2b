import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from 'coact';
import { chartPoints } from './chart-points.ts';
import { measureShare } from './measure-share.ts';
import { inSight, outcomeTree, withBelow } from './outcome-tree.ts';

const outcome = (id: string, parent: string | null, open = 0, done = 0): Outcome =>
  ({ id, parent, title: id, items: { open, done }, measures: [] }) as unknown as Outcome;

const tree = outcomeTree([
  outcome('a', null, 1, 1),
  outcome('b', 'a', 2, 0),
  outcome('c', 'b', 0, 3),
  outcome('d', 'gone', 5, 0),
]);
const ids = (nodes: ReturnType<typeof inSight>) => nodes.map(({ outcome: { id } }) => id);

test('progress counts the verified work of an outcome and of all below it', () => {
  assert.deepEqual(
    inSight(tree, new Set()).map(({ outcome: { id }, level, done, all }) => [id, level, done, all]),
    [
      ['a', 1, 4, 7],
      ['b', 2, 3, 5],
      ['c', 3, 3, 3],
      ['d', 1, 0, 5],
    ],
  );
});

test('an outcome whose parent is not known stands at the top, and what is closed hides what is below', () => {
  assert.deepEqual(ids(inSight(tree, new Set(['a']))), ['a', 'd']);
  assert.deepEqual(ids(inSight(tree, new Set(['b']))), ['a', 'b', 'd']);
});

test('an outcome is never offered a place below itself', () => {
  assert.deepEqual([...withBelow(tree, 'b')], ['b', 'c']);
});

test('a measure is on its way whether it shall rise or fall, and may be further away than it was', () => {
  assert.equal(measureShare({ baseline: 10, current: 15, target: 20 }), 0.5);
  assert.equal(measureShare({ baseline: 2, current: 1.5, target: 0 }), 0.25);
  assert.equal(measureShare({ baseline: 10, current: 5, target: 20 }), -0.5);
  assert.equal(Object.is(measureShare({ baseline: 2, current: 2, target: 0 }), 0), true);
  assert.equal(measureShare({ baseline: 3, current: 3, target: 3 }), 1);
  assert.equal(measureShare({ baseline: 3, current: 4, target: 3 }), 0);
});

test('readings are drawn in time, with baseline and target in sight', () => {
  const readings = [
    { value: 30, at: '2026-03-01T00:00:00Z' },
    { value: 10, at: '2026-01-01T00:00:00Z' },
  ];
  const box = { width: 100, height: 50 };
  const { points, baseline, target } = chartPoints({ readings, baseline: 0, target: 40 }, box);
  assert.deepEqual([baseline, target], [50, 0]);
  assert.deepEqual(points, [
    { x: 0, y: 37.5 },
    { x: 100, y: 12.5 },
  ]);
  const one = chartPoints({ readings: readings.slice(0, 1), baseline: 30, target: 30 }, box);
  assert.deepEqual(one.points, [{ x: 50, y: 25 }]);
});
