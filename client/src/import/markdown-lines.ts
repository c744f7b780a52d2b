/** A line of Markdown, and whether it is part of a fenced code block, where nothing is a heading or a list. */
export type MarkdownLine = { text: string; code: boolean };

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/s;

/** The lines of a Markdown text, whatever its line ends. */
export function markdownLines(text: string): MarkdownLine[] {
  let open: string | undefined;
  return text.split(/\r?\n/).map((line) => {
    const [, mark = '', after = ''] = fence.exec(line) ?? [];
    const wasOpen = open !== undefined;
    if (open !== undefined) {
      if (mark.startsWith(open) && after.trim() === '') open = undefined;
    } else if (mark && !(mark.startsWith('`') && after.includes('`'))) open = mark;
    return { text: line, code: wasOpen || open !== undefined };
  });
}

const heading = /^ {0,3}(#{1,6})[ \t](.*)$/s;

export function readHeading({ text, code }: MarkdownLine): { level: number; title: string } | undefined {
  const [, marks, title] = (!code && heading.exec(text)) || [];
  if (!marks || title === undefined) return undefined;
  return {
    level: marks.length,
    title: title
      .trim()
      .replace(/[ \t]#+$/, '')
      .trim(),
  };
}

/** Joins lines again, without blank lines at either end. */
export const joinLines = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

/** Texts under a heading each, one below the other; those without text are left out. */
export function underHeadings(parts: readonly { title?: string; text: string | undefined }[]): string | undefined {
  const written = parts.flatMap(({ title, text }) => {
    const body = text === undefined ? '' : joinLines(text.split(/\r?\n/));
    return body === '' ? [] : [title === undefined ? body : `## ${title}\n\n${body}`];
  });
  return written.length === 0 ? undefined : written.join('\n\n');
}
