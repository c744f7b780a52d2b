import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { useSample } from './use-sample.ts';

const says = words.start.sample;
const about = words.settings.workspace;

/** Puts the sample here, or takes it away. */
export function SampleChoice() {
  const { here, may, busy, trouble, create, remove } = useSample();
  return (
    <div className="max-w-[44rem]">
      <p className="mb-3 text-muted">
        {here ? `${about.sampleHere} ${says.stripNote}` : about.sampleNotHere} {!may && about.sampleMay}
      </p>
      {may && here && (
        <Button disabled={busy} onClick={() => void remove()}>
          {busy ? says.removing : says.remove}
        </Button>
      )}
      {may && !here && (
        <Button look="primary" disabled={busy} onClick={() => void create()}>
          {busy ? says.creating : says.create}
        </Button>
      )}
      <TroubleNote trouble={trouble} />
    </div>
  );
}
