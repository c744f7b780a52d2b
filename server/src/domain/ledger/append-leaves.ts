import { assertFrontier, type Frontier, frontierRoot } from './frontier.ts';
import { type Hash, nodeHash } from './hash.ts';

/** Every eighth level of the tree is stored, so that a stored hash is never more than 255 nodes above other stored ones. */
export const tileHeight = 8;

/** The root of a complete subtree of height `8 * level`; it covers the leaves from `index * 256 ** level` on. */
export type Tile = { level: number; index: number; hash: Hash };

/**
 * Adds leaf hashes at the end of a tree: about one more hash per leaf, whatever the size of the tree. Answers with the grown
 * frontier, its root, and the tiles that these leaves completed (one per 256 leaves, and one per 65,536, and so on), which
 * are to be stored in the same transaction as the frontier.
 */
export function appendLeaves(
  frontier: Frontier,
  leafHashes: readonly Hash[],
): { frontier: Frontier; root: Hash; tiles: Tile[] } {
  assertFrontier(frontier);
  const roots = [...frontier.roots];
  const tiles: Tile[] = [];
  for (const [offset, leaf] of leafHashes.entries()) appendLeaf(roots, frontier.size + offset, leaf, tiles);

  const grown = { size: frontier.size + leafHashes.length, roots };
  return { frontier: grown, root: frontierRoot(grown), tiles };
}

/** Each trailing 1 in the leaf's position closes a subtree with its left neighbour, which is the last root. */
function appendLeaf(roots: Hash[], position: number, leaf: Hash, tiles: Tile[]): void {
  let hash = leaf;
  let height = 0;
  let index = position;
  // Division, not shifts: JavaScript's shifts see 32 bits only.
  for (; index % 2 === 1; index = (index - 1) / 2) {
    const left = roots.pop();
    if (!left) throw new Error('unreachable: the frontier has a root for each 1 in the size');
    hash = nodeHash(left, hash);
    height += 1;
    if (height % tileHeight === 0) tiles.push({ level: height / tileHeight, index: (index - 1) / 2, hash });
  }
  roots.push(hash);
}
