/** One thing that is wrong with a backlog, where it is, and what to do about it. */
export type ImportProblem = { file?: string; line?: number; problem: string };

/** Takes a problem of the place that is being read. */
export type Report = (problem: string) => void;

const shown = 20;

/**
 * A backlog that cannot be imported as it is. It is thrown once, after everything was read, so that all problems are seen
 * together, and instead of a batch, so that nothing is half imported. `file` and `line` (from 1) are those of the first problem.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly file?: string;
  readonly line?: number;
  readonly problems: readonly ImportProblem[];

  constructor(found: readonly ImportProblem[]) {
    const problems = inReadingOrder(found);
    super(describe(problems));
    this.problems = problems;
    const [first] = problems;
    if (first?.file !== undefined) this.file = first.file;
    if (first?.line !== undefined) this.line = first.line;
  }
}

/** Throws when anything was found. */
export function refuseProblems(problems: readonly ImportProblem[]): void {
  if (problems.length > 0) throw new ImportError(problems);
}

const byFile = (left: string, right: string) => (left < right ? -1 : Number(left > right));

function inReadingOrder(problems: readonly ImportProblem[]): ImportProblem[] {
  return problems.toSorted(
    (left, right) => byFile(left.file ?? '', right.file ?? '') || (left.line ?? 0) - (right.line ?? 0),
  );
}

function describe(problems: readonly ImportProblem[]): string {
  const lines = problems.slice(0, shown).map(({ file, line, problem }) => {
    const place = [file, line === undefined ? undefined : `line ${line}`].filter((part) => part !== undefined);
    return [...place, problem].join(': ');
  });
  const more = problems.length > shown ? [`… and ${problems.length - shown} more.`] : [];
  const count = problems.length === 1 ? 'There is one problem' : `There are ${problems.length} problems`;
  return [`Nothing was imported. ${count} to mend first:`, ...lines, ...more].join('\n');
}
