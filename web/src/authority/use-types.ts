import { useMemo } from 'react';
import { useStore } from '../state/store.ts';

/** The types of work that are in use, and those that most workspaces know. */
export function useTypes(): readonly string[] {
  const items = useStore((state) => state.items);
  return useMemo(() => {
    const used = [...(items?.values() ?? [])].map(({ type }) => type);
    return [...new Set(['task', 'bug', 'feature', ...used])].toSorted();
  }, [items]);
}
