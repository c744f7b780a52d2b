import type { Item, RunRecord } from 'coact';
import { words } from '../words/index.ts';

type Verdict = NonNullable<RunRecord['verdicts']>[number];

/** How a delivery was judged, criterion by criterion. */
export function Verdicts({ verdicts, criteria }: { verdicts: RunRecord['verdicts']; criteria: Item['criteria'] }) {
  if (!verdicts || verdicts.length === 0) return null;
  return (
    <ul className="mt-1 space-y-1">
      {verdicts.map((one) => (
        <li key={one.criterion} className="flex gap-2">
          <VerdictMark verdict={one.verdict} />
          <span className="prose min-w-0">
            {criteria.find(({ id }) => id === one.criterion)?.text ?? one.criterion}
            {one.reason && <span className="block text-muted">{one.reason}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export const VerdictMark = ({ verdict }: { verdict: Verdict['verdict'] }) => (
  <span className={`shrink-0 font-medium ${verdict === 'pass' ? 'text-pass' : 'text-fail'}`}>
    <span aria-hidden="true">{verdict === 'pass' ? '✓' : '✕'}</span> {words.item.verdicts[verdict]}
  </span>
);
