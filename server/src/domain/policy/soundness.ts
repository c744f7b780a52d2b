import { type Rule, type RuleSet, listed } from './rule.ts';

export type Unsound = { rules: string[]; problem: string };

/** What exists, for what rules may refer to. */
export type Known = { acts: ReadonlySet<string>; teams: ReadonlySet<string>; participants: ReadonlySet<string> };

/** The first thing that is wrong with a set of rules, by the names of the rules, or null. */
export function findUnsound(set: RuleSet, known: Known): Unsound | null {
  for (const rule of set.rules) {
    const problem = missingOf(rule, known) ?? impossible(rule, set);
    if (problem) return { rules: [rule.id], problem };
  }
  return clashOf(set.rules);
}

function missingOf({ when, then }: Rule, { acts, teams, participants }: Known): string | null {
  const areas = new Set([...acts].map((act) => `${act.split('.')[0]}.*`));
  const act = listed(when.action).find((one) => !acts.has(one) && !areas.has(one));
  if (act) return `there is no act ${act}`;
  const team = listed(when.team).find((one) => !teams.has(one));
  if (team) return `there is no team ${team}`;
  const by = typeof then === 'object' ? then.approve.by : [];
  const nobody = by.find((one) => typeof one === 'object' && !participants.has(one.participant));
  return nobody && typeof nobody === 'object' ? `nobody who could approve is ${nobody.participant}` : null;
}

/** Conditions that nothing can meet, and approvals that nobody could give. */
function impossible({ when, then }: Rule, { scope, target }: RuleSet): string | null {
  if (when.autonomy && when.actorKind && !listed(when.actorKind).includes('agent'))
    return 'only agents have an autonomy level, and it is for others';
  if (scope === 'team' && target && when.team && !listed(when.team).includes(target))
    return 'it is for another team than the policy';
  if (scope === 'type' && target && when.type && !listed(when.type).includes(target))
    return 'it is for another type of work than the policy';
  if (typeof then !== 'object' || then.approve.by.includes('admin')) return null;
  const { by, count } = then.approve;
  const different = new Set(by.map((one) => (typeof one === 'object' ? one.participant : one))).size;
  return count > different ? `${count} people must approve, and at most ${different} could` : null;
}

/** Two rules of one name, or two that say different things of the same case. */
function clashOf(rules: readonly Rule[]): Unsound | null {
  const names = rules.map(({ id }) => id);
  const twice = names.find((id, i) => names.indexOf(id) !== i);
  if (twice) return { rules: [twice], problem: 'two rules have this name' };
  const byCase = Map.groupBy(rules, ({ when }) => caseOf(when));
  const clash = [...byCase.values()].find((same) => new Set(same.map(({ then }) => JSON.stringify(then))).size > 1);
  return clash ? { rules: clash.map(({ id }) => id), problem: 'they say different things of the same case' } : null;
}

const caseOf = (when: Rule['when']) =>
  JSON.stringify(
    Object.entries(when)
      .map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value)].toSorted() : [value]])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
