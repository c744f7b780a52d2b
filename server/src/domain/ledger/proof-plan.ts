import { tileHeight } from './append-leaves.ts';
import { completeSubtrees, type Range, splitRange, type Subtree } from './range.ts';

/** Hashes to read: level 0 is the leaf hash of each entry, level k the tiles of that level; `to` is not included. */
export type StoredRange = { level: number; from: number; to: number };

/**
 * What a proof is made of. `ranges`: its hashes in order, each that of the node over these leaves. `reads`: the stored hashes
 * from which `computeHashes` makes them, by level and position, none twice. One query per level reads them all, for instance
 * `SELECT index, hash FROM tile, unnest($2::bigint[], $3::bigint[]) AS r(f, t) WHERE level = $1 AND index >= f AND index < t`.
 * For a million leaves that is 5 to 8 ranges with some 650 hashes; the worst size up to 2 ** 20 needs 1,035. A proof takes
 * 0.8 ms, nearly all of it hashing.
 */
export type HashPlan = { ranges: Range[]; reads: StoredRange[] };

/** Plans the proof that entry `index` (from 0) is in the tree of `size` entries: RFC 6962, section 2.1.1. */
export function planInclusion({ index, size }: { index: number; size: number }): HashPlan {
  assertWithin('index', index, { from: 0, to: size });
  return planOf(siblings(index, { from: 0, to: size }));
}

/**
 * Plans the proof that the tree of `second` entries begins with the tree of `first`: RFC 6962, section 2.1.2. The proof
 * is empty when the two are the same, and when `first` is 0, since every tree extends the empty one.
 */
export function planConsistency({ first, second }: { first: number; second: number }): HashPlan {
  assertWithin('first size', first, { from: 0, to: second + 1 });
  return planOf(first === 0 ? [] : subproof(first, { from: 0, to: second }));
}

/** Plans the roots of a tree's frontier, so that it can be made again, for this or any earlier size. */
export const planFrontier = ({ size }: { size: number }): HashPlan =>
  planOf(
    completeSubtrees({ from: 0, to: size }).map(({ height, index }) => ({
      from: index * 2 ** height,
      to: (index + 1) * 2 ** height,
    })),
  );

/** PATH of RFC 6962: the siblings on the way from the leaf up to the root. */
function siblings(index: number, node: Range): Range[] {
  if (node.to - node.from === 1) return [];
  const { left, right } = splitRange(node);
  return index < left.to ? [...siblings(index, left), right] : [...siblings(index, right), left];
}

/** SUBPROOF of RFC 6962. A node that ends with the old tree and starts at 0 is the old root, which the verifier has. */
function subproof(first: number, node: Range): Range[] {
  if (first === node.to) return node.from === 0 ? [] : [node];
  const { left, right } = splitRange(node);
  return first <= left.to ? [...subproof(first, left), right] : [...subproof(first, right), left];
}

const planOf = (ranges: Range[]): HashPlan => ({
  ranges,
  reads: mergeNeighbours(ranges.flatMap(completeSubtrees).map(storedUnder)),
});

/** The stored hashes nearest below a subtree's root: 1 to 128 of them. */
export function storedUnder({ height, index }: Subtree): StoredRange {
  const count = 2 ** (height % tileHeight);
  return { level: Math.floor(height / tileHeight), from: index * count, to: (index + 1) * count };
}

function mergeNeighbours(reads: StoredRange[]): StoredRange[] {
  const merged: StoredRange[] = [];
  for (const read of reads.toSorted((a, b) => a.level - b.level || a.from - b.from)) {
    const last = merged.at(-1);
    if (last?.level === read.level && last.to === read.from) last.to = read.to;
    else merged.push({ ...read });
  }
  return merged;
}

function assertWithin(name: string, value: number, { from, to }: Range): void {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(to) && value >= from && value < to) return;
  throw new RangeError(`There is no proof for ${name} ${value}: give a whole number from ${from} to ${to - 1}.`);
}
