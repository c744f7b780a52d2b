import { type Participant, type RunRecord } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';
import { Part } from './part.tsx';
import { outcomeOf } from './record-of.ts';
import { TrackRecord } from './track-record.tsx';
import { tookFor } from './took-for.ts';

const says = words.people.run;
const PAGE = 200;
const STEP = 12;

/** The newest of somebody's runs and how they ended; `live` changes when a run of theirs begins or ends. */
export function Runs({ executor, live }: { executor: Participant; live: string }) {
  const [shown, setShown] = useState(STEP);
  const { answer, trouble } = useQuery(`${executor.id}.${executor.version}.${live}`, () =>
    server.run.list({ executor: executor.id, limit: PAGE }),
  );
  const runs = answer?.items ?? [];
  if (answer && runs.length === 0 && executor.kind === 'human') return null;
  return (
    <>
      {runs.length > 0 && <TrackRecord runs={runs} />}
      <Part title={words.people.sections.runs}>
        <TroubleNote trouble={trouble} />
        {answer && runs.length === 0 && (
          <p className="text-muted">
            {says.none} {says.noneAgent}
          </p>
        )}
        {runs.length > 0 && <RunTable runs={runs.slice(0, shown)} />}
        {runs.length > shown && (
          <Button look="quiet" className="mt-2 -ml-3" onClick={() => setShown((count) => count + STEP)}>
            {says.olderRuns}
          </Button>
        )}
      </Part>
    </>
  );
}

function RunTable({ runs }: { runs: readonly RunRecord[] }) {
  return (
    <table className="w-full table-fixed text-left">
      <thead className="text-sm text-muted">
        <tr className="h-8">
          <th className="font-normal">{says.item}</th>
          <th className="w-28 font-normal">{says.ending}</th>
          <th className="w-14 text-right font-normal max-sm:hidden">{says.took}</th>
          <th className="w-20 text-right font-normal">{says.when}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run }: { run: RunRecord }) {
  const outcome = outcomeOf(run);
  const passed = run.verdicts?.filter(({ verdict }) => verdict === 'pass').length ?? 0;
  return (
    <tr className="h-(--row) border-t border-line align-baseline">
      <td className="truncate pr-2" title={run.note ?? undefined}>
        <ItemLink itemKey={run.itemKey}>{run.itemTitle}</ItemLink>
      </td>
      <td
        className={`truncate pr-2 ${looks[outcome] ?? 'text-muted'}`}
        title={run.verdicts ? says.verdicts(passed, run.verdicts.length) : (run.note ?? undefined)}
      >
        {outcome === 'live' ? says.live : (says.endings[outcome] ?? outcome)}
      </td>
      <td className="text-right text-muted tabular-nums max-sm:hidden">{tookFor(run)}</td>
      <td className="text-right text-sm text-muted">
        <Ago at={run.endedAt ?? run.startedAt} />
      </td>
    </tr>
  );
}

const looks: Readonly<Partial<{ [outcome: string]: string }>> = {
  accepted: 'text-pass',
  returned: 'text-warn',
  lost: 'text-fail',
  failed: 'text-fail',
  live: 'text-ink',
};
