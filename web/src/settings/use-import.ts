import type { ImportReport } from 'coact';
import { type ImportBatch, ImportError, type ImportProblem } from 'coact/import';
import { useState } from 'react';
import { act } from '../state/session.ts';
import { server, type Trouble, troubleOf } from '../state/server.ts';
import { words } from '../words/index.ts';
import { NoBacklog, readBeads, readFolder, Unreadable } from './read-picked.ts';

const says = words.settings.import;
/** As long as the largest backlog takes on a small machine. */
const PATIENCE_MS = 600_000;

export type ImportStep =
  | { at: 'choosing' }
  | { at: 'reading'; done: number; total: number }
  | { at: 'previewing' }
  | { at: 'problems'; problems: readonly ImportProblem[] }
  | { at: 'preview'; batch: ImportBatch; report: ImportReport }
  | { at: 'sending'; count: number }
  | { at: 'done'; report: ImportReport };

/** An import from the choice of a file to the report of what came of it. Nothing is written before `send`. */
export function useImport(team: string) {
  const [step, setStep] = useState<ImportStep>({ at: 'choosing' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const begin = () => {
    setStep({ at: 'choosing' });
    setTrouble(null);
  };
  const fail = (error: unknown, back: ImportStep) => {
    if (error instanceof ImportError) return setStep({ at: 'problems', problems: error.problems });
    setStep(back);
    setTrouble(wordsFor(error));
  };
  const call = (batch: ImportBatch, dryRun: boolean) =>
    act(() => server.import.create({ ...batch, ...(team && { team }), dryRun }, { timeout: PATIENCE_MS }));

  const preview = async (batch: ImportBatch) => {
    setStep({ at: 'previewing' });
    setStep({ at: 'preview', batch, report: await call(batch, true) });
  };
  const read = async (reading: Promise<ImportBatch>) => {
    setTrouble(null);
    await reading.then(preview).catch((error: unknown) => fail(error, { at: 'choosing' }));
  };
  const progress = (done: number, total: number) => setStep({ at: 'reading', done, total });
  const send = async (shown: Extract<ImportStep, { at: 'preview' }>) => {
    setTrouble(null);
    setStep({ at: 'sending', count: shown.report.created });
    await call(shown.batch, false).then(
      (report) => setStep({ at: 'done', report }),
      (error: unknown) => fail(error, shown),
    );
  };
  return {
    step,
    trouble,
    begin,
    send,
    readBeads: (file: File) => read(readBeads(file, progress)),
    readFolder: (files: Iterable<File>) => read(readFolder(files, progress)),
  };
}

function wordsFor(error: unknown): Trouble {
  if (error instanceof NoBacklog) return { message: says.noBacklog, hint: says.noBacklogHint };
  if (error instanceof Unreadable) return { message: says.unreadable(error.message), hint: says.unreadableHint };
  return troubleOf(error);
}
