import type { Mapping, Role } from './provider.ts';

/** From the least to the most. */
const roles: readonly Role[] = ['guest', 'member', 'admin'];
const highest = (some: readonly Role[]): Role | null => roles.findLast((role) => some.includes(role)) ?? null;

/** What groups gave somebody at their last sign-in: the role above their own, and the teams that they had not been in by hand. */
export type Given = { role: Role | null; ownRole: Role | null; teams: readonly string[] };
export const nothingGiven: Given = { role: null, ownRole: null, teams: [] };

export type Standing = { role: Role; teams: readonly string[] };

/** What the mappings give to whoever is in these groups: the highest role of them, and all of their teams. */
export function mapGroups(
  mappings: readonly Mapping[],
  groups: readonly string[],
): { role: Role | null; teams: string[] } {
  const matching = mappings.filter(({ group }) => groups.includes(group));
  return {
    role: highest(matching.flatMap(({ role }) => role ?? [])),
    teams: [...new Set(matching.flatMap(({ teams }) => teams))],
  };
}

/** The role of somebody new by hand, as it were: where groups decide about roles, nobody is more than a guest without one. */
export const firstRole = (mappings: readonly Mapping[]): Role =>
  mappings.some(({ role }) => role !== null) ? 'guest' : 'member';

export type Applied = { role: Role; teams: string[]; joined: string[]; left: string[]; given: Given };

/**
 * How somebody stands after a sign-in. What they have by hand is theirs and stays; what groups give comes on top, and goes
 * with the group. `keepsRole` where they may not lose the role that they have: the last admin.
 */
export function applyGroups(
  { role, teams }: Standing,
  {
    given,
    mapped,
    keepsRole = false,
  }: { given: Given; mapped: { role: Role | null; teams: readonly string[] }; keepsRole?: boolean },
): Applied {
  // Whoever changed the role since then did so by hand.
  const own = given.role === role && given.ownRole ? given.ownRole : role;
  const wanted = highest([own, mapped.role ?? own]) ?? own;
  const kept = keepsRole && wanted !== 'admin';
  const [after, below] = kept ? [role, own] : [wanted, own];

  const byGroup = given.teams.filter((team) => teams.includes(team));
  const left = byGroup.filter((team) => !mapped.teams.includes(team));
  const joined = mapped.teams.filter((team) => !teams.includes(team));
  const stays = byGroup.filter((team) => mapped.teams.includes(team));
  return {
    role: after,
    teams: [...teams.filter((team) => !left.includes(team)), ...joined],
    joined,
    left,
    given: {
      ...(after === below ? { role: null, ownRole: null } : { role: after, ownRole: below }),
      teams: [...stays, ...joined],
    },
  };
}
