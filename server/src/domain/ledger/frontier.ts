import { emptyRoot, type Hash, nodeHash } from './hash.ts';

/**
 * All that a tree needs to remember in order to grow: the roots of its complete subtrees, the largest (leftmost) first.
 * There is one for each 1 in the binary form of `size`, so at most 20 for a million leaves.
 */
export type Frontier = { size: number; roots: readonly Hash[] };

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** The root of the whole tree (RFC 6962, section 2.1). */
export const frontierRoot = ({ roots }: Frontier): Hash =>
  roots.length === 0 ? emptyRoot : roots.reduceRight((right, left) => nodeHash(left, right));

/** Throws when a frontier read from storage cannot be one: growing it would sign a wrong root for ever after. */
export function assertFrontier({ size, roots }: Frontier): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`A tree cannot have ${size} leaves.`);

  const ones = size.toString(2).replaceAll('0', '').length;
  if (roots.length !== ones || roots.some((root) => root.length !== 32)) {
    throw new RangeError(
      `A frontier of ${size} leaves has ${ones} roots of 32 bytes, not ${roots.length}. Rebuild it with planFrontier.`,
    );
  }
}
