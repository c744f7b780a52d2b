import type { ItemSummary, Participant } from 'coact';
import { ItemLink } from '../parts/item-link.tsx';
import { percent } from '../parts/format.ts';
import { Age } from '../parts/time.tsx';
import { words } from '../words/index.ts';

const says = words.people;

/** What somebody is at, in words: "working on GEN-12 for 4 min: checking links, 40 %". */
export function LiveState({ one, running }: { one: Participant; running: readonly ItemSummary[] }) {
  if (one.status !== 'active') return <span className="text-muted">{says.statuses[one.status]}</span>;
  const [latest] = running.toSorted((a, b) => startOf(b).localeCompare(startOf(a)));
  if (!latest && one.kind === 'system') return null;
  if (!latest) return <span className="text-muted">{one.kind === 'agent' ? says.free : says.nothingInWork}</span>;
  const { run } = latest;
  const detail = [run?.activity, run && run.progress !== null && percent(run.progress)].filter(Boolean).join(', ');
  return (
    <span>
      {says.workingOn} <ItemLink itemKey={latest.key} />
      {run && (
        <>
          {' '}
          {says.workingFor} <Age at={run.startedAt} />
        </>
      )}
      {detail && `: ${detail}`}
      {running.length > 1 && `; ${says.andMore(running.length - 1)}`}
    </span>
  );
}

const startOf = ({ run }: ItemSummary) => run?.startedAt ?? '';
