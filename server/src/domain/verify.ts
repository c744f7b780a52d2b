import { start } from './execute-work.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Verdict, WorkEvent, WorkItem } from './work-item.ts';

export type Verifier = { id: string; kind: 'human' | 'agent' | 'system' };

/**
 * Judges a delivery, criterion by criterion: all required ones passed means done; otherwise the work goes back to whoever
 * did it, with the reasons, or to the queue when they are no longer active. Producer and verifier are never the same.
 */
export function verify(
  item: WorkItem,
  command: {
    verifier: Verifier;
    verdicts: readonly Verdict[];
    nextRun: string;
    executorKind: Verifier['kind'];
    executorActive: boolean;
    leaseMs: number;
  },
  now: number,
): WorkEvent[] | Refusal {
  const { delivery, contract } = item;
  if (item.state !== 'review' || !delivery) return refuse('wrong_state', { state: item.state, expected: ['review'] });
  if (delivery.executor === command.verifier.id)
    return refuse('not_verifier', { allowed: ['anyone else who may verify'] });

  const refusal = refuseVerdicts(contract.criteria, command.verdicts);
  if (refusal) return refusal;

  const { verdicts, nextRun, executorKind, leaseMs } = command;
  const failed = new Set(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ criterion }) => criterion));
  const returned = contract.criteria.some(({ id, required }) => required && failed.has(id));
  if (!returned) return [{ type: 'item.accepted', data: { verdicts } }];

  const executor = { id: delivery.executor, kind: executorKind };
  const next = start(item, { run: nextRun, executor, leaseMs: delivery.leaseMs ?? leaseMs }, now);
  const back: WorkEvent = { type: 'item.returned', data: { ...next, verdicts } };
  // Whoever is paused or has retired holds no run: the work is for the next one.
  return command.executorActive
    ? [back]
    : [back, { type: 'item.released', data: { run: nextRun, reason: 'Whoever did it is not active.' } }];
}

function refuseVerdicts(criteria: WorkItem['contract']['criteria'], verdicts: readonly Verdict[]): Refusal | null {
  const known = new Set(criteria.map(({ id }) => id));
  const stray = verdicts.find(({ criterion }) => !known.has(criterion));
  if (stray)
    return refuse('unknown_reference', { field: 'verdicts', criterion: stray.criterion, criteria: [...known] });

  const judged = new Set(verdicts.map(({ criterion }) => criterion));
  const open = criteria.filter(({ id, required }) => required && !judged.has(id));
  if (open.length > 0) return refuse('verdict_missing', { criteria: open.map(({ id, text }) => ({ id, text })) });

  const bare = verdicts.find(({ verdict, reason }) => verdict === 'fail' && !reason?.trim());
  return bare ? refuse('reason_missing', { field: `verdicts.${bare.criterion}.reason` }) : null;
}
