import { words } from '../words/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const says = words.common.spans;

/** A span of milliseconds in its largest unit: "3 d", "5 h", "12 min"; "now" below a minute. */
function span(ms: number): string {
  if (ms >= DAY) return says.days(Math.floor(ms / DAY));
  if (ms >= HOUR) return says.hours(Math.floor(ms / HOUR));
  return ms >= MINUTE ? says.minutes(Math.floor(ms / MINUTE)) : says.now;
}

export const ageOf = (iso: string, now: number): string => span(now - Date.parse(iso));

/** "in 4 min", "3 d ago", "just now". */
export function when(iso: string, now: number): string {
  const ms = Date.parse(iso) - now;
  if (Math.abs(ms) < MINUTE) return ms > 0 ? says.soon : says.justNow;
  const about = span(Math.abs(ms));
  return ms > 0 ? says.ahead(about) : says.ago(about);
}
