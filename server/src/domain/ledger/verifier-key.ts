import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** The signature type of plain Ed25519 in C2SP signed-note. */
const ed25519 = 0x01;

/**
 * The text form of a verifier's key, `<name>+<key id in hex>+<base64 of 0x01 and the public key>`, as Go's
 * `golang.org/x/mod/sumdb/note` reads it. `key` is the Ed25519 private or public key.
 */
export function verifierKey({ name, key }: { name: string; key: KeyObject }): string {
  const encoded = encodedKey(key);
  return `${name}+${keyId({ name, key }).toString('hex')}+${encoded.toString('base64')}`;
}

/** The four bytes that lead a signature and say which key made it: SHA-256(name || 0x0A || 0x01 || public key)[:4]. */
export function keyId({ name, key }: { name: string; key: KeyObject }): Buffer {
  assertKeyName(name);
  return createHash('sha256').update(`${name}\n`).update(encodedKey(key)).digest().subarray(0, 4);
}

function encodedKey(key: KeyObject): Buffer {
  const { crv, x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !x) throw new TypeError('The ledger signs with an Ed25519 key: generate one of that type.');
  return Buffer.concat([Uint8Array.of(ed25519), Buffer.from(x, 'base64url')]);
}

function assertKeyName(name: string): void {
  if (/^[^\p{White_Space}\p{Cc}+]+$/u.test(name) && name.isWellFormed()) return;
  throw new TypeError(`"${name}" cannot name a key: use a form such as example.com/ledger, without spaces or a plus.`);
}
