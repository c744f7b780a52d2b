import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { count } from '../parts/format.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { type Verified, verifyHere } from './verify-here.ts';

const says = words.ledger.verify;

/** Whether anybody rewrote history, found out by this browser itself. */
export function Verify() {
  const { busy, trouble, run } = useAct();
  const [progress, setProgress] = useState<[number, number]>([0, 0]);
  const [verified, setVerified] = useState<Verified | null>(null);
  const verify = async () => {
    setVerified(null);
    await run(async () => setVerified(await verifyHere((done, total) => setProgress([done, total]))));
  };
  return (
    <section className="mt-3 rounded-md border border-line bg-sheet p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="font-medium">{says.title}</h2>
          <p className="text-sm text-muted">{says.note}</p>
        </div>
        <Button disabled={busy} onClick={() => void verify()}>
          {busy ? says.running(count(progress[0]), count(progress[1])) : says.act}
        </Button>
        <a
          href="/v1/ledger/export"
          download="coact-ledger.jsonl"
          title={says.exportNote}
          className="text-accent underline underline-offset-2"
        >
          {says.export}
        </a>
      </div>
      <TroubleNote trouble={trouble} />
      <div role="status">{verified && <Outcome verified={verified} />}</div>
    </section>
  );
}

function Outcome({ verified: { report, compared } }: { verified: Verified }) {
  if (report.ok)
    return (
      <p className="mt-2">
        <span className="font-medium text-pass">✓ {says.good(count(report.entries))}</span>{' '}
        <span className="text-muted">{compared ? says.kept : says.first}</span>{' '}
        <span className="key text-muted" title={report.root}>
          {says.goodNote(report.root.slice(0, 16))}
        </span>
      </p>
    );
  return (
    <div className="mt-2">
      <p className="font-medium text-fail">✕ {says.bad}</p>
      <ul>
        {report.problems.slice(0, 10).map(({ line, problem }) => (
          <li key={`${line} ${problem}`}>
            {says.line(line)} {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
