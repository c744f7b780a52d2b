import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { appendLeaves } from './append-leaves.ts';
import { computeHashes, type StoredHash } from './compute-hashes.ts';
import { emptyFrontier } from './frontier.ts';
import { emptyRoot, type Hash, leafHash, nodeHash } from './hash.ts';
import { type HashPlan, planConsistency, planFrontier, planInclusion } from './proof-plan.ts';

const hex = (hashes: readonly Hash[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

/** A tree large enough for tiles of two levels, and the rows a store would hold for it. */
const size = 65_536 + 900;
const leaves = Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));
const { tiles } = appendLeaves(emptyFrontier, leaves);
const rows: StoredHash[] = [...leaves.map((hash, index) => ({ level: 0, index, hash })), ...tiles];
const read = (plan: HashPlan) =>
  rows.filter(({ level, index }) =>
    plan.reads.some((range) => range.level === level && index >= range.from && index < range.to),
  );
const carriedOut = (plan: HashPlan) => hex(computeHashes(plan, read(plan)));

// The three definitions of RFC 6962, section 2.1, over leaf hashes, word for word.
const half = (count: number) => 2 ** ((count - 1).toString(2).length - 1);
function root(hashes: readonly Hash[]): Hash {
  if (hashes.length < 2) return hashes[0] ?? emptyRoot;
  const middle = half(hashes.length);
  return nodeHash(root(hashes.slice(0, middle)), root(hashes.slice(middle)));
}
function path(index: number, hashes: readonly Hash[]): Hash[] {
  if (hashes.length === 1) return [];
  const middle = half(hashes.length);
  const [left, right] = [hashes.slice(0, middle), hashes.slice(middle)];
  return index < middle ? [...path(index, left), root(right)] : [...path(index - middle, right), root(left)];
}
function subproof(first: number, hashes: readonly Hash[], isOld: boolean): Hash[] {
  if (first === hashes.length) return isOld ? [] : [root(hashes)];
  const middle = half(hashes.length);
  const [left, right] = [hashes.slice(0, middle), hashes.slice(middle)];
  return first <= middle
    ? [...subproof(first, left, isOld), root(right)]
    : [...subproof(first - middle, right, false), root(left)];
}

/** Small trees, in which every shape occurs, and large ones, which read tiles. */
const sizes = fc.oneof(
  fc.integer({ min: 1, max: 70 }),
  fc.integer({ min: 1, max: 1500 }),
  fc.integer({ min: 65_530, max: size }),
);
const placeInTree = sizes.chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

test('an inclusion proof from stored hashes is the one that RFC 6962 defines', () => {
  fc.assert(
    fc.property(placeInTree, ([size, index]) => {
      assert.deepEqual(carriedOut(planInclusion({ index, size })), hex(path(index, leaves.slice(0, size))));
    }),
    { numRuns: 60 },
  );
});

test('a consistency proof from stored hashes is the one that RFC 6962 defines', () => {
  fc.assert(
    fc.property(placeInTree, ([second, index]) => {
      const first = index + 1;
      assert.deepEqual(
        carriedOut(planConsistency({ first, second })),
        hex(subproof(first, leaves.slice(0, second), true)),
      );
    }),
    { numRuns: 60 },
  );
});

test('nothing needs to be proved to extend an empty ledger', () => {
  assert.deepEqual(planConsistency({ first: 0, second: 900 }), { ranges: [], reads: [] });
});

test('a lost frontier is made again from stored hashes, for any earlier size', () => {
  fc.assert(
    fc.property(fc.nat(size), (size) => {
      const { frontier } = appendLeaves(emptyFrontier, leaves.slice(0, size));
      assert.deepEqual(carriedOut(planFrontier({ size })), hex(frontier.roots));
    }),
    { numRuns: 20 },
  );
});

test('a proof among a million entries reads about a thousand stored hashes at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 20 }), fc.nat(), (size, place) => {
      const index = place % size;
      for (const { reads } of [planInclusion({ index, size }), planConsistency({ first: index + 1, second: size })]) {
        assert(reads.reduce((sum, { from, to }) => sum + to - from, 0) <= 1050);
        assert(reads.length <= 10);
      }
    }),
    { numRuns: 2000 },
  );
});

test('no stored hash is asked for that the tree does not hold, nor twice', () => {
  fc.assert(
    fc.property(placeInTree, ([size, index]) => {
      const { reads } = planInclusion({ index, size });
      for (const [place, { level, from, to }] of reads.entries()) {
        assert(to * 256 ** level <= size);
        const next = reads[place + 1];
        assert(next?.level !== level || next.from > to, `${from}..${to} touches the next range`);
      }
    }),
  );
});

test('plans stay exact beyond 32 bits', () => {
  const { ranges, reads } = planInclusion({ index: 2 ** 40, size: 2 ** 40 + 3 });
  assert.deepEqual(ranges, [
    { from: 2 ** 40 + 1, to: 2 ** 40 + 2 },
    { from: 2 ** 40 + 2, to: 2 ** 40 + 3 },
    { from: 0, to: 2 ** 40 },
  ]);
  assert.deepEqual(reads, [
    { level: 0, from: 2 ** 40 + 1, to: 2 ** 40 + 3 },
    { level: 5, from: 0, to: 1 },
  ]);
});

test('a proof outside the tree is refused with the range that exists', () => {
  assert.throws(() => planInclusion({ index: 5, size: 5 }), /index 5: give a whole number from 0 to 4/);
  assert.throws(() => planInclusion({ index: 0.5, size: 5 }), /whole number/);
  assert.throws(() => planConsistency({ first: 6, second: 5 }), /first size 6: give a whole number from 0 to 5/);
});

test('a missing stored hash stops the proof and says what to do', () => {
  const plan = planInclusion({ index: 0, size: 600 });
  const stored = read(plan).filter(({ level }) => level === 0);
  assert.throws(() => computeHashes(plan, stored), /lacks hash 1 of level 1.*[Ss]eal/);
});
