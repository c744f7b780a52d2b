import type { Facts } from '../domain/authority.ts';
import { type Verdict, isRuled, judge } from '../domain/policy/judge.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { CommandContext } from './context.ts';
import type { Operation } from './define.ts';

export type Asked = { operation: Operation; context: CommandContext; loaded: unknown; input: unknown; facts: Facts };

/** What the rules say of a call, or null where none of them could say anything. */
export function askPolicy({ operation, context, loaded, input, facts }: Asked): Verdict | null {
  const { policy, actor } = context;
  if (!policy) return null;
  const acts = [operation.name, ...(operation.needs.acts?.(loaded as never, input as never) ?? [])];
  if (!acts.some((act) => isRuled(policy, act))) return null;
  const verdict = judge(policy, { acts, actor, work: facts.work ?? null });
  return verdict.decision === 'allow' ? null : verdict;
}

export const refuseByPolicy = ({ rules }: Verdict, facts: object = {}): Refusal =>
  refuse('forbidden_by_policy', { ...named({ rules }), ...facts });

export const named = ({ rules }: Pick<Verdict, 'rules'>) => ({
  rules: rules.map(({ id }) => id),
  because: rules.map(({ because }) => because),
});
