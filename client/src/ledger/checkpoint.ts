import { fromBase64 } from './base64.ts';
import { openNote } from './open-note.ts';
import { isProblem, type Problem } from './problem.ts';
import type { VerifierKey } from './verifier-key.ts';

/** What a ledger vouches for: that its first `size` entries have this Merkle root. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array<ArrayBuffer>; extensions: string[] };

/** Reads the text of a C2SP tlog-checkpoint: origin, size, root in base64, extension lines. It says nothing of signatures. */
export function parseCheckpoint(text: string): Checkpoint | Problem {
  const [origin, size, encodedRoot, ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  if (!origin || rest.at(-1) !== '' || extensions.includes('')) {
    return { problem: 'it is not a checkpoint: expected origin, size and root, each on its line' };
  }
  const count = Number(size);
  if (!size || !/^(0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(count)) {
    return { problem: `its size "${size}" is not a whole number` };
  }
  const root = fromBase64(encodedRoot ?? '');
  if (root?.length !== 32) return { problem: 'its root is not 32 bytes of base64' };
  return { origin, size: count, root, extensions };
}

/** Verifies the signature and reads the checkpoint. The key's name is the one origin it may speak for. */
export async function openCheckpoint(note: string, key: VerifierKey): Promise<Checkpoint | Problem> {
  const opened = await openNote(note, key);
  if (isProblem(opened)) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (isProblem(checkpoint) || checkpoint.origin === key.name) return checkpoint;
  return { problem: `it is a checkpoint of another ledger: its origin is ${checkpoint.origin}, not ${key.name}` };
}
