import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { planConsistency, planInclusion } from '../../server/src/domain/ledger/proof-plan.ts';
import { verifyConsistency, verifyInclusion } from '../src/ledger/index.ts';
import { sealLedger } from './sealed-ledger.ts';

/** One seal per entry, so that the root of every size is known; more than 256 entries, so that tiles are read. */
const size = 600;
const ledger = sealLedger({ seals: Array.from({ length: size + 1 }, (_, seal) => seal) });
const rootAt = (size: number) => ledger.checkpoints[size]?.root ?? new Uint8Array();

const inclusion = (index: number, size: number) => ({
  index,
  size,
  leafHash: ledger.leaves[index] ?? new Uint8Array(),
  root: rootAt(size),
  proof: ledger.prove(planInclusion({ index, size })),
});
const consistency = (first: number, second: number) => ({
  first: { size: first, root: rootAt(first) },
  second: { size: second, root: rootAt(second) },
  proof: ledger.prove(planConsistency({ first, second })),
});

const sizes = fc.integer({ min: 1, max: size });
const placeInTree = sizes.chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
const pairs = sizes.chain((second) => fc.tuple(fc.integer({ min: 1, max: second }), fc.constant(second)));

/** The same hashes with one bit turned, the `bit`-th of all modulo their number. */
function turnBit(hashes: readonly Uint8Array[], bit: number): Uint8Array[] {
  const copies = hashes.map((hash) => Uint8Array.from(hash));
  const place = bit % (hashes.length * 256);
  const hash = copies[Math.floor(place / 256)];
  assert(hash);
  const byte = Math.floor((place % 256) / 8);
  hash[byte] = (hash[byte] ?? 0) ^ (1 << (place % 8));
  return copies;
}

test('every entry of every small ledger is proved to be in it', async () => {
  for (let size = 1; size <= 40; size += 1) {
    for (let index = 0; index < size; index += 1) {
      assert(await verifyInclusion(inclusion(index, size)), `${index} in ${size}`);
    }
  }
});

test('every small ledger is proved to extend each of its earlier states', async () => {
  for (let second = 0; second <= 40; second += 1) {
    for (let first = 0; first <= second; first += 1) {
      assert(await verifyConsistency(consistency(first, second)), `${first} to ${second}`);
    }
  }
});

test('proofs verify at any size', async () => {
  await fc.assert(
    fc.asyncProperty(placeInTree, pairs, async ([index, size], [first, second]) => {
      assert(await verifyInclusion(inclusion(index, size)));
      assert(await verifyConsistency(consistency(first, second)));
    }),
  );
});

test('an inclusion proof with any bit turned fails', async () => {
  await fc.assert(
    fc.asyncProperty(placeInTree, fc.nat(), async ([index, size], bit) => {
      const claim = inclusion(index, size);
      const [leafHash = claim.leafHash, root = claim.root, ...proof] = turnBit(
        [claim.leafHash, claim.root, ...claim.proof],
        bit,
      );
      assert.equal(await verifyInclusion({ ...claim, leafHash, root, proof }), false);
    }),
  );
});

test('a consistency proof with any bit turned fails', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, fc.nat(), async ([first, second], bit) => {
      const claim = consistency(first, second);
      const [oldRoot = claim.first.root, newRoot = claim.second.root, ...proof] = turnBit(
        [claim.first.root, claim.second.root, ...claim.proof],
        bit,
      );
      const turned = { first: { size: first, root: oldRoot }, second: { size: second, root: newRoot }, proof };
      assert.equal(await verifyConsistency(turned), false);
    }),
  );
});

test('a proof counts for its own entry and size only', async () => {
  await fc.assert(
    fc.asyncProperty(placeInTree, placeInTree, async ([index, size], [otherIndex, otherSize]) => {
      fc.pre(index !== otherIndex || size !== otherSize);
      const claim = inclusion(index, size);
      const other = { ...inclusion(otherIndex, otherSize), proof: claim.proof };
      // Two sizes may share a proof's hashes, never the hashes and the root.
      assert.equal(await verifyInclusion(other), false);
    }),
  );
});
