import { hashChildren, sameHash } from './tree-hash.ts';

/**
 * Whether a proof shows that the leaf with this hash is entry `index` (from 0) of the tree with this size and root.
 * After RFC 9162, section 2.1.3.2. All hashes are 32 bytes.
 */
export async function verifyInclusion(claim: {
  index: number;
  size: number;
  leafHash: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}): Promise<boolean> {
  const { index, size, leafHash, root, proof } = claim;
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if ([leafHash, root, ...proof].some((hash) => hash.length !== 32)) return false;

  // The place of the node on its level, and that of the last node there. Division, because shifts see 32 bits only.
  let place = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    // A last node without a right sibling stands for itself on the levels above, until it is a right child.
    while (place === last && place % 2 === 0) [place, last] = [place / 2, last / 2];

    hash = place % 2 === 1 ? await hashChildren(sibling, hash) : await hashChildren(hash, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameHash(hash, root);
}
