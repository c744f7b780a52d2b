/** Leaves from `from` up to, but not including, `to`. */
export type Range = { from: number; to: number };

/** A subtree with all its `2 ** height` leaves, the `index`-th of that height from the left. */
export type Subtree = { height: number; index: number };

/** The two children of a node (RFC 6962: the left one has the largest power of two of leaves that leaves some to the right). */
export function splitRange({ from, to }: Range): { left: Range; right: Range } {
  const middle = from + 2 ** floorLog2(to - from - 1);
  return { left: { from, to: middle }, right: { from: middle, to } };
}

/**
 * The complete subtrees that make up a node's leaves, from the left, the largest first. The node's hash is theirs, joined
 * from the right.
 */
export function completeSubtrees({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let start = from; start < to;) {
    const height = floorLog2(to - start);
    subtrees.push({ height, index: start / 2 ** height });
    start += 2 ** height;
  }
  return subtrees;
}

/** Exact for every safe integer from 1 on; Math.log2 rounds 2 ** 49 - 1 up. */
const floorLog2 = (count: number): number => count.toString(2).length - 1;
