import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { treeRootOf } from './growing-tree.ts';
import { parseObject } from './parse-object.ts';
import { isProblem } from './problem.ts';
import { sameHash } from './tree-hash.ts';
import { report, type Verification } from './verification.ts';

/** Checks the checkpoint on the current line against the key and against all entries before it. */
export async function checkCheckpoint(verification: Verification, text: string): Promise<void> {
  const { line } = verification;
  const note = parseObject(text)?.['checkpoint'];
  if (typeof note !== 'string') {
    report(verification, { line, problem: 'This checkpoint is not an object with the signed note as a text.' });
    return;
  }
  const checkpoint = await openCheckpoint(note, verification.header.key);
  const problem = isProblem(checkpoint)
    ? `This checkpoint does not count: ${checkpoint.problem}.`
    : await mismatch(verification, checkpoint);
  if (problem) report(verification, { line, problem });
}

async function mismatch(verification: Verification, { size, root }: Checkpoint): Promise<string | null> {
  const { tree, covered, line, diverged } = verification;
  if (diverged) return null;
  if (size === tree.size && sameHash(root, await treeRootOf(tree))) {
    verification.covered = { line, size };
    verification.checkpoints += 1;
    return null;
  }
  verification.diverged = true;
  const where = covered.line + 1 < line ? `between lines ${covered.line + 1} and ${line - 1}` : 'here';
  if (size !== tree.size) {
    const what = size > tree.size ? 'removed' : 'added';
    return `This checkpoint covers ${size} entries, but ${tree.size} stand before it: entries were ${what} ${where}.`;
  }
  return `The entries before this checkpoint are not those that were signed: ${where}, one was changed, replaced or moved.`;
}
