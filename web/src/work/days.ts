/** The day in the reader's zone, as a date field writes it. */
export function localDay(iso: string): string {
  const at = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whoever says a day means until its end. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:00`).toISOString();
