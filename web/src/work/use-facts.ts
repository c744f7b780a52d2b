import type { ItemSummary } from 'coact';
import { useMemo } from 'react';
import { useNow } from '../parts/use-now.ts';
import { useStore } from '../state/store.ts';
import type { Facts } from './filter/facts.ts';

const noItems: ReadonlyMap<string, ItemSummary> = new Map();

/** What filters, groups and orders ask about, from what the page knows; the same object until something of it changes. */
export function useFacts(): Facts {
  const me = useStore((state) => state.me);
  const people = useStore((state) => state.people);
  const teams = useStore((state) => state.teams);
  const outcomes = useStore((state) => state.outcomes);
  const items = useStore((state) => state.items) ?? noItems;
  const asked = useStore((state) => state.asked);
  const now = useNow();
  return useMemo(
    () => ({ me: me?.id ?? null, myTeams: me?.teams ?? [], now, people, teams, outcomes, items, asked }),
    [me, now, people, teams, outcomes, items, asked],
  );
}
