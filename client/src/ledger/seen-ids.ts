import { sha256 } from './tree-hash.ts';

/**
 * Remembers ids in little room: 64 bits of the SHA-256 of each, in a hash table of numbers, 16 to 32 bytes per id (half as
 * much again while it grows). A Set of the texts takes 77 bytes each and ends at 16.7 million. An id that was seen is always
 * known again; that any new one is mistaken for another has a chance of 1 in 300,000 in a whole ledger of ten million.
 */
export function seenIds(): { add(fingerprint: bigint): boolean } {
  let slots = new BigUint64Array(1024);
  let count = 0;

  /** Whether the fingerprint is new. */
  function add(fingerprint: bigint): boolean {
    const slot = slotFor(slots, fingerprint);
    if (slots[slot] === fingerprint) return false;
    slots[slot] = fingerprint;
    count += 1;
    if (count * 2 > slots.length) slots = doubled(slots);
    return true;
  }
  return { add };
}

/** What `seenIds` remembers of an id; never 0, which marks a free slot. */
export async function fingerprintOf(id: string): Promise<bigint> {
  const digest = await sha256(new TextEncoder().encode(id));
  return new DataView(digest.buffer).getBigUint64(0) || 1n;
}

/** Where the fingerprint stands, or the free slot where it belongs. */
function slotFor(slots: BigUint64Array, fingerprint: bigint): number {
  let slot = Number(fingerprint % BigInt(slots.length));
  while (slots[slot] !== 0n && slots[slot] !== fingerprint) slot = (slot + 1) % slots.length;
  return slot;
}

function doubled(slots: BigUint64Array): BigUint64Array<ArrayBuffer> {
  const larger = new BigUint64Array(slots.length * 2);
  for (const fingerprint of slots) {
    if (fingerprint !== 0n) larger[slotFor(larger, fingerprint)] = fingerprint;
  }
  return larger;
}
