import type { PolicyRule } from 'coact';
import { type Approver, type Level, listed } from '../words/rule-sentence.ts';

export type Kind = 'human' | 'agent' | 'system';
export type Risk = 'low' | 'medium' | 'high' | 'critical';

/** A rule as the fields of the editor hold it: an empty text asks for nothing. */
export type Written = {
  id: string;
  kinds: readonly Kind[];
  autonomy: Level | '';
  skill: string;
  acts: readonly string[];
  teams: readonly string[];
  types: readonly string[];
  /** Kinds of decisions. */
  decisions: readonly string[];
  risk: Risk | '';
  priority: string;
  amount: string;
  reversible: '' | 'yes' | 'no';
  external: '' | 'yes' | 'no';
  then: 'allow' | 'approve' | 'forbid';
  by: readonly Approver[];
  count: number;
  because: string;
};

const answer = (said: boolean | undefined) => (said === undefined ? '' : said ? 'yes' : 'no');

/** What most people come for: agents' deliveries wait for the owner. */
const fresh: PolicyRule = {
  id: '',
  when: { action: ['run.deliver'], actorKind: ['agent'] },
  then: { approve: { by: ['owner'], count: 1 } },
  because: '',
};

export function writtenOf(rule: PolicyRule | null): Written {
  const { id, when, then, because } = rule ?? fresh;
  const approve = typeof then === 'object' ? then.approve : null;
  return {
    id,
    kinds: listed(when.actorKind),
    autonomy: when.autonomy ?? '',
    skill: when.skill ?? '',
    acts: listed(when.action),
    teams: listed(when.team),
    types: listed(when.type),
    decisions: listed(when.decisionKind),
    risk: when.risk ?? '',
    priority: when.priority === undefined ? '' : String(when.priority),
    amount: when.amount === undefined ? '' : String(when.amount),
    reversible: answer(when.reversible),
    external: answer(when.external),
    then: typeof then === 'object' ? 'approve' : then,
    by: approve?.by ?? ['owner'],
    count: approve?.count ?? 1,
    because,
  };
}

const oneOrMore = <One>(all: readonly One[]): One | One[] | undefined =>
  all.length === 0 ? undefined : all.length === 1 ? all[0] : [...all];

export function ruleOf(written: Written): PolicyRule {
  const { id, kinds, autonomy, skill, acts, teams, types, decisions, risk, priority, amount, reversible, external } =
    written;
  const when = {
    action: oneOrMore(acts),
    actorKind: autonomy === '' ? oneOrMore(kinds) : undefined,
    autonomy: autonomy || undefined,
    skill: skill.trim() || undefined,
    team: oneOrMore(teams),
    type: oneOrMore(types),
    decisionKind: oneOrMore(decisions),
    risk: risk || undefined,
    priority: priority === '' ? undefined : Number(priority),
    amount: amount === '' ? undefined : Number(amount),
    reversible: reversible === '' ? undefined : reversible === 'yes',
    external: external === '' ? undefined : external === 'yes',
  };
  const then = written.then === 'approve' ? { approve: { by: [...written.by], count: written.count } } : written.then;
  return { id, when: said(when), then, because: written.because.trim() };
}

/** Only what was said, so that a rule that was not touched stays the same. */
const said = (when: PolicyRule['when']): PolicyRule['when'] =>
  Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined));

/** A name from what the rule says, for whoever gives it none. */
export function nameFor(
  { acts, risk, then, autonomy, external, reversible }: Written,
  taken: readonly string[],
): string {
  const verb = acts[0]?.replaceAll(/[._]/g, '-').replaceAll('*', 'any') ?? 'anything';
  const about = [autonomy, verb, risk, external === 'yes' && 'external', reversible === 'no' && 'irreversible'];
  const ends = { allow: 'is-allowed', approve: 'needs-approval', forbid: 'is-forbidden' };
  const name = [...about.filter(Boolean), ends[then]].join('-').replaceAll(/-+/g, '-');
  let free = name;
  for (let i = 2; taken.includes(free); i++) free = `${name}-${i}`;
  return free;
}
