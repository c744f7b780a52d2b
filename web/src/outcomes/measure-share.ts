import type { Outcome } from 'coact';

export type Measure = Outcome['measures'][number];
type Figures = Pick<Measure, 'baseline' | 'current' | 'target'>;

/** How far a measure is on its way, 0 at its baseline and 1 at its target; below 0 when it went the other way. */
export function measureShare({ baseline, current, target }: Figures): number {
  if (target === baseline) return current === target ? 1 : 0;
  // Without the sum, a falling measure that has not moved yet would be at minus zero.
  return (current - baseline) / (target - baseline) + 0;
}
