const two = (number: number) => String(number).padStart(2, '0');

/** A moment as the browser's control for dates takes it: in the reader's zone, to the minute; empty for none. */
export function toLocal(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that the reader meant; null where the control is empty. */
export const fromLocal = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());
