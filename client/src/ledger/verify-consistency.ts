import { hashChildren, sameHash, sha256 } from './tree-hash.ts';

type Tree = { size: number; root: Uint8Array };

/**
 * Whether a proof shows that the tree `second` begins with all of the tree `first`: that nothing was changed, removed or put
 * in between. After RFC 9162, section 2.1.4.2; a tree always extends the empty one, with an empty proof.
 */
export async function verifyConsistency(claim: {
  first: Tree;
  second: Tree;
  proof: readonly Uint8Array[];
}): Promise<boolean> {
  const { first, second, proof } = claim;
  if (![first, second].every(({ size }) => Number.isSafeInteger(size) && size >= 0) || first.size > second.size)
    return false;
  if ([first.root, second.root, ...proof].some((hash) => hash.length !== 32)) return false;
  if (first.size === second.size) return proof.length === 0 && sameHash(first.root, second.root);
  if (first.size === 0) return proof.length === 0 && sameHash(first.root, await sha256(new Uint8Array()));

  // The last node of the old tree, on the level where it is complete: there the proof begins.
  let place = first.size - 1;
  let last = second.size - 1;
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];

  // At place 0 the old tree is that node, and its root, which the verifier has, is left out of the proof.
  const [start, ...siblings] = place === 0 ? [first.root, ...proof] : proof;
  if (!start) return false;
  const rebuilt = await rebuild({ place, last, start, siblings });
  return rebuilt !== null && sameHash(rebuilt.old, first.root) && sameHash(rebuilt.grown, second.root);
}

/** Climbs from the shared node to both roots: left siblings belong to both trees, right ones to the grown tree only. */
async function rebuild(from: { place: number; last: number; start: Uint8Array; siblings: readonly Uint8Array[] }) {
  let { place, last, start: old, start: grown } = from;
  for (const sibling of from.siblings) {
    if (last === 0) return null;
    while (place === last && place % 2 === 0) [place, last] = [place / 2, last / 2];

    if (place % 2 === 1) {
      old = await hashChildren(sibling, old);
      grown = await hashChildren(sibling, grown);
    } else {
      grown = await hashChildren(grown, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? { old, grown } : null;
}
