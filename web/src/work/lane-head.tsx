import { count } from '../parts/format.ts';
import type { Facts } from './filter/facts.ts';
import type { Grouped } from './group.ts';
import { LaneLoad } from './lane-load.tsx';
import type { Group } from './look.ts';

type LaneHeadProps = { lane: Grouped; group: Group; facts: Facts; span: number };

/** What the rows below it have in common. */
export const LaneHead = ({ lane, group, facts, span }: LaneHeadProps) => (
  <div role="row" className="flex h-full items-center border-b border-line bg-paper px-4">
    <span role="gridcell" aria-colspan={span} className="flex min-w-0 flex-1 items-center gap-2 font-medium">
      <span className="truncate">{lane.title}</span>
      <span className="font-normal text-muted tabular-nums">{count(lane.items.length)}</span>
      <LaneLoad lane={lane} group={group} facts={facts} />
    </span>
  </div>
);
