import { DAY, midnight, type Span } from './spans.ts';

export type Zoom = 'week' | 'month' | 'quarter';

/** Pixels for a day, and how many days around today are drawn at most: a page a mile wide helps nobody. */
const zooms: Record<Zoom, { day: number; before: number; after: number }> = {
  week: { day: 44, before: 35, after: 120 },
  month: { day: 16, before: 120, after: 400 },
  quarter: { day: 5, before: 400, after: 1500 },
};

export type Tick = { x: number; label: string; isMajor: boolean };
export type TimeScale = {
  /** Pixels for a day. */
  day: number;
  width: number;
  /** Where a time (epoch milliseconds) stands, in pixels; times that are not drawn stand at the edge. */
  x: (at: number) => number;
  from: number;
  to: number;
  ticks: readonly Tick[];
};

type Options = {
  zoom: Zoom;
  spans: readonly Span[];
  now: number;
  /** Pixels that are to be filled, however soon all is due. */
  room?: number;
  locale?: string;
};

/** From the first beginning to the last due date, with some air, as far as the zoom reaches. */
export function timeScale({ zoom, spans, now, room = 0, locale }: Options): TimeScale {
  const { day, before, after } = zooms[zoom];
  const firsts = spans.map(({ from }) => from);
  const lasts = spans.map(({ due }) => due ?? now);
  const from = midnight(Math.max(now - before * DAY, least([now - 14 * DAY, ...firsts]) - 3 * DAY));
  const enough = Math.min(now + after * DAY, most([now + 28 * DAY, ...lasts]) + 10 * DAY);
  const to = midnight(Math.max(enough, from + ((room + day) / day) * DAY));
  const x = (at: number) => ((Math.min(Math.max(at, from), to) - from) / DAY) * day;
  return { day, width: x(to), x, from, to, ticks: ticksOf({ zoom, from, to, x, locale }) };
}

/** Spread into Math.min, ten thousand arguments are too many for some browsers. */
const least = (times: readonly number[]) => times.reduce((a, b) => Math.min(a, b));
const most = (times: readonly number[]) => times.reduce((a, b) => Math.max(a, b));

type Ticking = Pick<TimeScale, 'from' | 'to' | 'x'> & { zoom: Zoom; locale: string | undefined };

/** A line a day, a week or a month; the greater ones have their name. */
function ticksOf({ zoom, from, to, x, locale }: Ticking): Tick[] {
  const format = new Intl.DateTimeFormat(
    locale,
    zoom === 'quarter' ? { month: 'short' } : { day: 'numeric', month: 'short' },
  );
  const withYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });
  const ticks: Tick[] = [];
  for (const at = new Date(from); at.getTime() < to; at.setDate(at.getDate() + 1)) {
    if (!isTick(at, zoom)) continue;
    const isMajor = zoom === 'quarter' ? at.getMonth() % 3 === 0 : zoom === 'week' ? at.getDay() === 1 : true;
    const label = zoom === 'quarter' && at.getMonth() === 0 ? withYear.format(at) : format.format(at);
    ticks.push({ x: x(at.getTime()), label: isMajor || zoom === 'quarter' ? label : '', isMajor });
  }
  return ticks;
}

const isTick = (at: Date, zoom: Zoom) => zoom === 'week' || (zoom === 'month' ? at.getDay() === 1 : at.getDate() === 1);
