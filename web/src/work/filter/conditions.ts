import type { ItemSummary } from 'coact';
import type { Facts } from './facts.ts';

/** A live run that has said nothing for so long is looked at by people. */
const QUIET_MS = 30 * 60_000;

export const isOpen = ({ state }: ItemSummary): boolean => state !== 'done' && state !== 'cancelled';

/** Whether the item is accountable to me, done by me, meant for me, or waits for my answer. */
function isMine(item: ItemSummary, { me, asked }: Facts): boolean {
  if (me === null) return false;
  if (item.owner === me || item.executor === me || item.assignee === me) return true;
  return asked.get(item.id)?.some(({ to }) => 'participant' in to && to.participant === me) ?? false;
}

/** Somebody was told so, or an agent's run has been silent. */
export function isStalled(item: ItemSummary, { asked, people, now }: Facts): boolean {
  const told = asked.get(item.id)?.some(({ body }) => body['class'] === 'stalled' || body['class'] === 'looping');
  if (told) return true;
  const { run, executor } = item;
  if (item.state !== 'active' || !run || people.get(executor ?? '')?.kind !== 'agent') return false;
  return now - Date.parse(run.reportedAt ?? run.startedAt) > QUIET_MS;
}

/** Whether somebody able could start it now. */
const isReady = (item: ItemSummary, { now }: Facts) =>
  item.state === 'ready' &&
  !item.blocked &&
  !item.waiting &&
  item.openChildren === 0 &&
  (item.start === null || Date.parse(item.start) <= now);

/** What `is:` may ask. All but `ended` speak of open work. */
export const conditions: Record<string, (item: ItemSummary, facts: Facts) => boolean> = {
  mine: isMine,
  waiting: (item) => item.waiting && isOpen(item),
  blocked: (item) => item.blocked && isOpen(item),
  overdue: (item, { now }) => isOpen(item) && (item.overdue || (item.due !== null && Date.parse(item.due) < now)),
  stalled: isStalled,
  ready: isReady,
  intake: (item) => item.intake && isOpen(item),
  open: isOpen,
  ended: (item) => !isOpen(item),
};
