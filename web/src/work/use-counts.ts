import { useMemo } from 'react';
import { isOpen } from './filter/conditions.ts';
import type { Facts } from './filter/facts.ts';
import { readFilter } from './find-work.ts';
import type { KnownView } from './look.ts';
import { testFilter } from './filter/test-filter.ts';

/** How much open work each view has now. */
export function useCounts(views: readonly KnownView[], facts: Facts): ReadonlyMap<string, number> {
  return useMemo(() => {
    const open = [...facts.items.values()].filter(isOpen);
    return new Map(views.map(({ id, filter }) => [id, countOf(filter, open, facts)]));
  }, [views, facts]);
}

function countOf(typed: string, open: Parameters<ReturnType<typeof testFilter>>[0][], facts: Facts): number {
  const test = testFilter(readFilter(typed).filter, facts);
  let count = 0;
  for (const item of open) if (test(item)) count += 1;
  return count;
}
