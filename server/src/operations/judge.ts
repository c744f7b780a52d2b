import { limits } from '../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Request } from '../domain/request.ts';
import { verify } from '../domain/verify.ts';
import type { Verdict, WorkItem } from '../domain/work-item.ts';
import type { Participant } from '../store/people.ts';
import { sql } from '../store/sql.ts';
import { mayWrite } from '../store/stops.ts';
import type { CommandContext } from './context.ts';
import { countChild, tellDependants } from './graph-changes.ts';
import type { RespondFacts } from './respond-changes.ts';

/** Judges the delivery that a review is about. Agents cannot accept work under the base policy. */
export function judge(context: CommandContext, facts: RespondFacts, answered: Request): WorkItem | Refusal {
  const { actor, changes, connection, ids, now } = context;
  const { item, request, surroundings, executorKind, executorActive } = facts;
  if (actor.kind !== 'human')
    return refuse('forbidden', { action: 'request.verify', allowed: ['addressed human', 'admin'] });
  if (!item || item.delivery?.run !== request.run)
    return refuse('wrong_state', { state: item?.state ?? null, expected: ['review'] });

  if (executorActive) requireActive(context, { id: item.delivery.executor, kind: executorKind });
  const verdicts = answered.response?.['verdicts'] as Verdict[];
  const leaseMs = limits.leaseDefault * 1000;
  const events = verify(
    item,
    { verifier: actor, verdicts, nextRun: ids.next(), executorKind, executorActive, leaseMs },
    now,
  );
  if (isRefusal(events)) return events;

  const after = changes.item(item, events);
  const { workspace } = connection;
  changes.also(
    sql`update runs set verdicts = ${JSON.stringify(verdicts)} where workspace = ${workspace} and id = ${request.run} returning 1`,
  );
  if (after.state === 'done') {
    tellDependants(changes, after, surroundings?.dependants ?? [], -1);
    countChild(changes, item.parent, -1);
  } else if (after.run) {
    changes.signal(after.run.id, 'returned', { verdicts: verdicts.filter(({ verdict }) => verdict === 'fail') });
  }
  return after;
}

/** Work is not given back to somebody who is paused, retired or stopped at this instant. */
function requireActive(
  { changes, connection: { workspace } }: CommandContext,
  { id, kind }: { id: string; kind: Participant['kind'] },
): void {
  if (kind === 'agent') changes.also(mayWrite(id).statement);
  changes.also(
    sql`select 1 from participants where workspace = ${workspace} and id = ${id} and status = 'active' for share`,
  );
}
