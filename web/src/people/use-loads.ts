import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import { type Load, loadOf, noLoad } from './load-of.ts';

/** Everybody's load, worked out again when the work or what is asked changes. */
export function useLoads(): (id: string) => Load {
  const items = useStore((state) => state.items);
  const asked = useStore((state) => state.asked);
  return useMemo(() => {
    const loads = loadOf(items?.values() ?? [], asked.values());
    return (id: string) => loads.get(id) ?? noLoad;
  }, [items, asked]);
}
