import { useStore } from '../state/store.ts';
import type { NameOf } from './tell-value.ts';

/** The names of the people, teams, outcomes and open items that the page knows, by their ids. */
export function useNames(): NameOf {
  const people = useStore((state) => state.people);
  const teams = useStore((state) => state.teams);
  const items = useStore((state) => state.items);
  const outcomes = useStore((state) => state.outcomes);
  return (id) => {
    const item = items?.get(id);
    if (item) return `${item.key} ${item.title}`;
    return people.get(id)?.name ?? teams.get(id)?.name ?? outcomes.get(id)?.title;
  };
}
