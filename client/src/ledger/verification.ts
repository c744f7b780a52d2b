import type { Checkpoint } from './checkpoint.ts';
import type { ExportHeader } from './export-header.ts';
import { emptyTree, type GrowingTree } from './growing-tree.ts';
import { seenIds } from './seen-ids.ts';

/** A line of the export, counted from 1, and what is wrong there. */
export type LineProblem = { line: number; problem: string };

/** Where the reading of one export stands. Nothing in it grows with the export but the ids (see seen-ids.ts). */
export type Verification = {
  header: ExportHeader;
  /** Checkpoints that the reader kept from earlier, outside this export. */
  kept: Checkpoint[];
  /** The line being read. */
  line: number;
  /** Entries read but not yet in the tree. */
  waiting: { line: number; text: string }[];
  tree: GrowingTree;
  ids: ReturnType<typeof seenIds>;
  /** The last checkpoint that was right: its line and how many entries it covers. */
  covered: { line: number; size: number };
  checkpoints: number;
  /** Set by the first checkpoint that does not fit: none after it can fit, so only the first is worth reporting. */
  diverged: boolean;
  problems: LineProblem[];
};

export const startVerification = (header: ExportHeader): Verification => ({
  header,
  kept: [],
  line: 1,
  waiting: [],
  tree: emptyTree,
  ids: seenIds(),
  covered: { line: 1, size: -1 },
  checkpoints: 0,
  diverged: false,
  problems: [],
});

/** What the reader can use; a file that is no export would otherwise give a problem for each of its lines. */
const mostProblems = 100;

export function report({ problems }: Pick<Verification, 'problems'>, found: LineProblem): void {
  if (problems.length < mostProblems) problems.push(found);
  if (problems.length === mostProblems)
    problems.push({ line: found.line, problem: 'There are more problems after this one.' });
}
