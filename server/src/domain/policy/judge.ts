import { risks } from '../contract.ts';
import type { Actor } from '../authority.ts';
import { baseRules } from './base-rules.ts';
import { type Autonomy, levelFor, rankOf, usualAutonomy } from './autonomy.ts';
import { type Approver, type Rule, type RuleSet, type Scope, type When, listed } from './rule.ts';
import type { Work } from './work.ts';

/** Whoever acts, as far as the rules ask. */
export type Acting = Pick<Actor, 'kind'> & { skills: readonly string[]; autonomy: Autonomy | null };
/** What is asked: one act, or several that one call amounts to, and the work that they are about. */
export type Case = {
  acts: readonly string[];
  actor: Acting;
  work: Work | null;
  /** What kind of decision is asked for, and about how much, where the act is to decide. */
  decision?: { kind: string | null; amount: number | null };
};

export type Reason = { id: string; because: string };
export type Requirement = { by: readonly Approver[]; count: number; rule: string };
export type Verdict = {
  decision: 'allow' | 'approve' | 'forbid';
  /** The rules that decided, in the order of their names. */
  rules: readonly Reason[];
  /** All of them must be met before the act may happen. */
  needs: readonly Requirement[];
};

type Test = (asked: Pick<Case, 'actor' | 'work' | 'decision'>) => boolean;
type Compiled = { rule: Rule; tests: readonly Test[] };
export type Policy = {
  byAct: ReadonlyMap<string, readonly Compiled[]>;
  byArea: ReadonlyMap<string, readonly Compiled[]>;
};

const ANY = '*';
const allowed: Verdict = { decision: 'allow', rules: [], needs: [] };

/** Prepares the base rules and those of the workspace, found by what is done. The base rules always count: the others only narrow. */
export function compile(sets: readonly RuleSet[]): Policy {
  const byAct = new Map<string, Compiled[]>();
  const byArea = new Map<string, Compiled[]>();
  for (const { scope, target, rules } of [{ scope: 'workspace' as const, target: null, rules: baseRules }, ...sets]) {
    for (const rule of rules) {
      const compiled = { rule, tests: [...scopeTests(scope, target), ...testsOf(rule.when)] };
      for (const act of rule.when.action === undefined ? [ANY] : new Set(listed(rule.when.action))) {
        const [index, key] = act === ANY ? [byArea, ANY] : act.endsWith('.*') ? [byArea, areaOf(act)] : [byAct, act];
        index.set(key, [...(index.get(key) ?? []), compiled]);
      }
    }
  }
  return { byAct, byArea };
}

const areaOf = (act: string) => act.slice(0, act.indexOf('.'));

/** Whether any rule could say something to this act: most acts, such as a heartbeat, meet none. */
export const isRuled = ({ byAct, byArea }: Policy, act: string) =>
  byAct.has(act) || byArea.has(areaOf(act)) || byArea.has(ANY);

/** Judges a case. The most restrictive matching rule wins, so their order never matters; approvals that are asked for add up. */
export function judge(policy: Policy, asked: Case): Verdict {
  const matching = new Set<Rule>();
  for (const act of asked.acts)
    for (const some of [policy.byAct.get(act), policy.byArea.get(areaOf(act)), policy.byArea.get(ANY)])
      for (const { rule, tests } of some ?? []) if (tests.every((test) => test(asked))) matching.add(rule);
  return matching.size === 0 ? allowed : verdictOf([...matching]);
}

function verdictOf(matching: readonly Rule[]): Verdict {
  const forbidding = matching.filter(({ then }) => then === 'forbid');
  if (forbidding.length > 0) return { decision: 'forbid', rules: reasons(forbidding), needs: [] };
  const approving = matching.filter(({ then }) => typeof then === 'object').toSorted(byId);
  if (approving.length === 0) return { decision: 'allow', rules: reasons(matching), needs: [] };
  const needs = approving.flatMap(({ id, then }) => (typeof then === 'object' ? [{ ...then.approve, rule: id }] : []));
  return { decision: 'approve', rules: reasons(approving), needs };
}

const byId = (a: Reason, b: Reason) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.because < b.because ? -1 : 1);
const reasons = (rules: readonly Rule[]): Reason[] => rules.map(({ id, because }) => ({ id, because })).toSorted(byId);

function scopeTests(scope: Scope, target: string | null): Test[] {
  switch (scope) {
    case 'workspace':
      return [];
    case 'team':
      return [({ work }) => work?.team === target];
    case 'type':
      return [({ work }) => work?.type === target];
    case 'item':
      return [({ work }) => work !== null && work.id === target];
  }
}

/** A condition on work does not hold for an act that is about none. */
function testsOf({ action: _, ...conditions }: When): Test[] {
  const { actorKind, autonomy, skill, team, type, risk, priority, amount, reversible, external, decisionKind } =
    conditions;
  const [kinds, teams, types] = [listed(actorKind), listed(team), listed(type)];
  const least = risk === undefined ? 0 : risks.indexOf(risk);
  const tests: (Test | false)[] = [
    actorKind !== undefined && (({ actor }) => kinds.includes(actor.kind)),
    autonomy !== undefined &&
      (({ actor, work }) => actor.kind === 'agent' && rankOfActor(actor, work) <= rankOf(autonomy)),
    skill !== undefined && (({ actor }) => actor.skills.includes(skill)),
    team !== undefined && (({ work }) => work !== null && teams.includes(work.team)),
    type !== undefined && (({ work }) => work !== null && types.includes(work.type)),
    risk !== undefined && (({ work }) => work !== null && risks.indexOf(work.risk) >= least),
    priority !== undefined && (({ work }) => work !== null && work.priority !== null && work.priority <= priority),
    amount !== undefined && (({ work, decision }) => (decision?.amount ?? work?.amount ?? -1) >= amount),
    decisionKind !== undefined &&
      (({ decision }) => decision?.kind != null && listed(decisionKind).includes(decision.kind)),
    reversible !== undefined && (({ work }) => work?.reversible === reversible),
    external !== undefined && (({ work }) => work?.external === external),
  ];
  return tests.filter((test) => test !== false);
}

const rankOfActor = ({ autonomy }: Acting, work: Work | null) =>
  rankOf(levelFor(autonomy ?? usualAutonomy, work?.type ?? null));
