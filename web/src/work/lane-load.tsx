import { useMemo } from 'react';
import { words } from '../words/index.ts';
import type { Facts } from './filter/facts.ts';
import type { Grouped } from './group.ts';
import type { Group } from './look.ts';

/** How much of a lane is in work: against what was agreed with whoever it is, or by whom. */
export function LaneLoad({ lane: { value, items }, group, facts }: { lane: Grouped; group: Group; facts: Facts }) {
  const load = useMemo(() => {
    const active = items.filter(({ state }) => state === 'active');
    const byAgents = active.filter(({ executor }) => facts.people.get(executor ?? '')?.kind === 'agent').length;
    return { active: active.length, byAgents };
  }, [items, facts.people]);
  const { lane } = words.work;
  const split = lane.split(load.active - load.byAgents, load.byAgents);
  if (group === 'state')
    return value === 'active' && load.active > 0 ? (
      <span className="ml-auto truncate text-sm font-normal text-muted" title={split}>
        {split}
      </span>
    ) : null;
  const limit = group === 'executor' ? facts.people.get(value)?.wipLimit : null;
  if (limit == null) return null;
  const isOver = load.active > limit;
  return (
    <span
      title={isOver ? lane.over : lane.wipNote}
      className={`ml-auto text-sm font-normal whitespace-nowrap ${isOver ? 'text-fail' : 'text-muted'}`}
    >
      {lane.wip(load.active, limit)}
    </span>
  );
}
