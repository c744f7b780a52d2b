import { joinLines, markdownLines, readHeading } from './markdown-lines.ts';

/** A part of a task's body: its heading (none for what stands before the first) and what stands below. */
export type Section = {
  title: string | undefined;
  text: string;
  /** Of the first line of `text`, from 1. */ line: number;
};

const begin = /^[ \t]*<!--[ \t]*([A-Z_:]+):BEGIN[ \t]*-->[ \t]*$/;
const endMark = /^[ \t]*<!--[ \t]*([A-Z_:]+):END[ \t]*-->[ \t]*$/;

/**
 * Splits a body at its second-level headings. Between the marks of Backlog.md (`<!-- SECTION:NOTES:BEGIN -->` … `END`) headings
 * belong to the text. A mark that is never closed is as good as none: else it would swallow all that follows.
 */
export function splitSections(body: string, firstLine: number): Section[] {
  const sections: { title: string | undefined; lines: string[]; line: number }[] = [
    { title: undefined, lines: [], line: firstLine },
  ];
  const lines = outsideMarks(body);
  lines.forEach(({ text, code, marked }, index) => {
    const heading = marked ? undefined : readHeading({ text, code });
    if (heading?.level === 2) sections.push({ title: heading.title, lines: [], line: firstLine + index + 1 });
    else sections.at(-1)?.lines.push(text);
  });
  return sections.map(({ title, lines: own, line }) => ({ title, text: own.join('\n'), line }));
}

/** The text of a section without the marks that Backlog.md puts round it. */
export const withoutMarks = (text: string) =>
  joinLines(
    text.split('\n').filter((line) => !/^[ \t]*<!--[ \t]*SECTION:[A-Z_]+:(?:BEGIN|END)[ \t]*-->[ \t]*$/.test(line)),
  );

/** Fences are counted anew in each stretch, so one left open inside marks ends with them. */
function outsideMarks(body: string): { text: string; code: boolean; marked: boolean }[] {
  const lines = body.split('\n');
  const read: { text: string; code: boolean; marked: boolean }[] = [];
  let stretch: string[] = [];
  const ends = Map.groupBy(lines.keys(), (index) => endMark.exec(lines[index] ?? '')?.[1] ?? '');
  ends.delete('');
  const flush = () => {
    if (stretch.length === 0) return;
    for (const { text, code } of markdownLines(stretch.join('\n'))) read.push({ text, code, marked: false });
    stretch = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const end = ends.get(begin.exec(line)?.[1] ?? '')?.find((at) => at > index);
    if (end === undefined) {
      stretch.push(line);
      continue;
    }
    flush();
    read.push(...lines.slice(index, end + 1).map((text) => ({ text, code: false, marked: true })));
    index = end;
  }
  flush();
  return read;
}
