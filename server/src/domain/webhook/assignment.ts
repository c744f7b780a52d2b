import { limits } from '../limits.ts';

/** What may make work somebody's to begin: facts after which it is looked at how the item stands. */
const beginnings = new Set([
  'item.assigned',
  'item.committed',
  'item.reopened',
  'item.retried',
  'item.released',
  'item.lost',
]);

export type Happened = {
  type: string;
  actor: string;
  data: Record<string, unknown>;
};

/** Facts that may end somebody's run without their doing: what they write from then on is refused. */
const endings = new Set([
  'item.run_stopped',
  'item.released',
  'item.lost',
  'item.overran',
  'item.taken_over',
  'item.handed_over',
  'item.cancelled',
]);

/** What somebody is sent whose run another has ended. */
export const STOPPED = 'work.stopped';

/** Whether a fact may have taken work from a participant; who lets go by themselves need not be told. */
export const mayEndWorkOf = ({ type, actor }: Happened, participant: string): boolean =>
  endings.has(type) && actor !== participant;

/** What a fact may mean to a participant: work to begin, work that came back to them, or work that is offered to them. */
export type Meaning = 'work.assigned' | 'work.returned' | 'work.offered';

/** Null where it means nothing to them. Who gives work back by themselves is not sent it again. */
export function meaningOf({ type, actor, data }: Happened, participant: string): Meaning | null {
  if (type === 'item.returned') return data['executor'] === participant ? 'work.returned' : null;
  if (type === 'request.opened' || type === 'request.forwarded')
    return isTo(data['to'], participant) && (type === 'request.forwarded' || data['kind'] === 'handoff')
      ? 'work.offered'
      : null;
  if (type === 'item.assigned') return data['assignee'] === participant ? 'work.assigned' : null;
  const ownDoing = type === 'item.released' && actor === participant;
  return beginnings.has(type) && !ownDoing ? 'work.assigned' : null;
}

const isTo = (to: unknown, participant: string) =>
  typeof to === 'object' && to !== null && 'participant' in to && to.participant === participant;

export type Standing = {
  state: string;
  assignee: string | null;
  attempts: number;
  /** Who could not do it, since its owner last decided. */
  failedBy: readonly string[];
  openBlockers: number;
  blockingRequests: number;
  executor: string | null;
  /** When it may begin at the earliest, in epoch milliseconds. */
  start: number | null;
};

/** Whether work can be begun by whoever it is for: now, not yet, or no longer. */
export function whetherToPush(
  meaning: Meaning,
  item: Standing,
  participant: string,
  now: number,
): 'now' | 'later' | 'never' {
  if (meaning === 'work.offered') return 'now';
  if (meaning === 'work.returned') return item.executor === participant ? 'now' : 'never';
  if (item.assignee !== participant || item.state !== 'ready') return 'never';
  if (item.attempts >= limits.attempts || item.failedBy.includes(participant)) return 'never';
  const held = item.openBlockers > 0 || item.blockingRequests > 0 || (item.start !== null && item.start > now);
  return held ? 'later' : 'now';
}
