import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { makeCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './hash.ts';
import { signNote } from './sign-note.ts';
import { verifierKey } from './verifier-key.ts';

/** The secret key of RFC 8032, section 7.1, test 1, behind the fixed PKCS #8 header of Ed25519 keys. */
const privateKey = createPrivateKey({
  key: Buffer.from(
    '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  ),
  format: 'der',
  type: 'pkcs8',
});
const name = 'coact.example/operations';
const text = 'coact.example/operations\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';

const checkpointWith = (change: object) => () => makeCheckpoint({ origin: name, size: 1, root: emptyRoot, ...change });
const signing = (text: string) => () => signNote(text, { name, privateKey });

test('a checkpoint is the origin, the size and the root, each on its line', () => {
  assert.equal(makeCheckpoint({ origin: name, size: 0, root: emptyRoot }), text);
});

test('extension lines follow the root', () => {
  const extended = makeCheckpoint({ origin: name, size: 0, root: emptyRoot, extensions: ['sealed 2026-01-31'] });
  assert.equal(extended, `${text}sealed 2026-01-31\n`);
});

test('a checkpoint whose lines would read as another checkpoint is refused', () => {
  assert.throws(checkpointWith({ origin: 'mine\n999' }), /hold no newline/);
  assert.throws(checkpointWith({ origin: '' }), /not empty/);
  assert.throws(checkpointWith({ extensions: ['fine', ''] }), /not empty/);
  assert.throws(checkpointWith({ size: 1.5 }), /cannot cover 1.5 entries/);
  assert.throws(checkpointWith({ root: new Uint8Array(20) }), /32 bytes, not 20/);
});

test('the verifier key and the note are what Go makes of the same secret', () => {
  const key = 'coact.example/operations+97b84cd3+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea';
  assert.equal(verifierKey({ name, key: privateKey }), key);
  assert.equal(verifierKey({ name, key: createPublicKey(privateKey) }), key);
  assert.equal(
    signNote(text, { name, privateKey }),
    `${text}\n— ${name} l7hM04db32454SKsdSzpiW6SC+uXbtzuRhAP/5g6rOLbnBo8nv0wYxOFlfq6iU8yWxSHUfUaa26iBM1F8sulxb5u6AM=\n`,
  );
});

test('a text that signed notes do not allow is refused', () => {
  assert.throws(signing('no newline'), /ends with a newline/);
  assert.throws(signing('tab\there\n'), /no control character/);
  assert.throws(signing('half \ud800 pair\n'), /surrogate/);
});

test('a name that would break the signature line is refused', () => {
  for (const bad of ['', 'two words', 'a+b', 'line\nbreak', 'no\u00a0break', 'next\u0085line']) {
    assert.throws(() => verifierKey({ name: bad, key: privateKey }), /cannot name a key/);
  }
});

test('a key of another type is refused', () => {
  const { privateKey: ecKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  assert.throws(() => signNote(text, { name, privateKey: ecKey }), /Ed25519/);
});
