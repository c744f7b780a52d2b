import { fromBase64 } from './base64.ts';
import { isProblem, type Problem } from './problem.ts';
import { sameHash } from './tree-hash.ts';
import type { VerifierKey } from './verifier-key.ts';

type Signature = { name: string; id: Uint8Array; bytes: Uint8Array<ArrayBuffer> };

/**
 * Verifies a C2SP signed note with one trusted key and answers with its text; without that signature the text must not be
 * believed. Signatures by other keys (witnesses, for instance) are passed over, as the specification asks.
 */
export async function openNote(note: string, key: VerifierKey): Promise<{ text: string } | Problem> {
  const parts = splitNote(note);
  if (isProblem(parts)) return parts;

  const mine = parts.signatures.filter(({ name, id }) => name === key.name && sameHash(id, key.id));
  if (mine.length === 0) {
    const signers = parts.signatures.map(({ name }) => name).join(', ');
    return { problem: `it is not signed with the key ${key.text}, but by ${signers} with another key` };
  }
  const text = new TextEncoder().encode(parts.text);
  for (const { bytes } of mine) {
    if (await crypto.subtle.verify('Ed25519', key.publicKey, bytes, text)) continue;
    return { problem: `its signature by ${key.name} is wrong: the text or the signature was changed` };
  }
  return { text: parts.text };
}

function splitNote(note: string): { text: string; signatures: Signature[] } | Problem {
  // A text may hold empty lines: the last one is where the signatures begin.
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  if (
    end < 1 ||
    lines.pop() !== '' ||
    lines.length === 0 ||
    /[^\n\x20-\u{10ffff}]/u.test(note) ||
    !note.isWellFormed()
  ) {
    return { problem: 'it is not a signed note: expected a text, an empty line and signature lines' };
  }
  if (lines.length > 100) return { problem: `it has ${lines.length} signatures; at most 100 are looked at` };

  const signatures: Signature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (!signature) return { problem: `"${line.slice(0, 100)}" is not a signature line` };
    signatures.push(signature);
  }
  return { text: note.slice(0, end + 1), signatures };
}

function parseSignature(line: string): Signature | null {
  const [, name, encoded] = /^\u2014 ([^\p{White_Space}+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = encoded && fromBase64(encoded);
  return name && bytes && bytes.length > 4 ? { name, id: bytes.slice(0, 4), bytes: bytes.slice(4) } : null;
}
