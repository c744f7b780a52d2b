import type { ImportItem } from './backlog-format.ts';
import { readBacklogComments, type WrittenComment } from './backlog-comments.ts';
import { joinLines, underHeadings } from './markdown-lines.ts';
import { type Criterion, readCriteria } from './read-criteria.ts';
import { type Section, splitSections, withoutMarks } from './split-sections.ts';

export type BacklogBody = Pick<ImportItem, 'outcome' | 'context' | 'criteria'> & { comments: WrittenComment[] };

/**
 * Reads a task's body. Description is the outcome, together with whatever stands before the first heading. Acceptance Criteria
 * are criteria, and so is the Definition of Done that the task itself lists, marked by the words in front: Backlog.md copies
 * it into each new task and wants it checked off like the others, so as mere background it would go unverified. The list in
 * the project's settings alone makes no criteria: a task that lacks it is older, or was made without it on purpose. All other
 * sections, and what a section of criteria says besides its list, are context.
 */
export function readBody(body: string, firstLine: number): BacklogBody {
  const outcome: string[] = [];
  const criteria: Criterion[] = [];
  const context: { title?: string; text: string }[] = [];
  const comments: WrittenComment[] = [];

  for (const section of splitSections(body, firstLine)) {
    const title = section.title ?? '';
    const kind = title.toLowerCase();
    if (section.title === undefined || kind === 'description') outcome.push(withoutMarks(section.text));
    else if (/^acceptance criteria(?: \(.*\))?$/.test(kind) || kind === 'definition of done') {
      const listed = readChecklist(section);
      const prefix = kind === 'definition of done' ? 'Definition of Done: ' : '';
      criteria.push(...listed.criteria.map(({ text, ...met }) => ({ text: prefix + text, ...met })));
      context.push({ title, text: listed.rest });
    } else if (kind === 'comments') {
      const read = readBacklogComments(section.text, section.line);
      comments.push(...read.comments);
      context.push({ title, text: read.rest });
    } else context.push({ title, text: withoutMarks(section.text) });
  }
  return {
    outcome: joinLines(outcome.filter(Boolean).join('\n\n').split('\n')),
    criteria,
    comments,
    ...contextOf(context),
  };
}

function contextOf(parts: readonly { title?: string; text: string }[]): Pick<ImportItem, 'context'> {
  const context = underHeadings(parts);
  return context === undefined ? {} : { context };
}

const marked = /<!--[ \t]*(AC|DOD):BEGIN[ \t]*-->([\s\S]*?)<!--[ \t]*\1:END[ \t]*-->/g;

/** Between its marks a section lists criteria; without marks, as old files have it, anywhere. */
function readChecklist({ text }: Section): { criteria: Criterion[]; rest: string } {
  const lists = [...text.matchAll(marked)].map(([, , list = '']) => readCriteria(list));
  if (lists.length === 0) return readCriteria(text);
  const outside = text.replaceAll(marked, '');
  return {
    criteria: lists.flatMap(({ criteria }) => criteria),
    rest: joinLines([...lists.map(({ rest }) => rest), outside].filter((part) => part.trim() !== '')),
  };
}
