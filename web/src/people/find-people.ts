import type { Participant, Team } from 'coact';

/** Those whose name, skills, address, kind or teams have every word that was typed; the retired only when they are wanted. */
export function findPeople(
  people: Iterable<Participant>,
  { text, retired, teams }: { text: string; retired: boolean; teams: ReadonlyMap<string, Team> },
): Participant[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = (one: Participant) => {
    const inTeams = one.teams.flatMap((id) => [teams.get(id)?.name ?? '', teams.get(id)?.key ?? '']);
    return [one.name, one.email ?? '', one.kind, ...one.skills, ...inTeams].join(' ').toLowerCase();
  };
  return [...people].filter((one) => {
    if (one.status === 'retired' && !retired) return false;
    const has = textOf(one);
    return wanted.every((word) => has.includes(word));
  });
}
