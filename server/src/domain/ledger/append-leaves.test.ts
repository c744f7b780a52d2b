import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { appendLeaves, type Tile } from './append-leaves.ts';
import { emptyFrontier, type Frontier, frontierRoot } from './frontier.ts';
import { emptyRoot, type Hash, leafHash, nodeHash } from './hash.ts';

const hex = (hash: Hash) => Buffer.from(hash).toString('hex');
const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

/** RFC 6962, section 2.1, word for word: slow, and obviously right. */
function wholeRoot(hashes: readonly Hash[]): Hash {
  const [only] = hashes;
  if (!only) return emptyRoot;
  if (hashes.length === 1) return only;
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  return nodeHash(wholeRoot(hashes.slice(0, half)), wholeRoot(hashes.slice(half)));
}

function growIn(batches: readonly (readonly Hash[])[]): { frontier: Frontier; root: Hash; tiles: Tile[] } {
  let frontier = emptyFrontier;
  const tiles: Tile[] = [];
  for (const batch of batches) {
    const grown = appendLeaves(frontier, batch);
    frontier = grown.frontier;
    tiles.push(...grown.tiles);
  }
  return { frontier, root: frontierRoot(frontier), tiles };
}

/** The inputs and roots that Certificate Transparency implementations have shared since RFC 6962. */
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const;

test('an empty ledger has the root that RFC 6962 gives the empty tree', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  assert.equal(hex(frontierRoot(emptyFrontier)), empty);
  assert.equal(hex(appendLeaves(emptyFrontier, []).root), empty);
});

test('every prefix of the known Certificate Transparency leaves has its known root', () => {
  let frontier = emptyFrontier;
  const roots = known.map(([leaf]) => {
    const grown = appendLeaves(frontier, [leafHash(Buffer.from(leaf, 'hex'))]);
    frontier = grown.frontier;
    return hex(grown.root);
  });
  assert.deepEqual(
    roots,
    known.map(([, root]) => root),
  );
});

test('a ledger sealed in portions has the root of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (portions) => {
      const all = leaves(portions.reduce((sum, portion) => sum + portion, 0));
      let start = 0;
      const batches = portions.map((portion) => all.slice(start, (start += portion)));
      assert.equal(hex(growIn(batches).root), hex(wholeRoot(all)));
    }),
  );
});

test('each complete subtree of 256 or 65,536 entries is given out once, as a tile', () => {
  const all = leaves(65_536 + 700);
  const { tiles } = growIn([all.slice(0, 300), all.slice(300, 65_535), all.slice(65_535)]);

  const small = tiles.filter(({ level }) => level === 1);
  assert.deepEqual(
    small.map(({ index, hash }) => [index, hex(hash)]),
    Array.from({ length: 258 }, (_, index) => [index, hex(wholeRoot(all.slice(index * 256, (index + 1) * 256)))]),
  );
  assert.deepEqual(
    tiles.filter(({ level }) => level > 1).map(({ level, index, hash }) => [level, index, hex(hash)]),
    [[2, 0, hex(wholeRoot(all.slice(0, 65_536)))]],
  );
});

test('appending leaves the frontier that was given unchanged', () => {
  const { frontier } = appendLeaves(emptyFrontier, leaves(3));
  const before = frontier.roots.map(hex);
  appendLeaves(frontier, leaves(5));
  assert.deepEqual([frontier.size, frontier.roots.map(hex)], [3, before]);
});

test('counts stay exact beyond 32 bits', () => {
  const [leaf, ...roots] = leaves(34);
  assert(leaf);
  const { frontier, tiles } = appendLeaves({ size: 2 ** 33 - 1, roots }, [leaf]);
  assert.deepEqual([frontier.size, frontier.roots.length], [2 ** 33, 1]);
  assert.deepEqual(
    tiles.map(({ level, index }) => [level, index]),
    [
      [1, 2 ** 25 - 1],
      [2, 2 ** 17 - 1],
      [3, 2 ** 9 - 1],
      [4, 1],
    ],
  );
});

test('a frontier that cannot be one is refused before it is grown', () => {
  assert.throws(() => appendLeaves({ size: 3, roots: leaves(1) }, leaves(1)), /has 2 roots of 32 bytes, not 1/);
  assert.throws(() => appendLeaves({ size: 1, roots: [new Uint8Array(31)] }, leaves(1)), /planFrontier/);
  assert.throws(() => appendLeaves({ size: -1, roots: [] }, leaves(1)), /cannot have -1 leaves/);
});
