import { fromBase64 } from './base64.ts';
import type { Problem } from './problem.ts';
import { sameHash, sha256 } from './tree-hash.ts';

/** A ledger's public key: its name, the four bytes that lead each of its signatures, and the Ed25519 key itself. */
export type VerifierKey = { text: string; name: string; id: Uint8Array<ArrayBuffer>; publicKey: CryptoKey };

/** Reads a verifier key, `<name>+<key id in hex>+<base64 of 0x01 and the public key>` (C2SP signed-note, Go's sumdb/note). */
export async function parseVerifierKey(text: string): Promise<VerifierKey | Problem> {
  // Base64 may contain a plus, a name may not.
  const [, name, hexId, encoded] = /^([^\p{White_Space}\p{Cc}+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const key = encoded && fromBase64(encoded);
  if (!name || !hexId || !key) return { problem: 'This is not a verifier key: expected name+id+key in one line.' };
  if (key.length !== 33 || key[0] !== 1) return { problem: `The key of ${name} is not an Ed25519 key.` };

  const id = await keyId(name, key);
  if (!sameHash(id, idFromHex(hexId)))
    return { problem: `The key of ${name} does not fit its id ${hexId}: copy it again.` };
  const publicKey = await crypto.subtle.importKey('raw', key.slice(1), 'Ed25519', false, ['verify']);
  return { text, name, id, publicKey };
}

async function keyId(name: string, key: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const prefix = new TextEncoder().encode(`${name}\n`);
  const input = new Uint8Array(prefix.length + key.length);
  input.set(prefix);
  input.set(key, prefix.length);
  return (await sha256(input)).slice(0, 4);
}

const idFromHex = (hex: string): Uint8Array =>
  Uint8Array.from([0, 2, 4, 6], (at) => Number.parseInt(hex.slice(at, at + 2), 16));
