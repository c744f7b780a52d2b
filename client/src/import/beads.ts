import type { ImportBatch } from './backlog-format.ts';
import { type BeadsIssue, readIssue } from './beads-issue.ts';
import { checkLimits } from './check-limits.ts';
import { findUnstorable } from './find-unstorable.ts';
import { type ImportProblem, refuseProblems, type Report } from './import-error.ts';
import { limits } from './limits.ts';
import { linkIssues } from './link-issues.ts';
import { parseJson } from './parse-json.ts';
import { createPeople } from './people.ts';
import type { Progress } from './progress.ts';
import { type Fields, isFields } from './read-fields.ts';

const progressEvery = 500;

/**
 * Reads a beads export: a JSON object for each line, as `bd export` and `.beads/issues.jsonl` have it (field names after
 * `internal/types/types.go` of the beads project). Blank lines, CRLF and a byte order mark are fine, and so is the header line
 * `{"_schema": …}` of newer exports, which says nothing of the backlog. The same text always gives the same batch.
 * Throws an `ImportError` that names every line that cannot be taken.
 */
export function parseBeads(text: string, progress?: Progress): ImportBatch {
  const problems: ImportProblem[] = [];
  const people = createPeople();
  const issues: (BeadsIssue & { line: number })[] = [];
  const at =
    (line: number): Report =>
    (problem) =>
      problems.push({ line, problem });

  const lines = writtenLines(text);
  lines.forEach(({ line, content }, index) => {
    const record = readLine(content, at(line));
    const issue = record && readIssue(record, { people, report: at(line) });
    if (issue) issues.push({ ...issue, line });
    if ((index + 1) % progressEvery === 0) progress?.(index + 1, lines.length);
  });

  linkIssues(withoutDoubles(issues, at));
  for (const { item, line } of issues) checkLimits(item, at(line));
  refuseProblems(problems);
  progress?.(lines.length, lines.length);
  return { source: 'beads', items: issues.map(({ item }) => item), people: people.list() };
}

const writtenLines = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== '');

function readLine(content: string, report: Report): Fields | undefined {
  const record = parseLine(content, report);
  if (!record || isHeader(record)) return undefined;
  const problem = whyNoIssue(record) ?? findUnstorable(record);
  if (problem) report(problem);
  return problem ? undefined : record;
}

function parseLine(content: string, report: Report): Fields | undefined {
  if (content.length > limits.recordLength) {
    report(`It is longer than ${limits.recordLength.toLocaleString('en')} characters: shorten the issue's texts.`);
    return undefined;
  }
  try {
    const value = parseJson(content);
    if (isFields(value)) return value;
    report('It is no JSON object: each line must be one issue, as `bd export` writes it.');
  } catch (error) {
    report(
      /^(?:<{7}|={7}|>{7})/.test(content)
        ? 'It is the mark of a Git merge conflict: resolve the conflict first.'
        : `It is no valid JSON (${error instanceof Error ? error.message : String(error)}): export again or correct it.`,
    );
  }
  return undefined;
}

const isHeader = (record: Fields) => record['_schema'] !== undefined && record['id'] === undefined;

function whyNoIssue({ _type: kind }: Fields): string | undefined {
  if (kind === undefined || kind === 'issue') return undefined;
  return kind === 'memory'
    ? 'It is a memory of an agent, not an issue, and has no place here: export with `bd export --no-memories`.'
    : 'Its `_type` is not "issue": only issues can be imported, so remove the line.';
}

function withoutDoubles<Issue extends BeadsIssue & { line: number }>(
  issues: readonly Issue[],
  at: (line: number) => Report,
): Issue[] {
  const lineOf = new Map<string, number>();
  return issues.filter(({ item: { ref }, line }) => {
    const earlier = lineOf.get(ref);
    if (earlier === undefined) lineOf.set(ref, line);
    else at(line)(`The id "${ref}" is already that of line ${earlier}: remove one of the two or give it another id.`);
    return earlier === undefined;
  });
}
