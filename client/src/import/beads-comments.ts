import type { ImportItem } from './backlog-format.ts';
import type { Report } from './import-error.ts';
import { omitUndefined } from './omit-undefined.ts';
import { bareName, type People } from './people.ts';
import { describe, type Fields, isFields, readFields } from './read-fields.ts';

type Comment = ImportItem['comments'][number];

/**
 * Reads `comments: [{id, issue_id, author, text, created_at}]`. `kept` has an entry for each comment, in the same order, with
 * what a comment has no place for, such as its number; it is empty when nothing is left.
 */
export function readComments(
  issue: Fields,
  { people, report }: { people: People; report: Report },
): { comments: Comment[]; kept: Fields[] } {
  const list = issue['comments'] ?? [];
  if (!Array.isArray(list) || !list.every(isFields)) {
    report(`\`comments\` must be a list of objects, not ${describe(list)}: correct it or leave it out.`);
    return { comments: [], kept: [] };
  }
  const read = list.map((fields, index) => {
    const field = readFields(fields, (problem) => report(`Comment ${index + 1}: ${problem}`));
    const text = field.text('text');
    if (text === undefined) report(`Comment ${index + 1} has no \`text\`: write it or remove the comment.`);
    const written = field.text('author');
    const author = written && people.name(written, report);
    const comment = omitUndefined({ author, text: text ?? '', at: field.date('created_at') });
    const mapped = (name: string) =>
      name === 'text' ||
      name === 'created_at' ||
      (name === 'author' && (!written || author === bareName(written))) ||
      (name === 'issue_id' && fields[name] === issue['id']);
    return { comment, kept: Object.fromEntries(Object.entries(fields).filter(([name]) => !mapped(name))) };
  });
  const kept = read.map((one) => one.kept);
  return {
    comments: read.map(({ comment }) => comment),
    kept: kept.some((fields) => Object.keys(fields).length > 0) ? kept : [],
  };
}
