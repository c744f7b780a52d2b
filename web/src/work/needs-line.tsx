import type { ItemSummary } from 'coact';
import { Age } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import type { Facts } from './filter/facts.ts';
import { needsOf } from './needs.ts';

/** In words what an item waits for, from whom, and for how long already. */
export function NeedsLine({ item, facts }: { item: ItemSummary; facts: Facts }) {
  const blockers = useStore((state) => state.blockers);
  const needs = needsOf(item, { ...facts, blockers });
  if (!needs) return null;
  return (
    <span className={needs.isLate ? 'text-fail' : ''} title={needs.text}>
      {needs.text}
      {needs.since && (
        <>
          {' · '}
          <Age at={needs.since} />
        </>
      )}
    </span>
  );
}
