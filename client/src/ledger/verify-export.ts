import { toBase64 } from './base64.ts';
import { checkCheckpoint } from './check-checkpoint.ts';
import { openCheckpoint } from './checkpoint.ts';
import { parseHeader } from './export-header.ts';
import { emptyTree, treeRootOf } from './growing-tree.ts';
import { isProblem, type Problem } from './problem.ts';
import { UnreadableLineError } from './read-lines.ts';
import { settleEntries } from './settle-entries.ts';
import { type LineProblem, report, startVerification, type Verification } from './verification.ts';

export type ExportReport = {
  /** No problem was found. Without a trusted key or a kept checkpoint this means only that the file agrees with itself. */
  ok: boolean;
  /** The name of the ledger, and the key with which its checkpoints were verified; null when the header could not be read. */
  origin: string | null;
  key: string | null;
  entries: number;
  /** Checkpoints whose signature, size and root are right. */
  checkpoints: number;
  /** The Merkle root of the entries that were read, in base64. */
  root: string;
  problems: LineProblem[];
};

export type VerifyExportOptions = {
  /** The ledger's verifier key, got from somewhere else than the export. Without it the key in the header is used. */
  trustedKey?: string | undefined;
  /** Signed notes kept from earlier: the export must begin with the entries they cover. Only they show rewriting by the signer. */
  keptCheckpoints?: readonly string[] | undefined;
};

/**
 * Verifies a ledger export as it streams by: a million entries take 20 hashes of memory and 16 to 24 MB for their ids, and
 * about 30 s on 2 cores, most of it Web Crypto's queue (3 digests per entry).
 *
 * The format, version 1 (docs/ledger-format.md). Lines of UTF-8, each ended by U+000A:
 *
 *     export     = header *( entry / checkpoint )
 *     header     = {"coact":"ledger-export","version":1,"origin":TEXT,"key":VKEY,"size":N}
 *     entry      = a JSON object with at least id, type, at, actor, that does not begin with {"checkpoint":
 *     checkpoint = {"checkpoint":NOTE}        begins with just these bytes
 *
 * There are N entries. An entry's exact bytes, without the newline, are one leaf of the tree. A checkpoint stands right after the
 * last entry it covers; the last one covers all N. NOTE is a C2SP signed note of a tlog-checkpoint whose origin, like the
 * name of the key that signed it, is TEXT.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  options: VerifyExportOptions = {},
): Promise<ExportReport> {
  let verification: Verification | undefined;
  try {
    for await (const text of lines) {
      if (verification) {
        await takeLine(verification, text);
        continue;
      }
      const opened = await open(text, options);
      if (isProblem(opened)) return unopened({ line: 1, ...opened });
      verification = opened;
    }
  } catch (error) {
    if (!(error instanceof UnreadableLineError)) throw error;
    return unreadable(verification, error);
  }
  if (!verification) return unopened({ line: 1, problem: 'The export is empty.' });
  await settleEntries(verification);
  checkEnd(verification);
  return reportOf(verification);
}

async function open(line: string, options: VerifyExportOptions): Promise<Verification | Problem> {
  const header = await parseHeader(line, options.trustedKey);
  if (isProblem(header)) return header;

  const verification = startVerification(header);
  for (const problem of header.doubts) report(verification, { line: 1, problem });
  for (const note of options.keptCheckpoints ?? []) {
    const checkpoint = await openCheckpoint(note, header.key);
    if (!isProblem(checkpoint)) verification.kept.push(checkpoint);
    else
      report(verification, {
        line: 1,
        problem: `A checkpoint kept from earlier cannot be used: ${checkpoint.problem}.`,
      });
  }
  return verification;
}

async function takeLine(verification: Verification, text: string): Promise<void> {
  verification.line += 1;
  if (text.startsWith('{"checkpoint":')) {
    await settleEntries(verification);
    await checkCheckpoint(verification, text);
    return;
  }
  const { waiting, line, tree, kept } = verification;
  waiting.push({ line, text });
  // Some hundred at a time are hashed fastest (growing-tree.ts); a kept checkpoint needs the tree at just its size.
  const read = tree.size + waiting.length;
  if (waiting.length === 256 || kept.some(({ size }) => size === read)) await settleEntries(verification);
}

function checkEnd(verification: Verification): void {
  const { line, header, tree, covered, diverged, kept } = verification;
  if (tree.size !== header.size) {
    const what = tree.size < header.size ? 'the file was cut off, or entries were removed' : 'entries were added';
    report(verification, {
      line,
      problem: `The header announces ${header.size} entries, but there are ${tree.size}: ${what}.`,
    });
  }
  if (!diverged && covered.size !== tree.size) {
    const problem = `No checkpoint covers the entries after line ${covered.line}: nobody vouches for them.`;
    report(verification, { line, problem });
  }
  for (const { size } of kept.filter(({ size }) => size > tree.size)) {
    const problem = `A checkpoint kept from earlier covers ${size} entries, but there are ${tree.size}: the end was removed.`;
    report(verification, { line, problem });
  }
}

async function unreadable(
  verification: Verification | undefined,
  { line, message }: UnreadableLineError,
): Promise<ExportReport> {
  const found = { line, problem: `The export cannot be read from this line on: ${message}.` };
  if (!verification) return unopened(found);
  await settleEntries(verification);
  report(verification, found);
  return reportOf(verification);
}

async function reportOf(verification: Verification): Promise<ExportReport> {
  const { header, tree, checkpoints, problems } = verification;
  const root = toBase64(await treeRootOf(tree));
  return {
    ok: problems.length === 0,
    origin: header.origin,
    key: header.key.text,
    entries: tree.size,
    checkpoints,
    root,
    problems,
  };
}

async function unopened(problem: LineProblem): Promise<ExportReport> {
  const root = toBase64(await treeRootOf(emptyTree));
  return { ok: false, origin: null, key: null, entries: 0, checkpoints: 0, root, problems: [problem] };
}
