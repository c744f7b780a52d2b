import { limits } from '../domain/limits.ts';
import { stillNeeded, unmeetable } from '../domain/policy/approvers.ts';
import type { Verdict } from '../domain/policy/judge.ts';
import type { Work } from '../domain/policy/work.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { findHeldRequest } from '../store/policies.ts';
import { findRequest } from '../store/requests.ts';
import { named, refuseByPolicy } from './ask-policy.ts';
import { collectChanges } from './changes.ts';
import type { Decision } from './decide-command.ts';
import { type Held, heldBy } from './held.ts';
import { heldAs } from './words-of-step.ts';
import { keepBack } from './keep-back.ts';
import { loadStanding } from './standing.ts';

type Why = { verdict: Verdict; work: Work | null };

/**
 * Turns an act that needs approval into a proposal to those who may approve it. What would be refused anyhow is refused now,
 * and the same act asked for again is the proposal that is open already.
 */
export async function holdAct(decision: Decision, { verdict, work }: Why): Promise<Held | Refusal | null> {
  const { operation, context, sent } = decision;
  const { actor, connection, ifMatch } = context;
  const unholdable = refuseToKeep(decision, verdict);
  if (unholdable) return unholdable;
  const trial = await tryOut(decision);
  if (isRefusal(trial)) return trial;
  if (trial === null && operation.maybeEmpty) return null;

  const { standing, concerned } = await loadStanding(connection, { work, needs: verdict.needs, requester: actor });
  const open = stillNeeded(verdict.needs, standing, { concerned, given: [] });
  if (unmeetable(open).length > 0)
    return refuseByPolicy(verdict, { problem: 'too few people who may approve it are here' });

  const kept = keepBack(context, [{ operation: operation.name, input: sent, ifMatch }]);
  const { operations, sealed } = kept;
  const same = await findHeldRequest(connection, { requester: actor.id, operations, sealed });
  const known = same && (await findRequest(connection, same));
  if (known) return heldBy(known);
  const approvers = [...new Set(open.flatMap((one) => one.approvers))];
  return heldBy(openProposal(decision, { verdict, work, kept, approvers }));
}

/** What holds a secret, or more than a request may say, is kept nowhere until somebody looks at it. */
function refuseToKeep({ operation, sent }: Decision, verdict: Verdict): Refusal | null {
  if (operation.secrets)
    return refuseByPolicy(verdict, { problem: 'it cannot wait for approval, since it holds a secret' });
  return JSON.stringify(sent).length > limits.bodyBytes ? refuse('too_large', { limit: limits.bodyBytes }) : null;
}

/** Decides as if the act were allowed, and throws away what that would change. */
async function tryOut({ operation, context, loaded, input }: Decision): Promise<unknown> {
  const { actor, connection, ids, now } = context;
  const changes = collectChanges({ workspace: connection.workspace, actor, now, ids });
  return operation.decide?.({ ...context, changes }, loaded as never, input as never);
}

type Proposal = Why & { kept: ReturnType<typeof keepBack>; approvers: string[] };

function openProposal(
  { operation, sent, context: { actor, changes, ids } }: Decision,
  { verdict, work, kept, approvers }: Proposal,
) {
  const { rules, because } = named(verdict);
  const about = work?.key ? ` ${work.key}` : '';
  const body = {
    // Not by name: who asks stands in `from`, and this text in the ledger.
    text: `Asks to ${heldAs(operation.name, sent)}${about}: ${because[0] ?? ''}`,
    operations: kept.operations,
    ...kept.body,
    requester: actor.id,
    because,
    rules,
    approvers,
    expects: work && { item: work.id, state: work.state, revision: work.revision, version: work.version },
    held: true,
  };
  const item = work?.id && work.key ? { id: work.id, key: work.key, team: work.team } : null;
  const data = {
    id: ids.next(),
    kind: 'proposal' as const,
    from: actor.id,
    to: { participant: approvers[0] ?? '' },
    item: item?.id ?? null,
    run: work?.executor === actor.id ? work.run : null,
    blocking: false,
    due: null,
    ladder: null,
    body,
  };
  return changes.request(null, [{ type: 'request.opened', data }], item, kept.sealed);
}
