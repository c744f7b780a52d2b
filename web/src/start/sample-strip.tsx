import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { useSample } from './use-sample.ts';

const says = words.start.sample;

/** Above every page while the sample is here: that it is one, and the click that takes it away. */
export function SampleStrip() {
  const { here, may, busy, trouble, remove } = useSample();
  if (!here) return null;
  return (
    <aside className="flex shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-paper px-4 py-1 text-sm text-muted">
      <p className="min-w-0 flex-1">
        {says.strip} <span className="max-md:hidden">{says.stripNote}</span>
      </p>
      {may && (
        <button
          type="button"
          disabled={busy}
          onClick={() => void remove()}
          className="min-h-6 shrink-0 text-accent underline-offset-2 hover:underline disabled:opacity-60 max-md:min-h-10"
        >
          {busy ? says.removing : says.remove}
        </button>
      )}
      <TroubleNote trouble={trouble} />
    </aside>
  );
}
