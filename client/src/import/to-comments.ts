import type { WrittenComment } from './backlog-comments.ts';
import type { ImportItem } from './backlog-format.ts';
import { omitUndefined } from './omit-undefined.ts';
import { bareName, type People } from './people.ts';
import type { Fields } from './read-fields.ts';
import { readBacklogDate, type ReportAt } from './read-front-matter.ts';

/**
 * The comments of a task's file as a batch has them. `kept` has an entry for each comment, in the same order,
 * with what a comment has no place for; it is empty when nothing is left.
 */
export function toComments(
  written: readonly WrittenComment[],
  people: People,
  report: ReportAt,
): { comments: ImportItem['comments']; kept: Fields[] } {
  const read = written.map(({ fields, text, line }) => {
    const { author, created, ...others } = fields;
    const called = author ? people.name(author, report) : undefined;
    const at = readBacklogDate('created', created || undefined, (problem) => report(`In a comment: ${problem}`, line));
    const respelled = author && called !== bareName(author) ? { author } : {};
    return { comment: omitUndefined({ author: called, text, at }), kept: { ...others, ...respelled } };
  });
  const kept = read.map((one) => one.kept);
  return {
    comments: read.map(({ comment }) => comment),
    kept: kept.some((fields) => Object.keys(fields).length > 0) ? kept : [],
  };
}
