import type { ItemSummary } from 'coact';
import { useMemo } from 'react';
import { useStore } from '../state/store.ts';

/** What waits to be triaged, the longest waiting first; null until the work is read. */
export function useDrafts(): readonly ItemSummary[] | null {
  const items = useStore((state) => state.items);
  return useMemo(
    () =>
      items &&
      [...items.values()]
        .filter(({ intake, state }) => intake && state === 'draft')
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    [items],
  );
}
