import type { RunRecord } from 'coact';

/** How a run came out: `accepted` when every verdict was a pass, `returned` when one was not, else as it ended. */
export function outcomeOf({ endedAt, ending, verdicts }: Pick<RunRecord, 'endedAt' | 'ending' | 'verdicts'>): string {
  if (endedAt === null) return 'live';
  if (ending === 'delivered' && verdicts && verdicts.length > 0)
    return verdicts.every(({ verdict }) => verdict === 'pass') ? 'accepted' : 'returned';
  return ending ?? 'live';
}

export type RunsRecord = {
  ended: number;
  delivered: number;
  accepted: number;
  returned: number;
  lost: number;
  failed: number;
  other: number;
};

/** What came of somebody's runs; live ones do not count yet. */
export function recordOf(runs: readonly Pick<RunRecord, 'endedAt' | 'ending' | 'verdicts'>[]): RunsRecord {
  const ended = runs.filter(({ endedAt }) => endedAt !== null);
  const count = (...outcomes: string[]) => ended.filter((run) => outcomes.includes(outcomeOf(run))).length;
  const [accepted, returned, lost, failed] = [count('accepted'), count('returned'), count('lost'), count('failed')];
  const delivered = count('delivered', 'accepted', 'returned');
  return {
    ended: ended.length,
    delivered,
    accepted,
    returned,
    lost,
    failed,
    other: ended.length - delivered - lost - failed,
  };
}
