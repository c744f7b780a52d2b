export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

/** A period by the date on which it began, and when it began and ends. */
export type Span = { date: string; starts: number; ends: number };

const DAY = 86_400_000;

/** The day, the week from Monday, or the month that an instant falls into. Periods begin at midnight UTC, for everybody. */
export function spanOf(period: Period, now: number): Span {
  const at = new Date(now);
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  if (period === 'day') return span(midnight, midnight + DAY);
  if (period === 'week') {
    const monday = midnight - ((at.getUTCDay() + 6) % 7) * DAY;
    return span(monday, monday + 7 * DAY);
  }
  const first = (months: number) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  return span(first(0), first(1));
}

const span = (starts: number, ends: number): Span => ({
  date: new Date(starts).toISOString().slice(0, 10),
  starts,
  ends,
});
