/** A piece of plain text with the places that matched: offsets in UTF-16 code units, the end exclusive, in order, apart. */
export type Snippet = { text: string; marks: [start: number, end: number][] };

/** What stands around a match in marked text: characters that no text holds by itself, see `unmarked`. */
export const START = '\u0001';
export const STOP = '\u0002';

const LENGTH = 180;
/** How much is shown before the first match. */
const LEAD = 40;

/**
 * Makes the snippet of a text in which matches stand between START and STOP: the stretch with most of them. Line breaks and
 * runs of blanks become one blank, since a snippet is one line.
 */
export function snippetOf(marked: string, length = LENGTH): Snippet {
  const { text, marks } = readMarks(marked.replaceAll(/\s+/g, ' ').trim());
  if (text.length <= length) return { text, marks };
  const from = startOfWord(text, bestStart(marks, length));
  const to = endOfWord(text, Math.min(text.length, from + length));
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const moved = marks
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): [number, number] => [start - from + before.length, end - from + before.length]);
  return { text: `${before}${text.slice(from, to)}${after}`, marks: moved };
}

/** Reads marked text as it stands. */
export function readMarks(marked: string): Snippet {
  const [before = '', ...pieces] = marked.split(START);
  const marks: Snippet['marks'] = [];
  let text = before;
  for (const piece of pieces) {
    const [match = '', after = ''] = piece.split(STOP);
    if (match !== '') marks.push([text.length, text.length + match.length]);
    text += match + after;
  }
  return { text, marks };
}

/** Where the stretch begins that holds most matches, the first of equals. */
function bestStart(marks: Snippet['marks'], length: number): number {
  let best = { start: 0, count: 0 };
  for (const [i, [first]] of marks.entries()) {
    const start = Math.max(0, first - LEAD);
    const count = marks.slice(i, i + length).filter(([, end]) => end <= start + length).length;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** The next place at or after `at` where a word begins, not far away: a word longer than that is cut. */
function startOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + LEAD).indexOf(' ');
  return whole(text, blank < 0 ? at : at + blank + 1);
}

/** The last place at or before `at` where a word ends, not far away. */
function endOfWord(text: string, at: number): number {
  if (at === text.length) return at;
  const blank = text.slice(at - LEAD, at + 1).lastIndexOf(' ');
  return whole(text, blank < 0 ? at : at - LEAD + blank);
}

/** Never between the two halves of one character. */
const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);
