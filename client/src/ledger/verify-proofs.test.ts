import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashLeaf } from './tree-hash.ts';
import { treeRoot } from './tree-root.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

// The leaves that Certificate Transparency implementations have shared since RFC 6962, their roots and proofs.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(bytes);
const node = {
  '0-1': 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '0-3': 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '1': '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '2-3': '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '4': 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4-5': '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  '4-7': '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  '6-7': 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
};
const proofOf = (...nodes: (keyof typeof node)[]) => nodes.map((name) => bytes(node[name]));
const rootOf = (size: number) => roots[size] ?? new Uint8Array();

test('text lines have the root that RFC 6962 gives their bytes', async () => {
  assert.equal(hex(await treeRoot([])), hex(rootOf(0)));
  // Of the shared leaves these are the ones that are text without newlines.
  assert.equal(hex(await treeRoot(['', '\0'])), hex(rootOf(2)));
});

const included = [
  { index: 0, size: 1, proof: proofOf() },
  { index: 0, size: 8, proof: proofOf('1', '2-3', '4-7') },
  { index: 5, size: 8, proof: proofOf('4', '6-7', '0-3') },
  { index: 2, size: 3, proof: proofOf('0-1') },
];
for (const { index, size, proof } of included) {
  test(`the known proof that leaf ${index} is among ${size} verifies, and for no other leaf`, async () => {
    const claim = { index, size, leafHash: await hashLeaf(bytes(leaves[index] ?? '')), root: rootOf(size), proof };
    assert.equal(await verifyInclusion(claim), true);
    assert.equal(await verifyInclusion({ ...claim, index: index + 1 }), false);
    assert.equal(await verifyInclusion({ ...claim, size: size * 2 }), false);
    assert.equal(await verifyInclusion({ ...claim, leafHash: await hashLeaf('another') }), false);
    assert.equal(await verifyInclusion({ ...claim, root: rootOf(size - 1) }), false);
    assert.equal(await verifyInclusion({ ...claim, proof: [...proof, ...proofOf('4')] }), false);
  });
}

const consistent = [
  { first: 1, second: 1, proof: proofOf() },
  { first: 1, second: 8, proof: proofOf('1', '2-3', '4-7') },
  { first: 6, second: 8, proof: proofOf('4-5', '6-7', '0-3') },
  { first: 2, second: 5, proof: proofOf('2-3', '4') },
  { first: 0, second: 8, proof: proofOf() },
];
for (const { first, second, proof } of consistent) {
  test(`the known proof that ${second} leaves extend ${first} verifies, and no other`, async () => {
    const claim = {
      first: { size: first, root: rootOf(first) },
      second: { size: second, root: rootOf(second) },
      proof,
    };
    assert.equal(await verifyConsistency(claim), true);
    assert.equal(await verifyConsistency({ ...claim, first: { size: first, root: rootOf(first + 1) } }), false);
    const larger = { size: second * 2, root: rootOf(second) };
    if (first > 0) assert.equal(await verifyConsistency({ ...claim, second: larger }), false);
    assert.equal(await verifyConsistency({ ...claim, proof: [...proof, ...proofOf('4')] }), false);
    // Only a tree that extends nothing, or itself, does so without a proof.
    if (proof.length > 0) assert.equal(await verifyConsistency({ ...claim, proof: proof.slice(1) }), false);
  });
}

test('sizes and hashes that cannot be are refused, not computed with', async () => {
  const leafHash = await hashLeaf('');
  for (const [index, size] of [
    [-1, 1],
    [1, 1],
    [0, 0],
    [0.5, 2],
    [0, Number.NaN],
  ] as const) {
    assert.equal(await verifyInclusion({ index, size, leafHash, root: leafHash, proof: [] }), false);
  }
  assert.equal(
    await verifyInclusion({ index: 0, size: 1, leafHash: bytes('00'), root: bytes('00'), proof: [] }),
    false,
  );
  const shrunk = { first: { size: 2, root: rootOf(2) }, second: { size: 1, root: rootOf(1) }, proof: [] };
  assert.equal(await verifyConsistency(shrunk), false);
});
