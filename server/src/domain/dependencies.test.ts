import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Edge, findCycle, pathBetween, refuseCycle } from './dependencies.ts';

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const graph = fc.array(fc.record({ item: node, blocker: node }), { maxLength: 14 });

/** Whether one can be reached from the other, the simplest way there is: until nothing is added any more. */
function reaches(edges: readonly Edge[], from: string, to: string): boolean {
  const seen = new Set<string>();
  let frontier = edges.filter(({ item }) => item === from).map(({ blocker }) => blocker);
  while (frontier.length > 0) {
    for (const one of frontier) seen.add(one);
    frontier = edges.filter(({ item, blocker }) => seen.has(item) && !seen.has(blocker)).map(({ blocker }) => blocker);
  }
  return seen.has(to);
}

const isPath = (path: readonly string[], edges: readonly Edge[]) =>
  path.slice(1).every((blocker, i) => edges.some((edge) => edge.item === path[i] && edge.blocker === blocker));

test('a round is found exactly when something can be reached from itself, and what is found is a round', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const round = findCycle(edges);
      assert.equal(
        round !== null,
        ['a', 'b', 'c', 'd', 'e', 'f'].some((one) => reaches(edges, one, one)),
      );
      if (!round) return;
      assert.equal(round[0], round.at(-1));
      assert(round.length > 1 && isPath(round, edges));
    }),
    { numRuns: 2_000 },
  );
});

test('a dependency is refused exactly when it would close a round, and the refusal shows that round', () => {
  fc.assert(
    fc.property(graph, node, node, (edges, item, blocker) => {
      const refusal = refuseCycle({ item, blocker }, edges);
      assert.equal(refusal !== null, item === blocker || reaches(edges, blocker, item));
      if (!refusal) return;
      const path = refusal['path'] as string[];
      assert.deepEqual([path[0], path.at(-1)], [item, item]);
      assert(isPath(path, [...edges, { item, blocker }]));
    }),
    { numRuns: 2_000 },
  );
});

test('dependencies added one by one, each if it is not refused, never make a round', () => {
  fc.assert(
    fc.property(graph, (wanted) => {
      const edges: Edge[] = [];
      for (const edge of wanted) if (!refuseCycle(edge, edges)) edges.push(edge);
      assert.equal(findCycle(edges), null);
    }),
  );
});

test('the path that is shown is the shortest', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['a', 'd'],
  ].map(([item = '', blocker = '']) => ({ item, blocker }));
  assert.deepEqual(pathBetween('a', 'd', edges), ['a', 'd']);
  assert.equal(pathBetween('d', 'a', edges), null);
});

test('a chain of a hundred thousand is no strain', () => {
  const edges = Array.from({ length: 100_000 }, (_, i) => ({ item: `${i}`, blocker: `${i + 1}` }));
  assert.equal(findCycle(edges), null);
  assert.equal(findCycle([...edges, { item: '100000', blocker: '0' }])?.length, 100_002);
  assert.equal(pathBetween('0', '100000', edges)?.length, 100_001);
});
