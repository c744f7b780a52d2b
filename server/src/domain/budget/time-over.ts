import type { Run, WorkItem } from '../work-item.ts';
import { leftUnits } from './item-budget.ts';

/** When the time of a run is over, if it goes on and reports nothing more; null where nothing limits it. Ends a lease's runs only. */
export function timeOver(item: Pick<WorkItem, 'spent' | 'contract' | 'fence'>, run: Run, now: number): number | null {
  if (run.leaseMs === null) return null;
  const ofItem = leftUnits({ ...item, run }, now).ms;
  // The clock runs from the start of the run; a reservation is what is not yet counted of it.
  const ends = (run.charges ?? []).flatMap(({ closed, base, used, reserved }) =>
    closed || reserved.ms === 0 ? [] : [run.startedAt + base.ms + used.ms + reserved.ms],
  );
  if (ofItem !== undefined) ends.push(now + ofItem);
  return ends.length > 0 ? Math.min(...ends) : null;
}
