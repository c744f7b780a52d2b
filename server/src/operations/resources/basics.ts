import { z } from 'zod';
import { limits } from '../../domain/limits.ts';

export const id = z.string().describe('A UUID.');
export const idOrKey = z.string().min(1).max(100).describe('An id, or a key such as OPS-12.');
export const instant = z.string().describe('A time, ISO 8601 in UTC.');
export const fence = z.int().min(0).describe('The fence that the claim gave; an older one changes nothing.');
export const reason = z.string().trim().min(1).max(limits.reasonLength);

export const iso = (ms: number) => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

/** Lists come in pages: `next` is the cursor of the following page, null on the last. */
export const page = {
  limit: z.int().min(1).max(limits.pageSize).default(50).describe('How many at most.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
};
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Cuts a list that was read one longer than asked, and says where to go on. */
export function cut<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
