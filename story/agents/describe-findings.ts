import { counted } from './counted.ts';
import type { Findings, Problem, Subject } from './find-problems.ts';

/** What was checked of one kind and what was found, as evidence for a criterion about it. */
export function resultOf({ files, looked, problems }: Findings, subject: Subject): string {
  const left = problemsOf(problems, subject).map(where);
  return [
    `${counted(looked[subject], subject)} in ${counted(files, 'document')} checked, ${counted(left.length, 'problem')}.`,
    ...left,
  ].join('\n');
}

/** The problems of one kind. */
export function problemsOf(problems: readonly Problem[], subject: Subject): Problem[] {
  return problems.filter((one) => one.subject === subject);
}

/** A problem in words, with its place. */
export function where({ file, line, subject, problem }: Problem): string {
  return `${file}:${line} a ${subject} ${problem}`;
}
