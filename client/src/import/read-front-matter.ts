import type { Report } from './import-error.ts';
import { parseDate } from './parse-date.ts';
import { describe, type FieldReader, type Fields } from './read-fields.ts';
import { readYaml, type YamlFields } from './read-yaml.ts';

export type FrontMatter = {
  values: Fields;
  field: FieldReader;
  /** What follows the front matter. */
  body: string;
  /** The line of the file that the body starts on, from 1. */
  bodyLine: number;
};

/** Reports a problem of a line of the file, where the line is known. */
export type ReportAt = (problem: string, line?: number) => void;

const block = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/;

/** Splits a Markdown file (line ends `\n`) into YAML front matter and body; reports and gives nothing when it has no such form. */
export function readFrontMatter(text: string, report: ReportAt): FrontMatter | undefined {
  const match = block.exec(text);
  if (!match) {
    report(
      'It does not begin with front matter (`---`, then `name: value` lines, then `---`): add it or move the file away.',
      1,
    );
    return undefined;
  }
  const read = readYaml(match[1] ?? '');
  if ('problems' in read) {
    for (const { line = 0, problem } of read.problems)
      report(`Its front matter is no valid YAML (${problem}): correct it, quoting text where needed.`, line + 1);
    return undefined;
  }
  const { fields } = read;
  const body = text.slice(match[0].length);
  return { values: fields.values, field: fieldReader(fields, report), body, bodyLine: match[0].split('\n').length };
}

function fieldReader(fields: YamlFields, report: ReportAt): FieldReader {
  const tell = (name: string, problem: string) => {
    const line = fields.line(name);
    report(problem, line === undefined ? undefined : line + 1);
  };
  const shown = (name: string) => describe(fields.values[name]);
  const text = (name: string) => {
    const written = fields.written(name);
    if (written === undefined && (fields.values[name] ?? undefined) !== undefined)
      tell(name, `\`${name}\` must be text, not ${shown(name)}: correct it or leave it out.`);
    return written?.trim() ? written : undefined;
  };
  return {
    text,
    texts(name) {
      const entries = fields.list(name);
      if (!entries) tell(name, `\`${name}\` must be a list of texts, not ${shown(name)}: correct it or leave it out.`);
      return (entries ?? []).filter((entry) => entry.trim() !== '');
    },
    date: (name) => readBacklogDate(name, text(name), (problem) => tell(name, problem)),
  };
}

/** Old versions of Backlog.md wrote dd-mm-yy, dd/mm/yy or dd.mm.yy, and still read it so. */
export function readBacklogDate(name: string, text: string | undefined, report: Report): string | undefined {
  if (text === undefined) return undefined;
  const [, day, month, year] = /^(\d\d)[-/.](\d\d)[-/.](\d\d)$/.exec(text.trim()) ?? [];
  const date = parseDate(year === undefined ? text : `20${year}-${month}-${day}`);
  if (date === undefined) report(`\`${name}\` is no date: ${describe(text)}. Write it like 2026-07-13 16:06 (UTC).`);
  return date;
}
