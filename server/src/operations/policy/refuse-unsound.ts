import { authorise } from '../../domain/authority.ts';
import { stillNeeded, unmeetable } from '../../domain/policy/approvers.ts';
import { DECIDE, REVEAL } from '../../domain/decision.ts';
import { VERIFY } from '../../domain/policy/base-rules.ts';
import { type Policy, compile, judge } from '../../domain/policy/judge.ts';
import { type RuleSet, listed } from '../../domain/policy/rule.ts';
import { findUnsound } from '../../domain/policy/soundness.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type Participant, activeAdmins } from '../../store/people.ts';
import { existing, livePolicies } from '../../store/policies.ts';
import { loadStanding } from '../standing.ts';

const CHANGE = 'policy.update';

/** Why a set of rules cannot be in force, by the names of the rules that are to blame, or null. */
export async function refuseUnsound(connection: Connection, set: RuleSet): Promise<Refusal | null> {
  const wrong = findUnsound(set, { acts: await knownActs(), ...(await existing(connection, namedIn(set))) });
  if (wrong) return refuse('policy_unsound', wrong);
  const others = (await livePolicies(connection)).filter(
    ({ scope, target }) => scope !== set.scope || target !== set.target,
  );
  const blamed = await shutsOut(connection, compile([...others, set]));
  return blamed
    ? refuse('policy_unsound', { rules: blamed, problem: 'nobody could change the policy any longer' })
    : null;
}

/** The operations that rules can be about: commands that somebody calls, signed in. */
export async function knownActs(): Promise<Set<string>> {
  // Imported when it is asked for: the registry itself lists the operation that asks.
  const { operations } = await import('../registry.ts');
  const ruled = operations.filter(({ kind, open, internal }) => kind === 'command' && !open && !internal);
  return new Set([VERIFY, DECIDE, REVEAL, ...ruled.map(({ name }) => name)]);
}

const namedIn = ({ rules }: RuleSet) => ({
  teams: rules.flatMap(({ when }) => listed(when.team)),
  people: rules.flatMap(({ then }) =>
    typeof then === 'object'
      ? then.approve.by.flatMap((one) => (typeof one === 'object' ? [one.participant] : []))
      : [],
  ),
});

/** The rules that keep every admin from changing the policy, or null while one is left who may, or whom enough may approve. */
async function shutsOut(connection: Connection, policy: Policy): Promise<string[] | null> {
  const blamed = new Set<string>();
  for (const admin of await activeAdmins(connection)) {
    const keeping = await keptFrom(connection, policy, admin);
    if (keeping.length === 0) return null;
    for (const rule of keeping) blamed.add(rule);
  }
  return blamed.size > 0 ? [...blamed].toSorted() : null;
}

async function keptFrom(connection: Connection, policy: Policy, admin: Participant): Promise<string[]> {
  if (isRefusal(authorise(admin, CHANGE))) return ['base'];
  const { decision, rules, needs } = judge(policy, { acts: [CHANGE], actor: admin, work: null });
  if (decision === 'allow') return [];
  if (decision === 'forbid') return rules.map(({ id }) => id);
  const { standing, concerned } = await loadStanding(connection, { work: null, needs, requester: admin });
  return unmeetable(stillNeeded(needs, standing, { concerned, given: [] })).map(({ rule }) => rule);
}
