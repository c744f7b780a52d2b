import { joinLines } from './markdown-lines.ts';

/** A comment as it stands in a task's file: its fields, such as `author` and `created`, and its text. */
export type WrittenComment = { fields: Record<string, string>; text: string; /** Of its first field. */ line: number };

const field = /^([a-z][a-z_]*):[ \t]*(.*)$/i;

/**
 * Reads the entries of a Comments section: `author: …` and `created: …`, a line `---`, the text, a line `---`. A `---` inside a
 * text does not end it unless another entry or the end follows. Lines outside any entry come back as `rest`.
 */
export function readBacklogComments(text: string, firstLine: number): { comments: WrittenComment[]; rest: string } {
  const lines = text.split('\n');
  const comments: WrittenComment[] = [];
  const rest: string[] = [];

  for (let index = 0; index < lines.length;) {
    const head = readHead(lines, index);
    if (!head) {
      if (!/^<!--[ \t]*COMMENTS:(?:BEGIN|END)[ \t]*-->$/.test(lines[index]?.trim() ?? ''))
        rest.push(lines[index] ?? '');
      index += 1;
      continue;
    }
    const end = endOfText(lines, head.next);
    comments.push({ fields: head.fields, text: joinLines(lines.slice(head.next, end)), line: firstLine + index });
    index = end + Number(isRule(lines[end]));
  }
  return { comments, rest: joinLines(rest) };
}

const isRule = (line: string | undefined) => line?.trim() === '---';
const isEnd = (line: string | undefined) => line === undefined || /^<!--[ \t]*COMMENTS:END/.test(line.trim());

/** The fields that start an entry at this line, if one starts here, and the line after their `---`. */
function readHead(
  lines: readonly string[],
  start: number,
): { fields: Record<string, string>; next: number } | undefined {
  const fields = new Map<string, string>();
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isRule(line)) {
      const starts = fields.has('author') || fields.has('created');
      return starts ? { fields: Object.fromEntries(fields), next: index + 1 } : undefined;
    }
    const [, name, value] = field.exec(line) ?? [];
    if (name === undefined || value === undefined || fields.has(name)) return undefined;
    fields.set(name, value.trim());
  }
  return undefined;
}

function endOfText(lines: readonly string[], start: number): number {
  for (let index = start; index < lines.length; index += 1) {
    if (isEnd(lines[index])) return index;
    if (!isRule(lines[index])) continue;
    let next = index + 1;
    while (lines[next]?.trim() === '') next += 1;
    if (isEnd(lines[next]) || readHead(lines, next)) return index;
  }
  return lines.length;
}
