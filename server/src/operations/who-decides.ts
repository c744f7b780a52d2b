import type { Actor } from '../domain/authority.ts';
import { DECIDE, REVEAL } from '../domain/decision.ts';
import { stillNeeded } from '../domain/policy/approvers.ts';
import { type Deciders, decidersOf } from '../domain/policy/decider.ts';
import { type Acting, isRuled, judge } from '../domain/policy/judge.ts';
import { workOf } from '../domain/policy/work.ts';
import { type Refusal } from '../domain/refusals.ts';
import type { StoredItem } from '../store/items.ts';
import { rightsFor } from '../store/rights.ts';
import { refuseByPolicy } from './ask-policy.ts';
import type { CommandContext } from './context.ts';
import { loadStanding } from './standing.ts';

type Question = {
  item: StoredItem | null;
  requester: Actor & Acting;
  decisionKind: string | null;
  amount: number | null;
  /** Whom the asker names. */
  named: string | null;
};

export type Authorised = Deciders & { rules: string[]; nameOf: (id: string) => string };

/** Who may decide, and how many must choose the same, by the rules as they are now, the rights of the item, or because they answer for it. */
export async function whoDecides(context: CommandContext, question: Question): Promise<Authorised | Refusal> {
  const { connection, policy } = context;
  const { item, requester, decisionKind, amount, named } = question;
  const work = item && workOf(item);
  const decision = { kind: decisionKind, amount };
  const verdict =
    policy && isRuled(policy, DECIDE) ? judge(policy, { acts: [DECIDE], actor: requester, work, decision }) : null;
  if (verdict?.decision === 'forbid') return refuseByPolicy(verdict);
  const needs = verdict?.needs ?? [];
  const { standing, concerned, nameOf } = await loadStanding(connection, { work, needs, requester, decisionKind });
  const open = needs.length > 0 ? stillNeeded(needs, standing, { concerned, given: [] }) : null;
  const right = item ? ((await rightsFor(connection, item.id, decisionKind))?.decide ?? null) : null;
  const deciders = decidersOf({ open, right, owner: item?.contract.owner ?? null, named });
  if (verdict && deciders.wanted.some(({ count, approvers }) => approvers.length < count))
    return refuseByPolicy(verdict, { problem: 'too few who may decide it are here' });
  return { ...deciders, rules: verdict?.rules.map(({ id }) => id) ?? [], nameOf };
}

/** Whether the rules want a judgement of one's own before the recommendation is seen. */
export function asksBlind(
  { policy, actor }: CommandContext,
  { item, decisionKind, amount }: Omit<Question, 'named' | 'requester'>,
): boolean {
  if (!policy || !isRuled(policy, REVEAL)) return false;
  const decision = { kind: decisionKind, amount };
  return judge(policy, { acts: [REVEAL], actor, work: item && workOf(item), decision }).decision === 'forbid';
}
