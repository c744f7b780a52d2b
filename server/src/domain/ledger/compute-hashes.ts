import { tileHeight } from './append-leaves.ts';
import { type Hash, nodeHash } from './hash.ts';
import { type HashPlan, storedUnder } from './proof-plan.ts';
import { completeSubtrees, type Range, type Subtree } from './range.ts';

/** A hash as it is stored: a leaf hash at level 0, a tile from level 1 on. */
export type StoredHash = { level: number; index: number; hash: Hash };

/**
 * Carries a plan out: the proof (or the frontier's roots) from the stored hashes that `plan.reads` names, in any order.
 * Throws when one is missing.
 */
export function computeHashes(plan: HashPlan, stored: Iterable<StoredHash>): Hash[] {
  const hashes = new Map<string, Hash>();
  for (const { level, index, hash } of stored) hashes.set(`${level}/${index}`, hash);
  return plan.ranges.map((range) => rangeHash(range, hashes));
}

const rangeHash = (range: Range, stored: ReadonlyMap<string, Hash>): Hash =>
  completeSubtrees(range)
    .map((subtree) => subtreeHash(subtree, stored))
    .reduceRight((right, left) => nodeHash(left, right));

function subtreeHash(subtree: Subtree, stored: ReadonlyMap<string, Hash>): Hash {
  if (subtree.height % tileHeight === 0) return storedHash(subtree, stored);
  const [left, right] = [0, 1].map((side) => ({ height: subtree.height - 1, index: subtree.index * 2 + side }));
  if (!left || !right) throw new Error('unreachable: a node has two children');
  return nodeHash(subtreeHash(left, stored), subtreeHash(right, stored));
}

function storedHash(subtree: Subtree, stored: ReadonlyMap<string, Hash>): Hash {
  const { level, from } = storedUnder(subtree);
  const hash = stored.get(`${level}/${from}`);
  if (hash) return hash;
  throw new Error(
    `The ledger's stored tree lacks hash ${from} of level ${level}. Seal the ledger up to the size asked for, or restore a backup.`,
  );
}
