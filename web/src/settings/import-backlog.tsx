import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useMay } from '../people/may.ts';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { ImportProblems } from './import-problems.tsx';
import { ImportReportView } from './import-report-view.tsx';
import { PickBacklog } from './pick-backlog.tsx';
import { type ImportStep, useImport } from './use-import.ts';
import { SelectField } from '../parts/field.tsx';

const says = words.settings.import;

/** Brings in a backlog from another tool: chosen and read in the page, shown as what it becomes, then written whole or not at all. */
export function ImportBacklog() {
  const [team, setTeam] = useState('');
  const { step, trouble, begin, send, readBeads, readFolder } = useImport(team);
  const may = useMay('import.create');
  if (!may) return <p className="text-muted">{says.mayNot}</p>;
  return (
    <div className="max-w-[44rem]">
      {step.at === 'choosing' && (
        <>
          <p className="mb-4 text-muted">{says.note}</p>
          <TeamChoice team={team} onChoose={setTeam} />
          <PickBacklog onFile={(file) => void readBeads(file)} onFolder={(files) => void readFolder(files)} />
        </>
      )}
      <UnderWay step={step} />
      {step.at === 'problems' && <ImportProblems problems={step.problems} />}
      {step.at === 'preview' && (
        <ImportReportView report={step.report}>
          {step.report.created > 0 && (
            <Button look="primary" onClick={() => void send(step)}>
              {says.do(step.report.created)}
            </Button>
          )}
          <Button onClick={begin}>{says.other}</Button>
        </ImportReportView>
      )}
      {step.at === 'done' && (
        <ImportReportView report={step.report}>
          <WhatNext drafts={step.report.drafts.length} />
          <Button onClick={begin}>{says.again}</Button>
        </ImportReportView>
      )}
      <TroubleNote trouble={trouble} />
      {step.at === 'problems' && (
        <Button className="mt-4" onClick={begin}>
          {says.other}
        </Button>
      )}
    </div>
  );
}

function TeamChoice({ team, onChoose }: { team: string; onChoose: (id: string) => void }) {
  const teams = useStore((state) => state.teams);
  const own = useStore(({ me }) => me?.teams[0]);
  if (teams.size < 2) return null;
  const first = teams.get(own ?? '') ?? teams.values().next().value;
  return (
    <div className="mb-4 max-w-64">
      <SelectField label={says.team} value={team || first?.id} onChange={(event) => onChoose(event.target.value)}>
        {[...teams.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** What is being done, and how far it is where that can be told. */
function UnderWay({ step }: { step: ImportStep }) {
  const text = underWay(step);
  const share = step.at === 'reading' && step.done < step.total ? { value: step.done, max: step.total } : {};
  return (
    <div role="status">
      {text && (
        <>
          <p className="mb-2">{text}</p>
          <progress className="meter w-64 max-w-full" aria-label={says.progress} {...share} />
        </>
      )}
    </div>
  );
}

function underWay(step: ImportStep): string | null {
  if (step.at === 'reading') return step.done < step.total ? says.reading(step.done, step.total) : says.understanding;
  if (step.at === 'previewing') return says.previewing;
  return step.at === 'sending' ? says.sending(step.count) : null;
}

const unready = { page: 'work', chosen: null, query: { layout: 'list', filter: 'state:draft' } } as const;

/** Where the work is now; what is not clear enough yet comes first. */
function WhatNext({ drafts }: { drafts: number }) {
  return (
    <>
      {drafts > 0 && (
        <Button look="primary" onClick={() => go(unready)}>
          {says.toDrafts(drafts)}
        </Button>
      )}
      <Button look={drafts > 0 ? 'plain' : 'primary'} onClick={() => go({ page: 'work', chosen: null })}>
        {says.toWork}
      </Button>
    </>
  );
}
