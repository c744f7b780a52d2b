import type { ImportItem } from './backlog-format.ts';
import { joinLines, markdownLines, readHeading } from './markdown-lines.ts';

export type Criterion = ImportItem['criteria'][number];

const entry = /^( {0,3})((?:[-*+]|\d{1,9}[.)])[ \t]+)(.*)$/s;
const check = /^\[([ xX])\](?:[ \t]+|$)(.*)$/s;

/**
 * Reads the entries of Markdown lists as criteria; `- [x]` is met, `- [ ]` is not, a plain entry says neither. What is indented
 * under an entry belongs to it. Lines that belong to no entry come back as `rest`.
 */
export function readCriteria(text: string): { criteria: Criterion[]; rest: string } {
  const entries: string[][] = [];
  const rest: string[] = [];
  let current: { lines: string[]; indent: number; open: boolean } | undefined;

  for (const { text: written, code } of markdownLines(text)) {
    const line = { code, text: written.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length)) };
    const [, lead = '', marker = '', content = ''] = (!line.code && entry.exec(line.text)) || [];
    const blank = line.text.trim() === '';
    const indent = line.text.length - line.text.trimStart().length;
    if (marker && (!current || lead.length < current.indent)) {
      current = { lines: [content], indent: lead.length + marker.length, open: true };
      entries.push(current.lines);
    } else if (current && (blank || indent >= Math.min(current.indent, 2) || isLazy(line.text, current.open))) {
      current.lines.push(line.text.slice(Math.min(indent, current.indent)));
      current.open = !blank;
    } else {
      current = undefined;
      rest.push(line.text);
    }
  }
  return {
    criteria: entries.flatMap((lines, index) => toCriterion(joinLines(lines), index + 1)),
    rest: joinLines(rest),
  };
}

/** Markdown lets a paragraph go on without indent, up to a blank line, a heading or a fence. */
const isLazy = (line: string, open: boolean) =>
  open && !/^(?:```|~~~|<!--)/.test(line) && !readHeading({ text: line, code: false });

/**
 * Backlog.md numbers its entries (`#3 …`). The number goes when it only says the place, so that other text's "AC #3" still
 * finds its criterion, and stays when it says another.
 */
function toCriterion(entryText: string, place: number): Criterion[] {
  const [, mark, checked] = check.exec(entryText) ?? [];
  const [, number, unnumbered] = /^#(\d+)[ \t]+(.*)$/s.exec(checked ?? entryText) ?? [];
  const text = (number === String(place) ? unnumbered : (checked ?? entryText))?.trim();
  if (!text) return [];
  return [mark === undefined ? { text } : { text, met: mark !== ' ' }];
}
