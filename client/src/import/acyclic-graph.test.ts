import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createAcyclicGraph, type Edge } from './acyclic-graph.ts';

/** Whether `to` leads back to `from`, by walking everything. */
function closesCycle(edges: readonly Edge[], { from, to }: Edge): boolean {
  const reached = new Set([to]);
  for (const node of reached) for (const edge of edges) if (edge.from === node) reached.add(edge.to);
  return reached.has(from);
}

const node = fc.integer({ min: 0, max: 9 }).map(String);
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 40 });

test('an edge is left out exactly when it closes a cycle with those added before it', () => {
  fc.assert(
    fc.property(edges, (proposed) => {
      const graph = createAcyclicGraph(proposed);
      const added: Edge[] = [];
      for (const edge of proposed) {
        const closes = closesCycle(added, edge);
        assert.equal(graph.add(edge), !closes);
        if (!closes) added.push(edge);
      }
    }),
    { numRuns: 500 },
  );
});

test('a chain longer than the stack is no trouble, and the edge that closes it is left out', () => {
  const chain = Array.from({ length: 50_000 }, (_, index) => ({ from: `n${index + 1}`, to: `n${index}` }));
  const closing = { from: 'n0', to: 'n50000' };
  const graph = createAcyclicGraph([...chain, closing]);
  assert(chain.every((edge) => graph.add(edge)));
  assert.equal(graph.add(closing), false);
});
