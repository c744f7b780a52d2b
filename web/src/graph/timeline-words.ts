import { date } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { daysBetween, type Span } from './spans.ts';
import { isOpen } from './work-graph.ts';

/** "Starts 4 May – 12 May": where the first date comes from is said too. */
export function datesOf({ from, since, due }: Span, now: number): string {
  const { from: beginnings, noDue, due: dueOn, span } = words.timeline;
  const dayOf = (at: number) => date(new Date(at).toISOString(), now);
  if (since === 'nothing') return due === null ? noDue : dueOn(dayOf(due));
  return span(`${beginnings[since]} ${dayOf(from)}`, due === null ? noDue : dayOf(due));
}

/** "3 days late", "Due in 4 days", "No due date". */
export function standsIn({ item, due, late }: Span, now: number): string {
  const timeline = words.timeline;
  if (!isOpen(item)) return timeline.ended;
  if (late !== null) return timeline.late(late);
  return due === null ? timeline.noDue : timeline.dueIn(daysBetween(now, due));
}
