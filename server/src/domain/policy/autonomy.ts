import { z } from 'zod';
import { limits } from '../limits.ts';

/** How far an agent acts alone, the least first. */
export const levels = ['observer', 'recommender', 'approver-gated', 'reporting', 'autonomous'] as const;
export const level = z.enum(levels);
export type Level = (typeof levels)[number];

export const autonomy = z.object({
  level: level.describe('How far they act alone, unless the type of the work says otherwise.'),
  byType: z.record(z.string().max(60), level).describe('Levels for types of work, such as `bug`.'),
  ceiling: level.describe('The most that their sponsor may give them; an admin sets it.'),
});
export type Autonomy = z.output<typeof autonomy>;

/** Types that have a level of their own, of one participant. */
export const MOST_TYPES = limits.listLength;

/** Whoever was given no level acts and reports: the base rules hold what must not happen unseen, whatever the level. */
export const usualAutonomy: Autonomy = { level: 'reporting', byType: {}, ceiling: 'reporting' };

export const rankOf = (one: Level) => levels.indexOf(one);
const lower = (one: Level, other: Level): Level => (rankOf(one) <= rankOf(other) ? one : other);

/** The level that counts for a type of work, or for no work in particular; never above the ceiling. */
export function levelFor({ level: usual, byType, ceiling }: Autonomy, type: string | null): Level {
  const own = type !== null && Object.hasOwn(byType, type) ? byType[type] : undefined;
  return lower(own ?? usual, ceiling);
}
