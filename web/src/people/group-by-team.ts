import type { Participant, Team } from 'coact';

/** A team with its members and the teams in it; `depth` 0 is a team that is part of no other. */
export type TeamGroup = { team: Team | null; depth: number; members: Participant[] };

const kindsInOrder: Record<Participant['kind'], number> = { human: 0, agent: 1, system: 2 };
const statusesInOrder: Record<Participant['status'], number> = { active: 0, paused: 1, retired: 2 };
const inOrder = (a: Participant, b: Participant) =>
  statusesInOrder[a.status] - statusesInOrder[b.status] ||
  kindsInOrder[a.kind] - kindsInOrder[b.kind] ||
  a.name.localeCompare(b.name);

/**
 * Teams as a tree, told from its top: each with its members, who is active first, people before agents. Whoever is in several teams stands in each; whoever
 * is in none stands in the last group, of no team. A team whose larger team is unknown counts as one of the top.
 */
export function groupByTeam(people: readonly Participant[], teams: ReadonlyMap<string, Team>): TeamGroup[] {
  const members = new Map<string, Participant[]>();
  for (const one of people.toSorted(inOrder))
    for (const team of one.teams) members.set(team, [...(members.get(team) ?? []), one]);
  const parts = Map.groupBy(teams.values(), ({ parent }) => (parent && teams.has(parent) ? parent : ''));
  const below = (parent: string, depth: number): TeamGroup[] =>
    (parts.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((team) => [{ team, depth, members: members.get(team.id) ?? [] }, ...below(team.id, depth + 1)]);
  const free = people.filter((one) => !one.teams.some((team) => teams.has(team))).toSorted(inOrder);
  return [...below('', 0), ...(free.length > 0 ? [{ team: null, depth: 0, members: free }] : [])];
}
