import type { Hash } from './hash.ts';

/**
 * The text of a C2SP tlog-checkpoint, ready to be signed: origin, number of entries, root, and any extension lines.
 * The origin names this one ledger for ever, as a URL without scheme: `coact.example.com/operations`.
 */
export function makeCheckpoint(checkpoint: {
  origin: string;
  size: number;
  root: Hash;
  extensions?: readonly string[];
}): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`A checkpoint cannot cover ${size} entries.`);
  if (root.length !== 32) throw new RangeError(`A root has 32 bytes, not ${root.length}.`);

  const lines = [origin, String(size), Buffer.from(root).toString('base64'), ...extensions];
  // A newline inside a line would make another checkpoint of it than the one the caller described.
  if (lines.some((line) => line === '' || line.includes('\n'))) {
    throw new TypeError(
      'The lines of a checkpoint are not empty and hold no newline: correct the origin or extension.',
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}
