import { type Actor, type Facts, authorise } from '../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { askPolicy, refuseByPolicy } from './ask-policy.ts';
import type { CommandContext } from './context.ts';
import type { Operation } from './define.ts';
import { holdAct } from './hold-act.ts';

export type Decision = {
  operation: Operation;
  context: CommandContext;
  loaded: unknown;
  input: unknown;
  /** The input as it came: an act that is held reads it again when it happens. */
  sent: unknown;
};

/** Where a command chose the work by itself, it may not have chosen beyond the teams that the token is kept to. */
export const refuseElsewhere = ({ limitedTo }: Actor, { work }: Facts): Refusal | null =>
  limitedTo && work && !limitedTo.includes(work.team)
    ? refuse('out_of_scope_token', { team: work.team, teams: limitedTo })
    : null;

/**
 * Judges the act on what was loaded: first whether the actor may at all, then what the rules of the policy say. Once it is
 * allowed, the operation queues its changes. Gives the answer, a refusal, or that the act is held for approval.
 */
export async function decideCommand(decision: Decision): Promise<unknown> {
  const { operation, context, loaded, input } = decision;
  const facts = operation.needs.facts?.(loaded as never, context, input as never) ?? {};
  const authority = authorise(context.actor, operation.needs.action, facts);
  if (isRefusal(authority)) return authority;
  const elsewhere = refuseElsewhere(context.actor, facts);
  if (elsewhere) return elsewhere;
  context.changes.authorisedBy(authority);
  const verdict = askPolicy({ operation, context, loaded, input, facts });
  if (verdict?.decision === 'forbid') return refuseByPolicy(verdict);
  return verdict
    ? holdAct(decision, { verdict, work: facts.work ?? null })
    : operation.decide?.(context, loaded as never, input as never);
}
