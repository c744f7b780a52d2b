import type { Attempt } from './attempt.ts';
import type { Result } from './end-run.ts';

/** A delivery with everything that shows it: what was named, the changes of a worktree, and else the output. */
export async function deliveryOf(attempt: Attempt, summary: string): Promise<Result> {
  const { workplace, evidence, work, output } = attempt;
  const [patch, branch] = [await workplace.changes(), await workplace.keep()];
  if (patch !== '') await evidence.text('changes.patch', patch);
  const { criteria } = work.claim.brief.contract;
  return {
    kind: 'deliver',
    summary: `${summary.slice(0, 90_000)}${branch ? `\n\nThe commits are on the branch ${branch}.` : ''}`,
    evidence: await evidence.forCriteria(criteria, output.whole()),
  };
}
