import { authorise } from '../domain/authority.ts';
import { isRefusal } from '../domain/refusals.ts';
import type { CommandContext } from './context.ts';
import type { Operation } from './define.ts';

type Decision = { operation: Operation; context: CommandContext; loaded: unknown; input: unknown };

/** Judges the act on what was loaded and, once it is allowed, lets the operation queue its changes. Gives the answer or a refusal. */
export async function decideCommand({ operation, context, loaded, input }: Decision): Promise<unknown> {
  const facts = operation.needs.facts?.(loaded as never, context);
  const authority = authorise(context.actor, operation.needs.action, facts);
  if (isRefusal(authority)) return authority;
  context.changes.authorisedBy(authority);
  return operation.decide?.(context, loaded as never, input as never);
}
