const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of milliseconds in its largest unit: "3 d", "5 h", "12 min"; "now" below a minute. */
function span(ms: number): string {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} d`;
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} h`;
  return ms >= MINUTE ? `${Math.floor(ms / MINUTE)} min` : 'now';
}

export const ageOf = (iso: string, now: number): string => span(now - Date.parse(iso));

/** "in 4 min", "3 d ago", "just now". */
export function when(iso: string, now: number): string {
  const ms = Date.parse(iso) - now;
  const words = span(Math.abs(ms));
  if (words === 'now') return ms > 0 ? 'in a moment' : 'just now';
  return ms > 0 ? `in ${words}` : `${words} ago`;
}
