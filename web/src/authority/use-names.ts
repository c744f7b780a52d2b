import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import type { Names } from '../words/rule-sentence.ts';

/** What teams and people are called, for sentences about rules. */
export function useNames(): Names {
  const teams = useStore((state) => state.teams);
  const people = useStore((state) => state.people);
  return useMemo(
    () => ({ team: (id) => teams.get(id)?.name ?? id, person: (id) => people.get(id)?.name ?? id }),
    [teams, people],
  );
}
