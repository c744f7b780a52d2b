import { authorise } from '../domain/authority.ts';
import { type Open, stillNeeded } from '../domain/policy/approvers.ts';
import type { Verdict } from '../domain/policy/judge.ts';
import type { Work } from '../domain/policy/work.ts';
import { type Chosen, resolveReferences, valueIn } from '../domain/proposal.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { refuseOutOfScope } from '../domain/scopes.ts';
import { writeNow } from '../store/aside.ts';
import type { Bearer } from '../store/people.ts';
import { askPolicy, named, refuseByPolicy } from './ask-policy.ts';
import type { CommandContext } from './context.ts';
import { refuseElsewhere } from './decide-command.ts';
import type { Operation } from './define.ts';
import { inputErrors } from './input-errors.ts';
import { loadStanding } from './standing.ts';

/** What all steps of one acceptance share. */
export type Acceptance = {
  request: string;
  requester: Bearer;
  /** Who has accepted so far, whoever does so now among them. */
  given: readonly string[];
  operations: ReadonlyMap<string, Operation>;
  /** What the steps before answered, by their numbers. */
  answers: Map<number, unknown>;
};

export type Done = { answer: unknown; open: Open[]; rules: string[] };

/** The refusal of one step, said so that the acceptor knows which it is and what they can do. */
export const refusedStep = ({ number, operation }: Chosen, refusal: Refusal): Refusal =>
  refuse('step_refused', { step: number, operation, refusal, problem: `step ${number}, ${operation}` });

/**
 * Does one step as the requester, on the acceptor's authority, and writes it, so that the next one reads it. Both must be free
 * to do it by the rules; who accepts must have the standing for it, or be one of those whose approval the rules ask for.
 */
export async function tryStep(context: CommandContext, one: Chosen, shared: Acceptance): Promise<Done | Refusal> {
  const { connection, changes } = context;
  const operation = shared.operations.get(one.operation);
  const input = operation && readInput(operation, one, shared);
  if (!operation || !input) return refuse('unknown_reference', { field: 'operation', operation: one.operation });
  if (isRefusal(input)) return input;
  const inner: CommandContext = {
    ...context,
    actor: shared.requester,
    ifMatch: one.ifMatch ?? null,
    answering: shared.request,
    acceptor: context.actor,
    changes: { ...changes, authorisedBy: () => undefined },
  };
  const loaded = await operation.load?.(inner, input as never);
  if (isRefusal(loaded)) return loaded;
  const allowed = await judgeStep(context, { operation, inner, loaded, input, shared });
  if (isRefusal(allowed)) return allowed;
  const edited = one.isEdited ? `, edited by ${context.actor.name}` : '';
  const authority = `approved: step ${one.number} of a proposal${edited}; ${allowed.standing}`;
  const approval = { request: shared.request, by: shared.given };
  const act = { actor: shared.requester, act: operation.name, authority, approval };
  const answer = await changes.within(act, async () => operation.decide?.(inner, loaded as never, input as never));
  if (isRefusal(answer)) return answer;
  await writeNow(connection, changes.take());
  shared.answers.set(one.number, answer);
  return { answer, open: allowed.open, rules: allowed.rules };
}

/** The input with what earlier steps answered in it. */
function readInput(operation: Operation, { input }: Chosen, { answers }: Acceptance): object | Refusal {
  const lost: string[] = [];
  const resolved = resolveReferences(input, (one) => {
    const value = valueIn(answers.get(one.$step), one);
    if (value === undefined || value === null) lost.push(`step ${one.$step} gave no ${one.field}`);
    return value;
  });
  if (lost.length > 0) return refuse('invalid_input', { errors: lost.map((problem) => ({ field: 'input', problem })) });
  const parsed = operation.input.safeParse(resolved);
  return parsed.success ? parsed.data : refuse('invalid_input', { errors: inputErrors(parsed.error) });
}

type Asked = { operation: Operation; inner: CommandContext; loaded: unknown; input: unknown; shared: Acceptance };
type Allowed = { standing: string; open: Open[]; rules: string[] };

async function judgeStep(context: CommandContext, asked: Asked): Promise<Allowed | Refusal> {
  const { operation, inner, loaded, input, shared } = asked;
  const facts = operation.needs.facts?.(loaded as never, inner, input as never) ?? {};
  // Nobody lends by accepting what their own token does not reach.
  const outside = refuseOutOfScope(context.actor, operation) ?? refuseElsewhere(context.actor, facts);
  if (outside) return outside;
  const own = askPolicy({ operation, context: inner, loaded, input, facts });
  const acceptors = askPolicy({ operation, context, loaded, input, facts });
  for (const [verdict, who] of [
    [own, shared.requester],
    [acceptors, context.actor],
  ] as const)
    if (verdict?.decision === 'forbid') return refuseByPolicy(verdict, { problem: `it is forbidden to ${who.name}` });
  const { open, approves, rules } = await approvals(context, { own, acceptors, work: facts.work ?? null, shared });
  const standing = authorise(context.actor, operation.needs.action, facts);
  if (!isRefusal(standing)) return { standing: standing.rule, open, rules };
  // Whoever approves by the rules need not be able to do it themselves, as long as whoever asks is.
  const requesters = authorise(shared.requester, operation.needs.action, facts);
  return approves && !isRefusal(requesters) ? { standing: requesters.rule, open, rules } : standing;
}

type Verdicts = { own: Verdict | null; acceptors: Verdict | null; work: Work | null; shared: Acceptance };

/** What the rules still ask for. What they ask of the acceptor alone is for others to approve. */
async function approvals({ actor, connection }: CommandContext, { own, acceptors, work, shared }: Verdicts) {
  const mine = own?.needs ?? [];
  const extra = (acceptors?.needs ?? []).filter(({ rule }) => !mine.some((one) => one.rule === rule));
  if (mine.length + extra.length === 0) return { open: [], approves: false, rules: [] };
  const needs = [...mine, ...extra];
  const { standing, concerned } = await loadStanding(connection, { work, needs, requester: shared.requester });
  const asked = { standing, concerned };
  const before = stillNeeded(mine, standing, { concerned, given: [] });
  const open = [
    ...stillNeeded(mine, standing, { ...asked, given: shared.given }),
    ...stillNeeded(extra, standing, { ...asked, given: shared.given.filter((id) => id !== actor.id) }),
  ].map((one) => ({ ...one, approvers: one.approvers.filter((id) => id !== shared.requester.id) }));
  const approves = before.length > 0 && before.every(({ approvers }) => approvers.includes(actor.id));
  const verdicts = [own, acceptors].filter((one) => one !== null);
  return { open, approves, rules: [...new Set(verdicts.flatMap((one) => named(one).rules))] };
}
