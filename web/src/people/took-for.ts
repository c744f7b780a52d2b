import { ageOf } from '../parts/ages.ts';

/** How long a run took, in its largest unit; nothing while it is under way. */
export const tookFor = ({ startedAt, endedAt }: { startedAt: string; endedAt: string | null }): string =>
  endedAt === null
    ? ''
    : Date.parse(endedAt) - Date.parse(startedAt) < 60_000
      ? '< 1 min'
      : ageOf(startedAt, Date.parse(endedAt));
