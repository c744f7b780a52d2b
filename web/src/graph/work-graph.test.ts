import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemSummary } from 'coact';
import { collapse } from './collapse.ts';
import { criticalPath, remainingOf } from './critical-path.ts';
import { holdsUp } from './holds-up.ts';
import { layersOf, ranksOf } from './layers.ts';
import { groupsOf, place } from './place.ts';
import { walk } from './walk.ts';
import { workGraph } from './work-graph.ts';

const item = (id: string, more: Partial<ItemSummary> = {}): ItemSummary =>
  ({ id, key: id.toUpperCase(), title: id, state: 'ready', parent: null, run: null, ...more }) as ItemSummary;

/** `b: ['a']` says that b waits for a. */
function graphOf(waits: Record<string, string[]>, items: ItemSummary[] = []) {
  const named = new Map(items.map((one) => [one.id, one]));
  const ids = new Set([...Object.keys(waits), ...Object.values(waits).flat()]);
  const all = [...ids].map((id) => named.get(id) ?? item(id));
  return workGraph({ items: all, all: new Map(), blockers: new Map(Object.entries(waits)) });
}

test('only work that waits or holds up is drawn, and the rest is counted', () => {
  const items = [item('a'), item('b'), item('c'), item('d', { parent: 'c' })];
  const graph = workGraph({ items, all: new Map(), blockers: new Map([['b', ['a']]]) });
  assert.deepEqual(graph.nodes.map(({ id }) => id).toSorted(), ['a', 'b', 'c', 'd']);
  assert.deepEqual(graph.links, [
    { from: 'a', to: 'b', kind: 'blocks' },
    { from: 'd', to: 'c', kind: 'part' },
  ]);
  const lone = workGraph({ items: [...items, item('e')], all: new Map(), blockers: new Map() });
  assert.equal(lone.alone, 3);
});

test('what an item waits for is drawn though it lies outside of what is shown, and is marked so', () => {
  const graph = workGraph({
    items: [item('b')],
    all: new Map([['a', item('a')]]),
    blockers: new Map([['b', ['a', 'gone']]]),
  });
  assert.deepEqual([...graph.outside], ['a']);
  assert.equal(graph.alone, 0);
  assert.equal(graph.links.length, 1);
});

test('the critical path is the longest chain of open work, from what comes first', () => {
  assert.deepEqual(criticalPath(graphOf({ b: ['a'], c: ['b'], x: ['a'], c2: ['x', 'y'], d: ['c'] })), [
    'a',
    'b',
    'c',
    'd',
  ]);
  assert.deepEqual(criticalPath(graphOf({})), []);
});

test('ended work is on no critical path, and what is nearly done counts for what remains of it', () => {
  const run = (progress: number) => ({ state: 'active', run: { progress } }) as Partial<ItemSummary>;
  assert.deepEqual(criticalPath(graphOf({ b: ['a'], c: ['b'] }, [item('a', { state: 'done' })])), ['b', 'c']);
  assert.deepEqual(criticalPath(graphOf({ z: ['a', 'b'] }, [item('a', run(0.9)), item('b', run(0.2))])), ['b', 'z']);
  assert.equal(remainingOf(item('a', run(1))) > 0, true);
});

test('a circle in what was imported does not hang the page', () => {
  assert.deepEqual(criticalPath(graphOf({ a: ['b'], b: ['a'], d: ['c'] })), ['c', 'd']);
  assert.equal(place(graphOf({ a: ['b'], b: ['a'] })).size, 2);
});

test('an item holds up everything behind it, each counted once', () => {
  const { links } = graphOf({ b: ['a'], c: ['a'], d: ['b', 'c'] });
  assert.deepEqual(Object.fromEntries(holdsUp(links)), { a: 3, b: 1, c: 1 });
});

test('a picture that would be too large folds parts into their parent, then leaves out what holds up the least', () => {
  const items = [item('p'), ...['1', '2', '3'].map((id) => item(id, { parent: 'p' })), item('q')];
  const graph = workGraph({ items, all: new Map(), blockers: new Map([['q', ['p']]]) });
  const folded = collapse(graph, { limit: 2 });
  assert.deepEqual(
    folded.nodes.map(({ id }) => id),
    ['p', 'q'],
  );
  assert.deepEqual([...folded.folded], [['p', 3]]);
  const smaller = collapse(graph, { limit: 1, keep: ['q'] });
  assert.deepEqual(
    smaller.nodes.map(({ id }) => id),
    ['q'],
  );
  assert.equal(smaller.left, 1);
  assert.equal(collapse(graph).nodes.length, 5);
});

test('groups that have nothing to do with each other do not overlap, and what comes first is on the left', () => {
  const graph = graphOf({ b: ['a'], c: ['b'], y: ['x'] });
  assert.deepEqual(
    groupsOf(graph).map(({ ids }) => ids.length),
    [3, 2],
  );
  const points = place(graph);
  const at = (id: string) => points.get(id) ?? { x: NaN, y: NaN };
  assert.equal(at('a').x < at('b').x && at('b').x < at('c').x && at('x').x < at('y').x, true);
  assert.equal(new Set([...points.values()].map(({ x, y }) => `${x},${y}`)).size, 5);
});

test('arrows walk to what comes first, to what waits, and up and down', () => {
  const { links } = graphOf({ b: ['a'], c: ['a'] });
  const points = new Map([
    ['a', { x: 0, y: 50 }],
    ['b', { x: 300, y: 0 }],
    ['c', { x: 300, y: 120 }],
  ]);
  const from = (from: string) => ({ from, points, links });
  assert.equal(walk('ArrowRight', from('a')), 'b');
  assert.equal(walk('ArrowDown', from('b')), 'c');
  assert.equal(walk('ArrowUp', from('c')), 'b');
  assert.equal(walk('ArrowLeft', from('c')), 'a');
  assert.equal(walk('ArrowLeft', from('a')), null);
});

test('a plan of hundreds of items that wait for each other is placed at once, each after all that it waits for', () => {
  const waits = Object.fromEntries(
    Array.from({ length: 390 }, (_, i) => [`n${i + 9}`, [`n${Math.floor((i + 9) / 2)}`, `n${i + 8 - (i % 5)}`]]),
  );
  const graph = graphOf(waits);
  const begun = performance.now();
  const points = place(graph);
  assert.equal(performance.now() - begun < 1_000, true);
  const x = (id: string) => points.get(id)?.x ?? NaN;
  assert.equal(
    graph.links.every(({ from, to }) => x(from) < x(to)),
    true,
  );
  assert.equal(new Set([...points.values()].map(({ x, y }) => `${x},${y}`)).size, graph.nodes.length);
});

test('within a column, items stand in the order of what they wait for', () => {
  const { links } = graphOf({ c: ['a'], d: ['b'] });
  const work = { ids: ['a', 'b', 'd', 'c'], links };
  assert.deepEqual(layersOf(work, ranksOf(work)), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
});
