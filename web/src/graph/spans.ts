import type { ItemSummary } from 'coact';
import { isOpen } from './work-graph.ts';

export const DAY = 86_400_000;

/** When an item is worked on, as far as anybody has said. Times are epoch milliseconds. */
export type Span = {
  item: ItemSummary;
  from: number;
  /** Where `from` comes from; nothing: it was begun or written down after it was due, and gets a bar only to be seen. */
  since: 'start' | 'run' | 'created' | 'nothing';
  /** Null: open at its end. */
  due: number | null;
  /** Whole days since it was due; null where it is not late. */
  late: number | null;
};

/** Bars for what has a date or is in work, the earliest due first; the rest is named apart. */
export function spansOf(items: readonly ItemSummary[], now: number): { spans: Span[]; dateless: ItemSummary[] } {
  const [dated, dateless] = [items.filter(hasDate), items.filter((item) => !hasDate(item))];
  const spans = dated.map((item) => spanOf(item, now));
  return { spans: spans.sort(byDue), dateless };
}

/** What is open at its end comes last; infinity minus itself would be no number to sort by. */
const byDue = (a: Span, b: Span) => (a.due === b.due ? a.from - b.from : (a.due ?? Infinity) - (b.due ?? Infinity));

const hasDate = ({ start, due, run }: ItemSummary) => Boolean(start ?? due ?? run);

function spanOf(item: ItemSummary, now: number): Span {
  const [begin, since] = beginning(item);
  const due = item.due === null ? null : Date.parse(item.due);
  const isLate = isOpen(item) && due !== null && due < now;
  const isAfter = due !== null && begin >= due;
  return {
    item,
    from: isAfter ? due - DAY : begin,
    since: isAfter ? 'nothing' : since,
    due,
    late: isLate ? Math.floor((now - due) / DAY) : null,
  };
}

function beginning({ start, run, createdAt }: ItemSummary): [number, Span['since']] {
  if (start) return [Date.parse(start), 'start'];
  return run ? [Date.parse(run.startedAt), 'run'] : [Date.parse(createdAt), 'created'];
}

/** How many midnights lie between two times (epoch milliseconds), by the reader's own calendar. */
export const daysBetween = (from: number, to: number): number => Math.round((midnight(to) - midnight(from)) / DAY);

export const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The same time of day, some days later; a day is not always 24 hours. */
export function shiftDays(iso: string, days: number): string {
  const at = new Date(iso);
  at.setDate(at.getDate() + days);
  return at.toISOString();
}
