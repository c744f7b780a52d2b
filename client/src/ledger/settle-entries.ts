import { toBase64 } from './base64.ts';
import { growTree, treeRootOf } from './growing-tree.ts';
import { isObject, parseObject } from './parse-object.ts';
import { fingerprintOf } from './seen-ids.ts';
import { hashLeaf, sameHash } from './tree-hash.ts';
import { report, type Verification } from './verification.ts';

/** Checks the entries that wait and takes them into the tree; then compares it with the checkpoints kept for its size. */
export async function settleEntries(verification: Verification): Promise<void> {
  const entries = verification.waiting;
  if (entries.length === 0) return;
  verification.waiting = [];
  const hashed = await Promise.all(entries.map(({ line, text }) => hashEntry(line, text)));
  for (const { line, problem, fingerprint } of hashed) {
    if (problem) report(verification, { line, problem });
    if (fingerprint === undefined || verification.ids.add(fingerprint)) continue;
    report(verification, { line, problem: 'This entry has the id of an earlier one: it was copied, or put in later.' });
  }
  verification.tree = await growTree(
    verification.tree,
    hashed.map(({ leaf }) => leaf),
  );
  await compareWithKept(verification);
}

async function hashEntry(line: number, text: string) {
  const entry = parseObject(text);
  const id = entry?.['id'];
  const [leaf, fingerprint] = await Promise.all([
    hashLeaf(text),
    typeof id === 'string' ? fingerprintOf(id) : undefined,
  ]);
  return { line, leaf, fingerprint, problem: entryProblem(entry) };
}

function entryProblem(entry: Record<string, unknown> | null): string | null {
  if (!entry) return 'This entry is not a JSON object: the line was damaged.';
  const lacking = Object.entries(entryMembers).filter(([name, fits]) => !fits(entry[name]));
  if (lacking.length === 0) return null;
  return `This entry has no proper ${lacking.map(([name]) => name).join(', ')}: it was not written by a ledger.`;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** What every entry says, whatever else it says. */
const entryMembers: Record<string, (value: unknown) => boolean> = {
  id: isText,
  type: isText,
  at: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  actor: (value) => isText(value) || isObject(value),
};

async function compareWithKept(verification: Verification): Promise<void> {
  const { tree, kept, line } = verification;
  const due = kept.filter(({ size }) => size === tree.size);
  if (due.length === 0) return;

  const root = await treeRootOf(tree);
  for (const checkpoint of due) {
    if (sameHash(checkpoint.root, root)) continue;
    const problem =
      `The first ${tree.size} entries are not those of the checkpoint kept from earlier, with root ` +
      `${toBase64(checkpoint.root)}: history was rewritten.`;
    report(verification, { line, problem });
  }
}
