import type { ItemSummary } from 'coact';
import { useEffect, useMemo, useRef } from 'react';
import { loadEnded } from '../state/load.ts';
import { noticeExpiry } from '../state/session.ts';
import type { Facts } from './filter/facts.ts';
import { everything } from './filter/filter.ts';
import { wantsEnded } from './filter/test-filter.ts';
import type { FilterTrouble } from './filter/trouble.ts';
import { findWork, readFilter, sortWork } from './find-work.ts';

export type Found = { items: readonly ItemSummary[]; trouble: FilterTrouble | null; withEnded: boolean };

/** The work that is looked at. What has ended is fetched when it is first asked for. */
export function useFound(wanted: { typed: string; sort: string; facts: Facts; showEnded: boolean }): Found {
  const { typed, sort, facts, showEnded } = wanted;
  const last = useRef(everything);
  const { filter, trouble } = useMemo(() => readFilter(typed, last.current), [typed]);
  last.current = filter;
  const sorted = useMemo(() => sortWork(sort, facts), [sort, facts]);
  const withEnded = showEnded || wantsEnded(filter);
  useEffect(() => {
    if (withEnded) loadEnded().catch(noticeExpiry);
  }, [withEnded]);
  const items = useMemo(() => findWork(sorted, filter, facts, withEnded), [sorted, filter, facts, withEnded]);
  return useMemo(() => ({ items, trouble, withEnded }), [items, trouble, withEnded]);
}
