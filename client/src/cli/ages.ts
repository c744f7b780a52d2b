const units: readonly [number, string][] = [
  [365.25 * 86_400, 'y'],
  [30.44 * 86_400, 'mo'],
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A span in one unit, rounded down: "3 d". Days until there are a hundred of them. */
export function inWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(Math.abs(ms) / 1000));
  const days = seconds / 86_400;
  const [length, unit] = units.find(
    ([size, name]) => seconds >= size && (days >= 100 || !['y', 'mo'].includes(name)),
  ) ?? [1, 's'];
  return `${Math.floor(seconds / length)} ${unit}`;
}

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
export const isTimestamp = (value: unknown): value is string => typeof value === 'string' && timestamp.test(value);

const two = (number: number): string => String(number).padStart(2, '0');

/** A time in the reader's zone, with how long ago or ahead it is. */
export function whenInWords(time: string, now: number): string {
  const at = new Date(time);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const age = inWords(at.getTime() - now);
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())} (${at.getTime() > now ? `in ${age}` : `${age} ago`})`;
}
