import type { ItemSummary } from 'coact';
import { useCallback } from 'react';
import { useStore } from '../state/store.ts';

/** Tells whether the reader decides about a draft: its owner, the lead of its team, an admin. */
export function useMayTriage(): (item: ItemSummary) => boolean {
  const me = useStore((state) => state.me);
  const teams = useStore((state) => state.teams);
  return useCallback(
    ({ owner, team }) => me !== null && (me.role === 'admin' || [owner, teams.get(team)?.lead].includes(me.id)),
    [me, teams],
  );
}
