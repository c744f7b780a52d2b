import { joinLines, type MarkdownLine, markdownLines, readHeading } from './markdown-lines.ts';
import { type Criterion, readCriteria } from './read-criteria.ts';

/**
 * Takes the acceptance criteria out of a Markdown text: the lists of each section headed "Acceptance Criteria", be it a
 * Markdown heading, a bold line or a line that ends with a colon. Whatever else such a section says stays in the text, under
 * its heading; a section without a list stays whole.
 */
export function takeCriteria(text: string): { criteria: Criterion[]; text: string } {
  const lines = markdownLines(text);
  const criteria: Criterion[] = [];
  const kept: string[] = [];

  for (let index = 0; index < lines.length;) {
    const level = levelOfCriteriaHeading(lines[index]);
    const end = level === undefined ? index + 1 : endOfSection(lines, index, level);
    const section = lines.slice(index, end).map((line) => line.text);
    const found = level === undefined ? undefined : readCriteria(section.slice(1).join('\n'));
    if (!found || found.criteria.length === 0) kept.push(...section);
    else {
      criteria.push(...found.criteria);
      if (found.rest) kept.push(section[0] ?? '', '', found.rest, '');
    }
    index = end;
  }
  return { criteria, text: joinLines(kept) };
}

const name = /^acceptance criteri(?:a|on)(?: \(.*\))?$/i;
/** The level of a line that is a heading by its look alone: deeper than any Markdown heading. */
const lookalike = 7;

function levelOfCriteriaHeading(line: MarkdownLine | undefined): number | undefined {
  if (!line || line.code) return undefined;
  const heading = readHeading(line);
  const title = (heading?.title ?? line.text).replaceAll(/[*_:]/g, '').trim();
  if (!name.test(title)) return undefined;
  return heading?.level ?? (looksLikeHeading(line) ? lookalike : undefined);
}

const looksLikeHeading = ({ text, code }: MarkdownLine) =>
  !code && (/^(?:\*\*|__)\S.*(?:\*\*|__):?\s*$/.test(text) || /^[^\s\-*+>|].*:\s*$/.test(text));

/** A section ends before the next heading that is not below its own; one headed by its look ends also with its list. */
function endOfSection(lines: readonly MarkdownLine[], start: number, level: number): number {
  let listed = false;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.code) continue;
    const heading = readHeading(line);
    if (heading && heading.level <= level) return index;
    if (level < lookalike) continue;
    const afterBlank = lines[index - 1]?.text.trim() === '';
    if (looksLikeHeading(line) || (listed && afterBlank && /^[^\s\-*+\d]/.test(line.text))) return index;
    listed ||= line.text.trim() !== '';
  }
  return lines.length;
}
