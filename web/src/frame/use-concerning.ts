import type { Stop } from 'coact';
import { useStore } from '../state/store.ts';

/** The stops that cover the whole workspace, or a team that this reader leads or is a member of. */
function concerning(
  stops: readonly Stop[],
  mine: { teams: readonly string[]; parentOf: (team: string) => string | null },
): Stop[] {
  const above = new Set<string>();
  for (const team of mine.teams)
    for (let one: string | null = team; one && !above.has(one); one = mine.parentOf(one)) above.add(one);
  return stops.filter(({ covers, team }) => covers === 'workspace' || (team !== null && above.has(team)));
}

/** The stops that this reader should know of on every page. */
export function useConcerning(): readonly Stop[] {
  const stops = useStore((state) => state.stops);
  const teams = useStore((state) => state.teams);
  const me = useStore((state) => state.me);
  if (stops.length === 0 || !me) return [];
  const led = [...teams.values()].filter(({ lead }) => lead === me.id).map(({ id }) => id);
  return concerning(stops, {
    teams: [...me.teams, ...led],
    parentOf: (team) => teams.get(team)?.parent ?? null,
  });
}
