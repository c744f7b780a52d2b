import type { Run } from '../work-item.ts';
import { type Units, toUnits } from './amounts.ts';

/**
 * What a run has consumed by now. Under a lease time runs by the clock, whatever is reported; people hold work for days
 * without working on it all the time, so theirs is what they say.
 */
export function consumed({ usage, leaseMs, startedAt }: Run, now: number): Units {
  const said = toUnits(usage);
  return leaseMs === null ? said : { ...said, ms: Math.max(said.ms, now - startedAt) };
}
